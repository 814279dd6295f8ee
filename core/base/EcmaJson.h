// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <string>
#include <string_view>

namespace inspector {

/// JSON text byte for byte as ECMAScript's JSON.stringify writes it (ECMA-262, "SerializeJSONProperty" and
/// "Number::toString"); docs/decisions/0003-own-json-writer.md says why no library does.
enum class JsonLayout
{
    Compact,  ///< JSON.stringify(value)
    Indented, ///< JSON.stringify(value, null, 2)
};

[[nodiscard]] std::string toJsonText(const JsonValue &value, JsonLayout layout);

/// Appends `text` quoted and escaped.
void appendJsonString(std::string &out, std::string_view text);

/// Appends `number` as ECMAScript's Number-to-string; NaN and infinities, which JSON does not have, as null.
void appendJsonNumber(std::string &out, double number);

} // namespace inspector
