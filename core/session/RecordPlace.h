// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace inspector {

/// Where the text of a record stands in its file, unpacked; in bytes.
struct RecordPlace
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0; ///< without the line end
    bool isLine = true; ///< false where the whole file is the record: a bare snapshot has no line of its own

    friend bool operator==(const RecordPlace &, const RecordPlace &) = default;
};

} // namespace inspector
