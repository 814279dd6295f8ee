// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace inspector {

/// A place in the text that a JsonReader read last; nothing is copied before it is asked for. Valid until
/// that reader reads again.
class JsonView
{
public:
    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] std::optional<std::string_view> asString() const;
    [[nodiscard]] std::optional<double> asNumber() const;

    /// A copy of this place and everything in it.
    [[nodiscard]] JsonValue toValue() const;
    /// The same, into the memory that `value` has and shares with nobody.
    void copyTo(JsonValue &value) const;

    /// "null", "boolean", "number", "string", "list" or "object".
    [[nodiscard]] std::string_view typeName() const;

    /// Calls `visit(key, value)` for each member of an object, repeated keys included, as written.
    template <class Visit>
    void forEachMember(Visit visit) const
    {
        visitMembers(&visit, [](void *context, std::string_view key, const JsonView &value) {
            (*static_cast<Visit *>(context))(key, value);
        });
    }

private:
    friend class JsonReader;
    using Visitor = void (*)(void *, std::string_view, const JsonView &);
    void visitMembers(void *context, Visitor visit) const;

    // A simdjson::dom::element, kept opaque: its header would add seconds to every file that reads a session.
    alignas(void *) std::array<std::byte, 2 * sizeof(void *)> m_element{};
};

} // namespace inspector
