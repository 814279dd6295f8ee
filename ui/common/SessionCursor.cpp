// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/SessionCursor.h"

#include "ui/common/FrameSource.h"

#include <algorithm>

namespace inspector {

SessionCursor::SessionCursor(FrameSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    connect(&source, &FrameSource::sessionChanged, this, &SessionCursor::takeSession);
    connect(&source, &FrameSource::frameChanged, this, &SessionCursor::takeFrame);
}

std::uint64_t SessionCursor::newRecords() const
{
    const std::uint64_t size = m_source.frame().size();
    return m_mode == Mode::Live || size < m_seenRecords ? 0 : size - m_seenRecords;
}

void SessionCursor::goTo(std::uint64_t number, bool isVisit)
{
    number = std::min(number, m_source.frame().size());
    if (isVisit) {
        remember(m_number);
        remember(number);
    }
    setMode(Mode::Paused);
    move(number);
}

void SessionCursor::playTo(std::uint64_t number)
{
    move(std::min(number, m_source.frame().size()));
}

void SessionCursor::step(std::int64_t distance)
{
    const auto size = static_cast<std::int64_t>(m_source.frame().size());
    const std::int64_t number =
        std::clamp<std::int64_t>(static_cast<std::int64_t>(m_number) + distance, 0, size);
    goTo(static_cast<std::uint64_t>(number), false);
}

void SessionCursor::stepSameName(bool forward)
{
    const InspectorFrame &frame = m_source.frame();
    if (!frame.timeline || m_number == 0)
        return step(forward ? 1 : -1);
    const SessionIndex &index = frame.timeline->index();
    const NameTable::Id name = index.entry(m_number).name;
    for (std::uint64_t number = m_number; forward ? number < index.size() : number > 1;) {
        number = forward ? number + 1 : number - 1;
        if (index.entry(number).name == name)
            return goTo(number, false);
    }
}

void SessionCursor::goToTime(TimeMs time)
{
    if (m_source.frame().timeline)
        goTo(m_source.frame().timeline->index().lastNotAfter(time).value_or(0));
}

void SessionCursor::setMode(Mode mode)
{
    if (mode == Mode::Live && !canGrow())
        return goTo(m_source.frame().size(), false);
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_seenRecords = m_source.frame().size();
    if (mode == Mode::Live) {
        m_source.engine().followEnd();
        m_number = m_source.frame().size();
        keepInSight();
        emit moved();
    } else {
        m_source.engine().setCursor(m_number);
    }
    emit modeChanged();
}

void SessionCursor::leaveLive()
{
    if (m_mode == Mode::Live)
        setMode(Mode::Paused);
}

bool SessionCursor::canGrow() const
{
    const InspectorFrame &frame = m_source.frame();
    return frame.isFollowed || frame.phase == InspectorFrame::Phase::Loading;
}

void SessionCursor::back()
{
    if (m_visits.empty())
        return;
    if (m_visits[m_visit] != m_number)
        remember(m_number); // by steps or by the hand, from where one may want to go on
    if (m_visit > 0)
        goTo(m_visits[--m_visit], false);
}

void SessionCursor::forward()
{
    if (m_visit + 1 < m_visits.size())
        goTo(m_visits[++m_visit], false);
}

void SessionCursor::setVisible(const Range &range)
{
    showRange(range);
    if (!isShown(m_number))
        leaveLive();
}

void SessionCursor::showRange(Range range)
{
    constexpr double least = 1; // ms
    range.end = std::max(range.end, range.begin + least);
    m_showsAll = false;
    if (range == m_visible)
        return;
    m_visible = range;
    emit visibleChanged();
}

void SessionCursor::showAll()
{
    const SessionTracks &tracks = *m_source.frame().tracks;
    showRange({tracks.firstTime, tracks.lastTime});
    m_showsAll = true;
}

void SessionCursor::chooseFaction(const QString &id)
{
    if (id == m_faction)
        return;
    m_faction = id;
    emit factionChanged();
}

void SessionCursor::hoverTime(TimeMs time)
{
    const InspectorFrame &frame = m_source.frame();
    hover(Hover{time, frame.timeline ? frame.timeline->index().lastNotAfter(time).value_or(0) : 0});
}

void SessionCursor::hoverRecord(std::uint64_t number)
{
    const InspectorFrame &frame = m_source.frame();
    if (number == 0 || number > frame.size())
        return hoverNothing();
    hover(Hover{frame.timeline->index().timeOf(number), number});
}

void SessionCursor::hoverNothing()
{
    hover({});
}

void SessionCursor::hover(const std::optional<Hover> &place)
{
    if (place == m_hovered)
        return;
    m_hovered = place;
    emit hoverChanged();
}

void SessionCursor::takeSession()
{
    hoverNothing(); // it was a place of the session before
    // What was asked for on the way, such as by a replay, was meant for the session before.
    m_source.engine().setCursor(0);
    m_number = 0;
    m_mode = Mode::Paused;
    m_seenRecords = 0;
    m_wasRead = false;
    m_showsAll = true;
    m_visits.clear();
    m_visit = 0;
    m_faction.clear();
    emit modeChanged();
    emit factionChanged();
    emit moved();
}

void SessionCursor::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    if (!m_wasRead) {
        m_seenRecords = frame.size();
        m_wasRead = frame.phase != InspectorFrame::Phase::Loading;
    }
    if (m_showsAll)
        showAll();
    if (m_mode == Mode::Live && frame.cursor != m_number) {
        m_number = frame.cursor;
        keepInSight();
        emit moved();
    }
    if (!canGrow() && m_number == frame.size())
        leaveLive();
}

void SessionCursor::move(std::uint64_t number)
{
    if (number == m_number)
        return;
    m_number = number;
    m_source.engine().setCursor(number);
    keepInSight();
    emit moved();
}

void SessionCursor::remember(std::uint64_t number)
{
    constexpr std::size_t mostVisits = 200;
    if (!m_visits.empty() && m_visits[m_visit] == number)
        return;
    m_visits.resize(m_visits.empty() ? 0 : m_visit + 1);
    m_visits.push_back(number);
    if (m_visits.size() > mostVisits)
        m_visits.erase(m_visits.begin());
    m_visit = m_visits.size() - 1;
}

bool SessionCursor::isShown(std::uint64_t number) const
{
    const InspectorFrame &frame = m_source.frame();
    if (m_showsAll || !frame.timeline || number == 0 || number > frame.size())
        return true;
    const TimeMs at = frame.timeline->index().timeOf(number);
    return at >= m_visible.begin && at <= m_visible.end;
}

/// Moves the visible range along where the cursor left it.
void SessionCursor::keepInSight()
{
    if (isShown(m_number))
        return;
    const TimeMs at = m_source.frame().timeline->index().timeOf(m_number);
    const double width = m_visible.end - m_visible.begin;
    showRange({at - width / 2, at + width / 2});
}

} // namespace inspector
