// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/LiveSessions.h"

#include "ui/SessionCommands.h"
#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Words.h"
#include "ui/live/LiveAttach.h"
#include "ui/status/SessionStatus.h"

#include <algorithm>
#include <utility>

namespace inspector {

using Session = LiveAttach::Session;

LiveSessions::LiveSessions(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&parts.attach, &LiveAttach::attached, this, &LiveSessions::take);
    connect(&parts.attach, &LiveAttach::changed, this, &LiveSessions::showStatus);
    connect(&parts.source, &FrameSource::sessionChanged, this, [this] {
        if (std::exchange(m_goesLive, false))
            m_parts.cursor.setMode(SessionCursor::Mode::Live);
        showStatus();
    });
}

bool LiveSessions::isShown(const QString &path) const
{
    const SessionSource &source = m_parts.source.frame().source;
    return source.kind == SessionSource::Kind::File && path == words::text(source.path);
}

void LiveSessions::take(const QString &path)
{
    const auto &sessions = m_parts.attach.sessions();
    // Who watches a page goes on with it when it is loaded again. Who looks back stays where he is.
    const bool isLeft = m_parts.cursor.mode() == SessionCursor::Mode::Live &&
                        std::any_of(sessions.begin(), sessions.end(), [&](const Session &session) {
                            return isShown(session.path) && !session.isAttached;
                        });
    if (m_parts.source.frame().source.kind != SessionSource::Kind::None && !isLeft)
        return emit told(tr("A game attached: open it from Attach"));
    m_goesLive = true;
    m_parts.commands.openFile(path);
}

void LiveSessions::showStatus()
{
    const auto &sessions = m_parts.attach.sessions();
    m_parts.status.setAttached(std::any_of(sessions.begin(), sessions.end(),
        [&](const Session &session) { return session.isAttached && isShown(session.path); }));
}

} // namespace inspector
