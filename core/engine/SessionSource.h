// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace inspector {

/// Where the records of the session come from.
struct SessionSource
{
    enum class Kind
    {
        None,
        File,
        Demo,
    };

    Kind kind = Kind::None;
    std::string path;       ///< of a file, as it was given
    std::string mission;    ///< of the demo
    std::uint64_t seed = 1; ///< of the demo

    friend bool operator==(const SessionSource &, const SessionSource &) = default;
};

} // namespace inspector
