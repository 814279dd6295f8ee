// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/session/mission/SeededRandom.h"

#include <cstdint>
#include <string>
#include <string_view>

class QIODevice;

namespace inspector {

/// Makes sessions of any length that look like what a game sends: names, sizes and nesting of the payloads.
/// The same options give the same bytes. Half of the events are such that no slice reduces; the other half is
/// faction and tutorial events in equal parts.
class SessionGenerator
{
public:
    struct Options
    {
        std::uint64_t records = 0; ///< the session record included
        std::uint64_t seed = 1;
        std::uint64_t factions = 12;       ///< different faction ids
        std::uint64_t tutorialSteps = 400; ///< different step ids, taken one after another and then once more
        bool onlyReduced = false;          ///< leave out the events that no slice reduces
    };

    explicit SessionGenerator(const Options &options);

    /// Appends the next record and its line end to `text`; false when there are no more.
    bool appendRecord(std::string &text);

    /// Writes all records that are left, in memory bounded by a block. Error `write_failed`.
    [[nodiscard]] Result<void> writeTo(QIODevice &device);

private:
    void appendEvent(std::string &text);
    void appendTutorialEvent(std::string &text);
    void appendFilled(std::string &text, std::string_view pattern);
    void appendDrawn(std::string &text, char what);

    Options m_options;
    SeededRandom m_random;
    std::uint64_t m_made = 0;
    std::uint64_t m_time; // ms since the epoch
    std::uint64_t m_step = 0;
    std::size_t m_stepEvent = 0; // of those that a step goes through
};

} // namespace inspector
