// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/session/SessionIndex.h"

#include <cstdint>
#include <string_view>

namespace inspector {

/// The record that somebody means who types where to go: `#18219` or `18219`, `+10` and `-10` from record
/// #`from`, `12:31` or `1:12:31.482` from the time `start` (ms since the epoch), or an ISO time; of a time,
/// the last record that had happened. Error `no_such_place`.
[[nodiscard]] Result<std::uint64_t> findPlace(
    std::string_view typed, const SessionIndex &index, std::uint64_t from, TimeMs start);

} // namespace inspector
