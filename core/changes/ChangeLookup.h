// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/ChangeIndex.h"
#include "core/changes/StateValue.h"
#include "core/session/TimelineReader.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace inspector {

/// Tells which records set a value. The index says which may have; the states around one say whether it did.
/// Errors: those of TimelineReader, and `looked_long_enough`.
class ChangeLookup
{
public:
    /// Both must outlive it, and be of one session. `isEnough` is asked between two states: where many
    /// records may have set a value, and did not, looking at each takes long.
    ChangeLookup(TimelineReader &reader, const ChangeIndex &index, std::function<bool()> isEnough = {})
        : m_reader(reader)
        , m_index(index)
        , m_isEnough(std::move(isEnough))
    {}

    using Number = Result<std::optional<std::uint64_t>>;

    /// The last record up to #`number` that made the value another; nothing where it was never set.
    [[nodiscard]] Number lastChange(const ValuePath &path, std::uint64_t number);
    /// The first record behind #`number` that makes it another.
    [[nodiscard]] Number nextChange(const ValuePath &path, std::uint64_t number);

private:
    /// Changes that may be of the value.
    struct Source
    {
        const ChangeList *changes;
        FieldMask fields;
        bool isElement = false; ///< of a list, or map, that only grows until it is replaced
    };

    [[nodiscard]] std::vector<Source> sourcesOf(const ValuePath &path) const;
    void addAllFactions(std::vector<Source> &sources) const;
    [[nodiscard]] Number lastOf(const Source &source, const ValuePath &path, std::uint64_t number);
    [[nodiscard]] Number firstOf(const Source &source, const ValuePath &path, std::uint64_t number);
    /// Behind the place of the change that brought an element, or `end`.
    [[nodiscard]] Result<std::size_t> whereElementCame(
        const Source &source, const ValuePath &path, std::uint64_t number, std::size_t end);
    [[nodiscard]] Result<JsonValue> valueAfter(std::uint64_t number, const ValuePath &path);
    [[nodiscard]] Result<bool> isChange(const ValuePath &path, std::uint64_t number);

    TimelineReader &m_reader;
    const ChangeIndex &m_index;
    std::function<bool()> m_isEnough;
};

} // namespace inspector
