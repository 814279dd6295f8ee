// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Shared.h"

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace inspector {

class JsonObject;
class JsonValue;
using JsonArray = std::vector<JsonValue>;

/// One JSON value. Lists and objects are immutable and shared, so a copy is cheap whatever its size; text is
/// UTF-8. Numbers are doubles, as in the game.
class JsonValue
{
public:
    JsonValue() = default;
    JsonValue(std::nullptr_t) {}
    JsonValue(std::same_as<bool> auto value)
        : m_data(value)
    {}
    template <class N>
    requires(std::integral<N> || std::floating_point<N>) && (!std::same_as<N, bool>)JsonValue(N number)
        : m_data(static_cast<double>(number))
    {}
    JsonValue(std::string text)
        : m_data(std::move(text))
    {}
    JsonValue(std::string_view text)
        : m_data(std::string(text))
    {}
    JsonValue(const char *text)
        : m_data(std::string(text))
    {}
    JsonValue(JsonArray values);
    JsonValue(JsonObject object);
    JsonValue(Shared<JsonObject> object)
        : m_data(std::move(object))
    {}
    template <class T>
    JsonValue(std::optional<T> value)
    {
        if (value)
            *this = JsonValue(std::move(*value));
    }

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] const bool *asBool() const { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const double *asNumber() const { return std::get_if<double>(&m_data); }
    [[nodiscard]] const std::string *asString() const { return std::get_if<std::string>(&m_data); }
    [[nodiscard]] const JsonArray *asArray() const
    {
        const auto *shared = std::get_if<Shared<JsonArray>>(&m_data);
        return shared == nullptr ? nullptr : &**shared;
    }
    [[nodiscard]] const JsonObject *asObject() const
    {
        const Shared<JsonObject> *shared = asSharedObject();
        return shared == nullptr ? nullptr : &**shared;
    }
    /// The object itself, shared, or nullptr when this is none.
    [[nodiscard]] const Shared<JsonObject> *asSharedObject() const
    {
        return std::get_if<Shared<JsonObject>>(&m_data);
    }

    /// "null", "boolean", "number", "string", "list" or "object".
    [[nodiscard]] std::string_view typeName() const;

    friend bool operator==(const JsonValue &a, const JsonValue &b);

private:
    friend class JsonRewriter;
    std::variant<std::monostate, bool, double, std::string, Shared<JsonArray>, Shared<JsonObject>> m_data;
};

} // namespace inspector

#include "core/base/JsonObject.h" // IWYU pragma: export; a JsonValue is of little use without it
