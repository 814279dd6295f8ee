// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/SequenceAlignment.h"
#include "core/compare/SessionOutline.h"

#include <string>
#include <string_view>

namespace inspector {

/// Which place of one session is which of another (docs/compare.md, "Aligned").
class SessionAlignment
{
public:
    /// By what places are found.
    struct Choice
    {
        enum class By
        {
            Number, ///< record #N is record #N
            Events, ///< by what the records are about, as much as the two have in common
            First,  ///< the first event of a name is the same moment
            Step,   ///< the steps of the tutorial
            Marker,
        };

        By by = By::Events;
        std::string event = {}; ///< of By::First

        /// Reads "number", "events", "step", "marker" and "event:NAME". Error `bad_alignment`.
        [[nodiscard]] static Result<Choice> parse(std::string_view text);
        [[nodiscard]] std::string text() const;

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    /// Error `nothing_to_align` where the two have nothing of that kind in common.
    [[nodiscard]] static Result<SessionAlignment> between(
        const SessionOutline &base, const SessionOutline &head, const Choice &choice);

    /// The record of the head that is where #`base` is in the base; 0 is the start. Between two places in
    /// common it is as far behind the first as in the base, and never at or behind the next.
    [[nodiscard]] std::uint64_t headOf(std::uint64_t base) const;
    [[nodiscard]] std::uint64_t baseOf(std::uint64_t head) const;

    /// The places in common: record numbers, from 1.
    [[nodiscard]] const AlignedRuns &runs() const { return m_runs; }
    /// How many records of both are in one of these.
    [[nodiscard]] std::uint64_t alignedCount() const;

private:
    SessionAlignment(AlignedRuns runs, std::uint64_t baseSize, std::uint64_t headSize)
        : m_runs(std::move(runs))
        , m_baseSize(baseSize)
        , m_headSize(headSize)
    {}

    AlignedRuns m_runs;
    std::uint64_t m_baseSize, m_headSize;
};

} // namespace inspector
