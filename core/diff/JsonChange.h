// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <string>
#include <vector>

namespace inspector {

/// One difference between two JSON values.
struct JsonChange
{
    enum class Kind
    {
        Added,
        Removed,
        Changed,
        Moved, ///< within its list
    };

    Kind kind = Kind::Changed;
    std::string path; ///< for people: `factions.byId.wraith_network.fame`, `quests[id=cargo].stage`
    /// RFC 6901, valid once all changes before this one were made.
    std::string pointer;
    std::string from; ///< of what moved: where it was, as `pointer`
    JsonValue before, after;

    friend bool operator==(const JsonChange &, const JsonChange &) = default;
};

using JsonChanges = std::vector<JsonChange>;

/// The changes as a JSON Patch (RFC 6902): applied to the base, it makes the head.
[[nodiscard]] JsonValue jsonPatch(const JsonChanges &changes);

} // namespace inspector
