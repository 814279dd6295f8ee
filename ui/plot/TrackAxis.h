// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"
#include "core/engine/TrackLookup.h"
#include "core/session/SessionIndex.h"
#include "ui/common/SessionCursor.h"

#include <cstdint>
#include <utility>

namespace inspector {

/// The axis that lanes stand on: the time of records, or their numbers. Knows which records are visible, so
/// that points of tracks are looked up by number also where the clock goes back.
class TrackAxis
{
public:
    enum class Unit
    {
        Time,
        Number,
    };

    TrackAxis() = default;
    /// The axis that shows the time range `visible` of a session.
    TrackAxis(Unit unit, const SessionIndex &index, const SessionCursor::Range &visible);

    [[nodiscard]] Unit unit() const { return m_unit; }
    [[nodiscard]] double begin() const { return m_begin; }
    [[nodiscard]] double end() const { return m_end; }
    /// The records that can be visible, both included.
    [[nodiscard]] std::uint64_t firstNumber() const { return m_firstNumber; }
    [[nodiscard]] std::uint64_t lastNumber() const { return m_lastNumber; }

    /// Where a record at `number` and `at` stands.
    [[nodiscard]] double position(std::uint64_t number, TimeMs at) const
    {
        return m_unit == Unit::Time ? at : static_cast<double>(number);
    }

    friend bool operator==(const TrackAxis &, const TrackAxis &) = default;

private:
    Unit m_unit = Unit::Time;
    double m_begin = 0, m_end = 1;
    std::uint64_t m_firstNumber = 0, m_lastNumber = 0;
};

/// Places of points: from the first to before the second.
struct PlaceRange
{
    std::size_t begin = 0, end = 0;
};

/// Those of the points of a track from record #`first` to #`last`, with the one before them, which is still
/// in effect at the beginning.
template <class Points>
[[nodiscard]] PlaceRange placesBetween(const Points &points, std::uint64_t first, std::uint64_t last)
{
    const std::size_t before = first == 0 ? 0 : countUpTo(points, first - 1);
    return {before == 0 ? 0 : before - 1, countUpTo(points, last)};
}

/// Those of the points that are visible on `axis`.
template <class Points>
[[nodiscard]] PlaceRange visiblePlaces(const Points &points, const TrackAxis &axis)
{
    return placesBetween(points, axis.firstNumber(), axis.lastNumber());
}

/// Calls `visit(point)` for the points of placesBetween.
template <class Points, class Visit>
void forEachBetween(const Points &points, std::uint64_t first, std::uint64_t last, Visit visit)
{
    const PlaceRange places = placesBetween(points, first, last);
    for (std::size_t i = places.begin; i < places.end; ++i)
        visit(points[i]);
}

} // namespace inspector
