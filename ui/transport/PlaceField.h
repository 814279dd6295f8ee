// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace inspector {

class FrameSource;
class SessionCursor;

/// Asks where to go: a field that closes by itself once somebody went there, or looked elsewhere.
class PlaceField final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaceField)

public:
    PlaceField(FrameSource &source, SessionCursor &cursor, QWidget *parent);

    /// Below `widget`, with the focus.
    void popUpAt(const QWidget &widget);

private:
    void go();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    QLineEdit *m_field;
    QLabel *m_hint;
};

} // namespace inspector
