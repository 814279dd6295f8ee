// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/OptionTable.h"

#include <string_view>
#include <vector>

namespace inspector {

/// What may stand behind an option, as far as a shell can help with it.
struct ValueCompletion
{
    enum class Kind
    {
        None, ///< the option is a flag
        File,
        Folder,
        Words, ///< one of `words`, or something else where it takes that too
        Other,
    };

    Kind kind = Kind::None;
    std::vector<std::string_view> words; ///< in the order of the help

    [[nodiscard]] static ValueCompletion of(const OptionSpec &option);
};

} // namespace inspector
