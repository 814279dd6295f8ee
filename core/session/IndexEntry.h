// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/session/NameTable.h"

#include <cstdint>

namespace inspector {

/// What a SessionIndex knows of one record.
struct IndexEntry
{
    std::uint64_t offset = 0; ///< of its text in the file, bytes
    std::uint64_t length = 0; ///< of its text, bytes
    std::uint64_t line = 0;   ///< in the file, from 1
    TimeMs timestamp = 0;     ///< its own, else the previous record's
    NameTable::Id name = 0;
    bool changesState = false;

    friend bool operator==(const IndexEntry &, const IndexEntry &) = default;
};

} // namespace inspector
