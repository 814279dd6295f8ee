// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TextPool.h"

namespace inspector {

/// A text for a point of a track, there as long as the program.
inline PooledText pooled(std::string_view text)
{
    static TextPool pool;
    return pool.pooled(text);
}

} // namespace inspector
