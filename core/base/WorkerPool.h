// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace inspector {

/// Calls `work(i)` once for each i below `count`, on up to `threads` threads, the caller's among them; comes
/// back when all is done. `work` must not throw, and must be safe to be called side by side.
void forEachParallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)> &work);

} // namespace inspector
