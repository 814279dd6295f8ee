// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/MarkerList.h"

#include "ui/common/FrameSource.h"

#include <algorithm>

namespace inspector {

MarkerList::MarkerList(FrameSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    connect(&source, &FrameSource::sessionChanged, this, &MarkerList::clear);
}

void MarkerList::add(std::uint64_t number, const QString &label)
{
    const InspectorFrame &frame = m_source.frame();
    if (!frame.timeline)
        return;
    UserMarker marker;
    marker.number = std::min(number, frame.size());
    marker.at = marker.number == 0 ? frame.tracks->firstTime : frame.timeline->index().timeOf(marker.number);
    marker.label = label.toStdString();
    const auto behind = std::upper_bound(m_markers.begin(), m_markers.end(), marker.number,
        [](std::uint64_t number, const UserMarker &each) { return number < each.number; });
    m_markers.insert(behind, std::move(marker));
    ++m_made;
    emit changed();
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

void MarkerList::clear()
{
    m_markers.clear();
    m_made = 0;
    emit changed();
}

} // namespace inspector
