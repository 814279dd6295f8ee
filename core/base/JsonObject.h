// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/HashIndex.h"
#include "core/base/JsonValue.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

    /// A member in `JsonObject{{"key", value}, …}`.
    class Initial
    {
    public:
        Initial(std::string key, JsonValue value)
            : m_member{std::move(key), std::move(value)}
        {}

    private:
        friend class JsonObject;
        mutable Member m_member; // moved out, although the elements of an initializer_list are const
    };

    JsonObject() = default;
    /// From members in the order in which they were written; a repeated key keeps its first place and its
    /// last value.
    explicit JsonObject(Members members);
    JsonObject(std::initializer_list<Initial> members);

    [[nodiscard]] std::size_t size() const { return m_members.size(); }
    [[nodiscard]] bool empty() const { return m_members.empty(); }
    [[nodiscard]] Members::const_iterator begin() const { return m_members.begin(); }
    [[nodiscard]] Members::const_iterator end() const { return m_members.end(); }

    /// The member's value, or nullptr.
    [[nodiscard]] const JsonValue *find(std::string_view key) const;
    /// As `find`, looking first from `place` on, and then sets `place` behind what it found: for readers who
    /// ask for members in nearly the order in which they stand.
    [[nodiscard]] const JsonValue *findFrom(std::size_t &place, std::string_view key) const;
    /// The member's value, or null.
    [[nodiscard]] const JsonValue &operator[](std::string_view key) const;

    /// The members once more, to build another object from.
    [[nodiscard]] const Members &members() const { return m_members; }

    friend bool operator==(const JsonObject &a, const JsonObject &b) { return a.m_members == b.m_members; }

private:
    friend class JsonRewriter; // takes the members of an object that is of no further use
    void foldRepeatedKeys();
    void foldRepeatedKeysByHash();
    void sortArrayIndices();
    void indexMembers();

    Members m_members;
    std::uint64_t m_kinds =
        0; // of its keys, a bit each, while there is no index: tells most absent keys at once
    std::optional<HashIndex> m_index;
};

} // namespace inspector
