// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <cstddef>
#include <string>

namespace inspector {

/// The value as compact JSON within a sentence: cut behind `most` bytes, with … for the rest.
[[nodiscard]] std::string shortJson(const JsonValue &value, std::size_t most = 160);

} // namespace inspector
