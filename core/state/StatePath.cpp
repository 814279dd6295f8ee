// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/StatePath.h"

namespace inspector {

std::string StatePath::text() const
{
    std::string path(slice);
    for (const std::string_view part : {field, key, member}) {
        if (!part.empty())
            (path += '.') += part;
    }
    return path;
}

} // namespace inspector
