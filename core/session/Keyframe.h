// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/FrozenState.h"

#include <cstdint>
#include <variant>

namespace inspector {

/// The state just after record #`number`; 0 is the start.
struct Keyframe
{
    std::uint64_t number = 0;
    /// Packed; a state too large for that stays as it is and shares what it can with its neighbours.
    std::variant<ReplayState, FrozenState> content;
    bool pinned = false;         ///< never thinned out
    std::uint64_t textBytes = 0; ///< of the records that lie between the keyframe before and this one

    [[nodiscard]] ReplayState state() const
    {
        const auto *frozen = std::get_if<FrozenState>(&content);
        return frozen != nullptr ? frozen->thaw() : std::get<ReplayState>(content);
    }
};

} // namespace inspector
