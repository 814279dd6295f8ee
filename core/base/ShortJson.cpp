// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ShortJson.h"

#include "core/base/EcmaJson.h"
#include "core/base/Utf8.h"

namespace inspector {

std::string shortJson(const JsonValue &value, std::size_t most)
{
    std::string text = toJsonText(value, JsonLayout::Compact);
    return text.size() <= most ? text : std::string(utf8Start(text, most)) + "…";
}

} // namespace inspector
