// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QPair>
#include <QString>

class QKeyEvent;

namespace inspector {

class SessionCursor;
class TransportBar;

/// The keys that move along the session where the focus is in a plot, the overview or the transport bar
/// (docs/user-interface.md, "Keys"): installed on these as an event filter. Trees, tables and text fields
/// keep their own keys.
class TransportKeyFilter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TransportKeyFilter)

public:
    TransportKeyFilter(SessionCursor &cursor, TransportBar &transport, QObject *parent = nullptr);

    /// The keys, and what they do, for people.
    [[nodiscard]] static QList<QPair<QString, QString>> keys();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handle(const QKeyEvent &event);
    void step(const QKeyEvent &event, bool forward);

    SessionCursor &m_cursor;
    TransportBar &m_transport;
};

} // namespace inspector
