// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HashIndex.h"
#include "core/base/JsonValue.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// An immutable JSON object whose members stand in the order in which ECMAScript iterates them
/// (docs/formats.md, "Key order"). Looking up a member of a large one is hashed, so a line of a million keys
/// costs no more per key.
class JsonObject
{
public:
    struct Member
    {
        std::string key;
        JsonValue value;

        friend bool operator==(const Member &, const Member &) = default;
    };
    using Members = std::vector<Member>;

    JsonObject() = default;
    /// From members in the order in which they were written; a repeated key keeps its first place and its
    /// last value.
    explicit JsonObject(Members members);
    JsonObject(std::initializer_list<Member> members);

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    [[nodiscard]] bool empty() const { return m_members.empty(); }
    [[nodiscard]] Members::const_iterator begin() const { return m_members.begin(); }
    [[nodiscard]] Members::const_iterator end() const { return m_members.end(); }

    /// The member's value, or nullptr.
    [[nodiscard]] const JsonValue *find(std::string_view key) const;
    /// The member's value, or null.
    [[nodiscard]] const JsonValue &operator[](std::string_view key) const;

    /// The members once more, to build another object from.
    [[nodiscard]] const Members &members() const { return m_members; }

    friend bool operator==(const JsonObject &a, const JsonObject &b) { return a.m_members == b.m_members; }

private:
    void foldRepeatedKeys();
    void foldRepeatedKeysByHash();
    void sortArrayIndices();
    void indexMembers();

    Members m_members;
    std::optional<HashIndex> m_index;
};

} // namespace inspector
