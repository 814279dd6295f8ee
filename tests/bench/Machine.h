// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inspector {

/// What a figure was measured on; without it the figure says nothing.
struct Machine
{
    std::string cpu;
    unsigned cores = 0; ///< that this process may use at once
    std::string kernel;
    std::string compiler;
    std::string buildType;

    /// Whether this program was built as users get it; figures of any other build are none.
    [[nodiscard]] bool isOptimised() const;

    [[nodiscard]] static Machine thisOne();
};

} // namespace inspector
