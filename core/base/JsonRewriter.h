// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <cstddef>
#include <string>
#include <utility>

namespace inspector {

/// Writes over values that are of no further use, in the memory that they have: a payload is read a million
/// times over, and to free and to allocate its parts would take as long as to read it. What others share is
/// left to them.
class JsonRewriter
{
public:
    /// Memory beyond that goes with what it was made for: one large payload is no measure for the next.
    static constexpr std::size_t largestKept = 4096; // bytes, of a text or of a list of members

    /// `value` as a text, which is what it was before, or empty.
    static std::string &text(JsonValue &value)
    {
        auto *text = std::get_if<std::string>(&value.m_data);
        if (text == nullptr || text->capacity() > largestKept)
            text = &value.m_data.emplace<std::string>();
        return *text;
    }

    /// Makes `value` an object of the members that `fill(members)` makes of those that it had, or of none.
    template <class Fill>
    static void object(JsonValue &value, Fill fill)
    {
        auto *shared = std::get_if<Shared<JsonObject>>(&value.m_data);
        if (shared == nullptr || !shared->isAlone())
            shared = &value.m_data.emplace<Shared<JsonObject>>(JsonObject());
        shared->change([&](JsonObject &object) {
            JsonObject::Members members;
            if (object.m_members.capacity() * sizeof(JsonObject::Member) <= largestKept)
                members = std::move(object.m_members);
            fill(members);
            object = JsonObject(std::move(members));
        });
    }
};

} // namespace inspector
