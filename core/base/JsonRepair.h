// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inspector {

/// JSON text rewritten so that a strict parser takes what the session format allows beyond it
/// (docs/formats.md, "Lines"): an ill-formed byte or a lone surrogate escape becomes U+FFFD, a number beyond
/// a double's range null, an integer beyond 64 bits a double. Everything else, errors included, stays as it
/// is.
struct JsonRepair
{
    std::string text;
    bool replacedBytes = false;
    bool replacedSurrogates = false;
    bool replacedNumbers = false;
};

[[nodiscard]] JsonRepair repairJson(std::string_view text);

} // namespace inspector
