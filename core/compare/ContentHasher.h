// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/diff/PathPatterns.h"
#include "core/session/SessionRecord.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace inspector {

/// Gives each record a number, which is the same where SessionComparison finds two records the same: neither
/// what is passed over nor the order of an object's members changes it.
class ContentHasher
{
public:
    /// That of session records, which are not compared, and of no other.
    static constexpr std::uint64_t notCompared = 0;

    explicit ContentHasher(const PathPatterns &ignored);
    ContentHasher(const ContentHasher &) = delete;
    ContentHasher &operator=(const ContentHasher &) = delete;

    /// Remembers which places are passed over: matching the path of each value of each record would take
    /// longer than reading it.
    [[nodiscard]] std::uint64_t hashOf(const SessionRecord &record);

private:
    struct Place
    {
        const Place *above = nullptr; ///< nullptr of the whole
        std::string part;             ///< of the path: the key of a member, the number of an element
        bool isIgnored = false;
        bool isEachElementIgnored = false;
        /// As far as remembered, by the hash of their part; of several with one hash it is the first.
        std::unordered_map<std::uint64_t, std::unique_ptr<Place>> below;
    };

    [[nodiscard]] Place makePlace(const Place *above, std::string_view part) const;
    [[nodiscard]] std::uint64_t contentOf(const SessionRecord &record);
    [[nodiscard]] std::uint64_t valueAt(Place &place, const JsonValue &value);
    [[nodiscard]] std::uint64_t valueBelow(
        Place &above, std::string_view part, std::uint64_t partHash, const JsonValue &value);
    [[nodiscard]] std::uint64_t member(Place &above, std::string_view key, const JsonValue &value);
    [[nodiscard]] std::uint64_t list(Place &place, const JsonArray &values);

    const PathPatterns m_ignored;
    Place m_whole;
    std::size_t m_remembered = 0; // places
};

} // namespace inspector
