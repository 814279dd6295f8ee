// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongList.h"
#include "core/engine/ReputationSummary.h"

#include <array>
#include <cstddef>

namespace inspector {

/// The reputation of a faction in the course of a session, in the order of the records: all points, and
/// summaries of 16 of them, of 64 and so on, so that who draws looks at as many as there are pixels for. A
/// value; a copy shares everything.
class ReputationTrack
{
public:
    using value_type = ReputationPoint;
    using const_iterator = LongList<ReputationPoint>::const_iterator;

    [[nodiscard]] std::size_t size() const { return m_points.size(); }
    [[nodiscard]] bool empty() const { return m_points.empty(); }
    [[nodiscard]] const ReputationPoint &operator[](std::size_t i) const { return m_points[i]; }
    [[nodiscard]] const ReputationPoint &back() const { return m_points.back(); }
    [[nodiscard]] const_iterator begin() const { return m_points.begin(); }
    [[nodiscard]] const_iterator end() const { return m_points.end(); }

    /// What is full goes to `cold`, where there is one that takes it.
    void push_back(const ReputationPoint &point, ColdFile *cold = nullptr);

    /// Goes through the points from place `from` to before `end`: those of a summary that is
    /// `isEnough(summary)` come as one `takeSummary(summary)`, all others each as `takePoint(point)`.
    template <class IsEnough, class TakePoint, class TakeSummary>
    void forEach(std::size_t from, std::size_t end, IsEnough isEnough, TakePoint takePoint,
        TakeSummary takeSummary) const
    {
        while (from < end) {
            const auto [summary, count] = largest(from, end, isEnough);
            if (summary == nullptr)
                takePoint(m_points[from]);
            else
                takeSummary(*summary);
            from += count;
        }
    }

    /// The place from which on all points before `end` are known.
    [[nodiscard]] std::size_t knownFrom(std::size_t end) const;

    friend bool operator==(const ReputationTrack &a, const ReputationTrack &b)
    {
        return a.m_points == b.m_points;
    }

private:
    static constexpr std::size_t leastSpan = 16;
    static constexpr std::size_t fan = 4; // summaries that the next level puts together
    static constexpr std::size_t levels = 7;

    struct Run
    {
        const ReputationSummary *summary; // nullptr for a single point
        std::size_t count;
    };

    /// The largest summary that begins at `from`, ends by `end` and is enough. From the largest down: the
    /// small ones of a long track fill many pages of a file, and each that is looked at is memory.
    template <class IsEnough>
    [[nodiscard]] Run largest(std::size_t from, std::size_t end, IsEnough &isEnough) const
    {
        std::size_t level = 0;
        std::size_t span = leastSpan;
        for (; level < levels && isWhole(level, span, from, end); ++level)
            span *= fan;
        while (level-- > 0) {
            span /= fan;
            const ReputationSummary &summary = m_levels[level][from / span];
            if (isEnough(summary))
                return {&summary, span};
        }
        return {nullptr, 1};
    }

    /// Whether a level has a summary of the `span` points at `from`, which end by `end`.
    [[nodiscard]] bool isWhole(std::size_t level, std::size_t span, std::size_t from, std::size_t end) const
    {
        return from % span == 0 && from + span <= end && from / span < m_levels[level].size();
    }

    void summarise(ColdFile *cold);
    /// How many points that end before `end` are known to be known, by the largest summary that says so.
    [[nodiscard]] std::size_t knownRun(std::size_t end) const;

    LongList<ReputationPoint> m_points;
    std::array<LongList<ReputationSummary>, levels> m_levels;
};

} // namespace inspector
