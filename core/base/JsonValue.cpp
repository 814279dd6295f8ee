// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonValue.h"

#include <array>

namespace inspector {

JsonValue::JsonValue(JsonArray values)
    : m_data(Shared<JsonArray>(std::move(values)))
{}

JsonValue::JsonValue(JsonObject object)
    : m_data(Shared<JsonObject>(std::move(object)))
{}

std::string_view JsonValue::typeName() const
{
    constexpr std::array<std::string_view, 6> names{"null", "boolean", "number", "string", "list", "object"};
    return names[m_data.index()];
}

bool operator==(const JsonValue &a, const JsonValue &b)
{
    return a.m_data == b.m_data;
}

} // namespace inspector
