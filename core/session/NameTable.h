// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/KeyOrderedMap.h"
#include "core/base/Shared.h"
#include "core/session/SessionRecord.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// What the records of a session are called, each name once, and how often. Names come from the game: once
/// there are too many, or one is too long, the rest of its type counts together as "others".
class NameTable
{
public:
    using Id = std::uint16_t;
    static constexpr std::size_t defaultMaxNames = 4096;
    static constexpr std::size_t maxNameBytes = 1024;

    struct Name
    {
        SessionRecord::Type type = SessionRecord::Type::Unknown;
        std::string text;      ///< the event's name, empty where it lacks one; of any other record its type
        bool isOthers = false; ///< stands for all names of its type that have no place of their own

        friend bool operator==(const Name &, const Name &) = default;
    };

    /// `maxNames` is at most 16384.
    explicit NameTable(std::size_t maxNames = defaultMaxNames);

    /// Counts the record under its name.
    Id add(const SessionRecord &record);

    /// Under what the record is, or would be, counted; nothing where its name is new.
    [[nodiscard]] std::optional<Id> find(const SessionRecord &record) const;

    [[nodiscard]] std::size_t size() const { return m_names.size(); }
    [[nodiscard]] const Name &name(Id id) const { return *m_names[id]; }
    [[nodiscard]] std::uint64_t count(Id id) const { return m_counts[id]; }
    [[nodiscard]] std::size_t bytesUsed() const;

private:
    static constexpr std::size_t typeCount = static_cast<std::size_t>(SessionRecord::Type::Unknown) + 1;

    [[nodiscard]] Id append(Name name);
    [[nodiscard]] Id newName(SessionRecord::Type type, std::string_view text);

    std::size_t m_maxNames;
    std::size_t m_textBytes = 0;
    SharedList<Shared<Name>> m_names;    // by id
    std::vector<std::uint64_t> m_counts; // by id
    std::array<KeyOrderedMap<Id>, typeCount> m_ids;
    std::array<std::optional<Id>, typeCount> m_others;
};

} // namespace inspector
