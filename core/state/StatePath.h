// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// A place in the world state that changed: "factions.byId.vanguard_prime.fame" is slice, field, key and
/// member; trailing parts are empty where the change is wider. The parts point into the two states compared
/// and live as long as they do.
struct StatePath
{
    std::string_view slice;
    std::string_view field;
    std::string_view key;
    std::string_view member;

    [[nodiscard]] std::string text() const;
    friend bool operator==(const StatePath &, const StatePath &) = default;
};

using StatePaths = std::vector<StatePath>;

} // namespace inspector
