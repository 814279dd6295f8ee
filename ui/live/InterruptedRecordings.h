// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

namespace inspector {

class LiveAttach;
class Settings;

/// Remembers which recordings go on, so that after a crash or a power cut the next window can offer them.
class InterruptedRecordings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InterruptedRecordings)

public:
    /// Both must outlive it.
    InterruptedRecordings(LiveAttach &attach, Settings &settings, QObject *parent = nullptr);

    /// Recordings of earlier windows that never ended, whose files are still there; the newest first.
    [[nodiscard]] const QStringList &paths() const { return m_paths; }
    /// Somebody has seen it.
    void forget(const QString &path);

signals:
    void changed();

private:
    void takeSessions();

    LiveAttach &m_attach;
    Settings &m_settings;
    QStringList m_paths;
    QHash<QString, bool> m_noted; // whether a recording goes on, as the settings have it
};

} // namespace inspector
