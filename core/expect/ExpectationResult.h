// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/Expectation.h"

#include <cstdint>
#include <string>

namespace inspector {

/// What became of an expectation in a session.
struct ExpectationResult
{
    Expectation expectation;
    bool isMet = false;
    std::uint64_t record = 0; ///< the one behind which that was decided; 0 where there was none
    JsonValue actual;         ///< the value there; null where there is none
    std::string reason;       ///< why it is not met; empty where it is

    friend bool operator==(const ExpectationResult &, const ExpectationResult &) = default;
};

/// The expectation as its file has it, and `{met, record, actual, reason}`.
[[nodiscard]] JsonObject toJson(const ExpectationResult &result);

} // namespace inspector
