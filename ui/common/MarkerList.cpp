// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/MarkerList.h"

#include "ui/common/FrameSource.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

QString placeOf(const SessionSource &source)
{
    return source.kind == SessionSource::Kind::Demo
               ? QStringLiteral("%1 %2").arg(QString::fromStdString(source.mission)).arg(source.seed)
               : QString::fromStdString(source.path);
}

TimeMs timeOf(const InspectorFrame &frame, std::uint64_t number)
{
    return number == 0 ? frame.tracks->firstTime : frame.timeline->index().timeOf(number);
}

} // namespace

MarkerList::MarkerList(FrameSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    connect(&source, &FrameSource::sessionChanged, this, &MarkerList::takeSession);
    connect(&source, &FrameSource::frameChanged, this, &MarkerList::takeFrame);
}

void MarkerList::add(std::uint64_t number, const QString &label)
{
    const InspectorFrame &frame = m_source.frame();
    if (!frame.timeline)
        return;
    UserMarker marker;
    marker.number = std::min(number, frame.size());
    marker.at = timeOf(frame, marker.number);
    marker.label = label.toStdString();
    insert(std::move(marker));
    ++m_made;
    emit changed();
}

void MarkerList::insert(UserMarker marker)
{
    const auto behind = std::upper_bound(m_markers.begin(), m_markers.end(), marker.number,
        [](std::uint64_t number, const UserMarker &each) { return number < each.number; });
    m_markers.insert(behind, std::move(marker));
}

void MarkerList::remove(std::size_t place)
{
    if (place >= m_markers.size())
        return;
    m_markers.erase(m_markers.begin() + static_cast<std::ptrdiff_t>(place));
    emit changed();
}

QString MarkerList::nextLabel() const
{
    return tr("Marker %1").arg(m_made + 1);
}

void MarkerList::takeSession()
{
    m_markers.insert(m_markers.end(), m_waiting.begin(), m_waiting.end()); // it was left before it was read
    if (m_markers.empty())
        m_kept.remove(m_place);
    else
        m_kept.insert(m_place, {std::move(m_markers), m_made});
    m_place = placeOf(m_source.frame().source);
    const Kept kept = m_kept.take(m_place);
    m_markers.clear();
    m_waiting = kept.markers;
    m_made = kept.made;
    emit changed();
}

/// A file may be another one by now: what does not fit to it is left out.
void MarkerList::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    if (m_waiting.empty() || frame.isOpening || !frame.timeline)
        return;
    for (UserMarker &marker : std::exchange(m_waiting, {})) {
        if (marker.number <= frame.size() && marker.at == timeOf(frame, marker.number))
            insert(std::move(marker));
    }
    emit changed();
}

} // namespace inspector
