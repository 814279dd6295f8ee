// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/session/SessionRecord.h"
#include "core/state/WorldState.h"

#include <cstdint>
#include <optional>
#include <string>

namespace inspector {

/// A record with the state before and after it, so that what it changed can be told in words.
struct RecordDetails
{
    std::uint64_t number = 0;
    SessionRecord record;
    std::string text; ///< as it stands in the file; empty where no line of it holds the record
    WorldState before, after;
    std::optional<Error> error; ///< why nothing else of this is filled
};

class TimelineReader;

/// Record #`number` with the states around it.
[[nodiscard]] RecordDetails detailsOf(TimelineReader &reader, std::uint64_t number);

} // namespace inspector
