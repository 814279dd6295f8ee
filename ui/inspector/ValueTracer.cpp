// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/ValueTracer.h"

#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr int soonMs = 30; // what the cursor passes is not looked at

} // namespace

ValueTracer::ValueTracer(FrameSource &source, SessionCursor &cursor, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_cursor(cursor)
{
    m_timer.setSingleShot(true);
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
    if (found == m_histories->end())
        return nullptr;
    // It holds from the last change to the next one, wherever it was asked.
    const std::uint64_t number = m_cursor.number();
    const bool isBefore = !found->changes.empty() && number < found->changes.back().number;
    const bool isBehind = found->next && number >= *found->next;
    const bool isUnknown = number != found->number && (found->changes.empty() || !found->next);
    return isBefore || isBehind || isUnknown ? nullptr : &*found;
}

void ValueTracer::askSoon()
{
    m_isStale = true;
    if (m_isActive && !m_isWaiting && !m_timer.isActive())
        m_timer.start(soonMs);
}

void ValueTracer::ask()
{
    m_isStale = false;
    if (m_paths.empty() || m_source.frame().phase == InspectorFrame::Phase::Empty)
        return;
    m_isWaiting = true;
    m_askedSize = m_source.frame().size();
    m_source.engine().askValues({++m_request, m_cursor.number(), m_paths, mostChanges});
}

void ValueTracer::take()
{
    const InspectorFrame &frame = m_source.frame();
    constexpr int growthMs = 250;
    if (!m_isWaiting && m_isActive && !m_timer.isActive() && frame.size() != m_askedSize && mayHaveChanged())
        m_timer.start(growthMs);
    if (!m_isWaiting || frame.valuesRequest != m_request || frame.values == nullptr)
        return;
    m_isWaiting = false;
    m_histories = frame.values;
    if (m_isStale)
        askSoon();
    emit traced();
}

/// By what came to the session since it was asked.
bool ValueTracer::mayHaveChanged() const
{
    return m_histories != nullptr &&
           std::any_of(m_histories->begin(), m_histories->end(),
               [](const ValueHistory &history) { return !history.next || history.error; });
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
