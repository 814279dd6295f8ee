// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SessionSaver.h"

#include "ui/common/Words.h"

#include <utility>

namespace inspector {

SessionSaver::SessionSaver(QObject *parent)
    : QObject(parent)
{}

SessionSaver::~SessionSaver()
{
    m_stop.request();
    if (m_thread.joinable())
        m_thread.join();
}

void SessionSaver::save(
    const SessionTimeline &timeline, std::vector<UserMarker> markers, const QString &path, SessionCut cut)
{
    start(path, [this, timeline, markers = std::move(markers), file = path.toStdString(), cut] {
        return copySession(timeline, markers, file, &m_stop, cut);
    });
}

void SessionSaver::saveBundle(const BugBundle &bundle, const QString &path)
{
    start(path, [this, bundle, file = path.toStdString()] { return bundle.write(file, &m_stop); });
}

void SessionSaver::start(const QString &path, std::function<Result<void>()> work)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_path = path;
    m_error.reset();
    m_thread = std::jthread([this, work = std::move(work)] {
        if (const Result<void> done = work(); !done)
            m_error = done.error();
        QMetaObject::invokeMethod(this, &SessionSaver::end, Qt::QueuedConnection);
    });
}

void SessionSaver::end()
{
    m_thread.join();
    m_isRunning = false;
    if (m_error)
        emit failed(words::error(*m_error));
    else
        emit saved(m_path);
}

} // namespace inspector
