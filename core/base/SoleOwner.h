// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace inspector {

/// Whether nobody else holds the object, so that it may be changed in place. What other threads did with it
/// before they let go has then happened, which a use count alone does not promise.
template <class T>
[[nodiscard]] bool isSoleOwner(const std::shared_ptr<T> &pointer)
{
    if (pointer.use_count() != 1)
        return false;
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): counting up and down waits for the others
    [[maybe_unused]] const std::shared_ptr<T> other = pointer;
    return true;
}

} // namespace inspector
