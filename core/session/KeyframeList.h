// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedList.h"
#include "core/session/Keyframe.h"
#include "core/session/RecordPlace.h"

#include <cstddef>
#include <cstdint>

namespace inspector {

/// States along a session, from which any other one is a few steps away. Bounded in number and in memory:
/// beyond that every second one goes, and from then on they are set twice as far apart.
///
/// A value: a copy costs a few reference counts. What is const may be called from any number of threads at
/// once.
class KeyframeList
{
public:
    struct Options
    {
        std::uint64_t spacing = 512;             ///< steps from one to the next, before any thinning
        std::size_t maxCount = 8192;             ///< at least 2
        std::size_t maxBytes = 64U << 20U;       ///< by the estimate of `bytesUsed`
        std::size_t maxFrozenBytes = 64U << 10U; ///< a state that needs more is not packed
        /// Text of all records, where that is known: what would be thinned out later is not packed at first.
        std::uint64_t inputBytes = 0;
    };

    /// Text of a record that takes as long to play again as one step more.
    static constexpr std::uint64_t bytesPerStep = 1024;

    /// Begins with a pinned keyframe of `start` at 0.
    KeyframeList(const Options &options, const ReplayState &start);

    /// Counts a record that changed state: a step, and more where its text is long. True when a keyframe
    /// behind it is due.
    [[nodiscard]] bool advance(const RecordPlace &place);
    /// Sets a keyframe; `number` is greater than that of the last one. `cold` keeps what it packs into, where
    /// there is one that does.
    void set(std::uint64_t number, const ReplayState &state, bool pinned = false, ColdFile *cold = nullptr);

    /// The last one that is not behind record #`number`.
    [[nodiscard]] const Keyframe &nearest(std::uint64_t number) const;

    [[nodiscard]] std::size_t size() const { return m_list.size(); }
    [[nodiscard]] std::uint64_t spacing() const { return m_spacing; }
    /// Bytes, wherever they are; for states that are not packed an estimate, as what neighbours share is hard
    /// to tell.
    [[nodiscard]] std::size_t bytesUsed() const { return m_bytes; }

private:
    void append(Keyframe keyframe);
    void thin();
    /// Whether there will be too many of them before the input ends, with some certainty.
    [[nodiscard]] bool willBeTooMany() const;
    /// Of one that is to come behind the last.
    [[nodiscard]] std::size_t bytesOf(const Keyframe &keyframe) const;

    Options m_options;
    SharedList<Keyframe> m_list;
    HeldParts m_parts; // of the last one
    std::uint64_t m_spacing;
    std::uint64_t m_steps = 0;     // since the last keyframe
    std::uint64_t m_textBytes = 0; // since the last keyframe
    std::uint64_t m_longestText = 0;
    std::uint64_t m_readTo = 0; // bytes of the input
    std::size_t m_bytes = 0;
};

} // namespace inspector
