// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongList.h"
#include "core/changes/FieldBits.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace inspector {

/// Which records changed which fields of one struct, in their order; 8 bytes a change.
class ChangeList
{
public:
    struct Change
    {
        std::uint32_t number = 0; ///< of the record
        FieldMask fields = 0;
    };

    /// Set where lists did not just grow by an element: the struct came or went, or a snapshot brought it.
    static constexpr FieldMask replaced = FieldMask{1} << 31U;
    static constexpr std::uint64_t lastNumber = std::numeric_limits<std::uint32_t>::max();

    /// Records beyond lastNumber, and those that changed nothing, are left out.
    /// What is full goes to `cold`, where there is one that takes it.
    void append(std::uint64_t number, FieldMask fields, ColdFile *cold = nullptr);

    [[nodiscard]] std::size_t size() const { return m_changes.size(); }
    [[nodiscard]] std::uint64_t numberAt(std::size_t place) const { return m_changes[place].number; }

    /// How many are of records up to #`number`.
    [[nodiscard]] std::size_t countUpTo(std::uint64_t number) const;
    /// The place of the last one before `end` that has any bit of `fields` and, where there are any, of
    /// `flags`.
    [[nodiscard]] std::optional<std::size_t> lastBefore(
        std::size_t end, FieldMask fields, FieldMask flags = 0) const;
    /// The place of the first such one from `begin` on.
    [[nodiscard]] std::optional<std::size_t> firstFrom(
        std::size_t begin, FieldMask fields, FieldMask flags = 0) const;

    [[nodiscard]] std::size_t bytesUsed() const;

private:
    static constexpr std::size_t blockSize = 256;

    LongList<Change> m_changes;
    std::vector<FieldMask> m_blocks; // what each blockSize of them have, so that most are not looked at
};

} // namespace inspector
