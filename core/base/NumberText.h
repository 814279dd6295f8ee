// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/EcmaJson.h"

#include <string>

namespace inspector {

/// A number in messages, as JSON has it: "12", "0.25".
[[nodiscard]] inline std::string numberText(double value)
{
    std::string text;
    appendJsonNumber(text, value);
    return text;
}

} // namespace inspector
