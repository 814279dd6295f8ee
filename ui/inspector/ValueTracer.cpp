// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/ValueTracer.h"

#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"

#include <algorithm>
#include <utility>

namespace inspector {

ValueTracer::ValueTracer(FrameSource &source, SessionCursor &cursor, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_cursor(cursor)
{
    constexpr int soonMs = 30; // what the cursor passes is not looked at
    m_timer.setSingleShot(true);
    m_timer.setInterval(soonMs);
    connect(&m_timer, &QTimer::timeout, this, &ValueTracer::ask);
    connect(&cursor, &SessionCursor::moved, this, &ValueTracer::askSoon);
    connect(&source, &FrameSource::sessionChanged, this, &ValueTracer::clear);
    connect(&source, &FrameSource::frameChanged, this, &ValueTracer::take);
}

void ValueTracer::setPaths(std::vector<ValuePath> paths)
{
    if (paths == m_paths)
        return;
    m_paths = std::move(paths);
    askSoon();
}

void ValueTracer::setActive(bool isActive)
{
    if (std::exchange(m_isActive, isActive) != isActive && isActive && m_isStale)
        askSoon();
}

const ValueHistory *ValueTracer::historyOf(const ValuePath &path) const
{
    if (m_histories == nullptr)
        return nullptr;
    const auto found = std::find_if(m_histories->begin(), m_histories->end(),
        [&](const ValueHistory &history) { return history.path == path; });
    return found == m_histories->end() ? nullptr : &*found;
}

void ValueTracer::askSoon()
{
    m_isStale = true;
    if (m_isActive && !m_isWaiting && !m_timer.isActive())
        m_timer.start();
}

void ValueTracer::ask()
{
    m_isStale = false;
    if (m_paths.empty() || m_source.frame().phase == InspectorFrame::Phase::Empty)
        return;
    m_isWaiting = true;
    m_source.engine().askValues({++m_request, m_cursor.number(), m_paths, mostChanges});
}

void ValueTracer::take()
{
    const InspectorFrame &frame = m_source.frame();
    if (!m_isWaiting || frame.valuesRequest != m_request || frame.values == nullptr)
        return;
    m_isWaiting = false;
    m_histories = frame.values;
    if (m_isStale)
        askSoon();
    emit traced();
}

void ValueTracer::clear()
{
    m_histories.reset();
    m_isWaiting = false;
    ++m_request; // what was asked of the session before is not an answer any more
    askSoon();
    emit traced();
}

} // namespace inspector
