// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/JsonValue.h"

#include <cstdint>
#include <optional>
#include <string>

namespace inspector {

/// One record of a session (docs/formats.md, "Session file").
struct SessionRecord
{
    enum class Type
    {
        Session,
        Event,
        Snapshot,
        Marker,
        Gap,
        Unknown,
    };

    Type type = Type::Unknown;
    std::string typeName;     ///< as written, also where it is unknown
    std::uint64_t number = 0; ///< #N: the place among all records read, from 1
    std::uint64_t line = 0;   ///< in its file, from 1
    TimeMs timestamp = 0;     ///< its own, else the previous record's
    std::optional<double> seq;

    /// Of an event: its name, nothing where the record lacks one, and its payload, an object. The payload of
    /// an event that nobody wanted is empty (RecordParser).
    std::optional<std::string> event;
    JsonValue payload;

    /// Of any other record: the whole record, without the fields that are of the wrong type.
    JsonValue body;

    /// Whether times are counted from it: a session record needs no time, and has 0 where it has none.
    [[nodiscard]] bool isTimed() const { return type != Type::Session || timestamp != 0; }

    friend bool operator==(const SessionRecord &, const SessionRecord &) = default;
};

} // namespace inspector
