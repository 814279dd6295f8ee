// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/InterruptedRecordings.h"

#include "core/session/SessionWriter.h"
#include "ui/common/Settings.h"
#include "ui/live/LiveAttach.h"

#include <QFileInfo>

namespace inspector {

InterruptedRecordings::InterruptedRecordings(LiveAttach &attach, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_attach(attach)
    , m_settings(settings)
{
    for (const QString &path : settings.openRecordings()) {
        if (!QFileInfo::exists(path))
            settings.removeOpenRecording(path);
        else if (!SessionWriter::isInUse(path.toStdString())) // else another window is at it
            m_paths.prepend(path);
    }
    connect(&attach, &LiveAttach::changed, this, &InterruptedRecordings::takeSessions);
}

void InterruptedRecordings::forget(const QString &path)
{
    if (m_paths.removeAll(path) == 0)
        return;
    m_settings.removeOpenRecording(path);
    emit changed();
}

void InterruptedRecordings::takeSessions()
{
    for (const LiveAttach::Session &session : m_attach.sessions()) {
        const auto noted = m_noted.constFind(session.path); // records come often
        if (noted != m_noted.constEnd() && *noted == session.isAttached)
            continue;
        m_noted.insert(session.path, session.isAttached);
        if (session.isAttached) {
            forget(session.path); // it goes on
            m_settings.addOpenRecording(session.path);
        } else {
            m_settings.removeOpenRecording(session.path);
        }
    }
}

} // namespace inspector
