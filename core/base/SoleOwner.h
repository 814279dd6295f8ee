// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#if defined(__SANITIZE_THREAD__)
#define INSPECTOR_FENCE_IS_UNSEEN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define INSPECTOR_FENCE_IS_UNSEEN
#endif
#endif

namespace inspector {

/// Whether nobody else holds the object, so that it may be changed in place. What other threads did with it
/// before they let go has then happened, which a use count alone does not promise.
template <class T>
[[nodiscard]] bool isSoleOwner(const std::shared_ptr<T> &pointer)
{
    if (pointer.use_count() != 1)
        return false;
#ifdef INSPECTOR_FENCE_IS_UNSEEN
    // ThreadSanitizer knows no fences; counting up and down tells it the same, only slower.
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
    [[maybe_unused]] const std::shared_ptr<T> other = pointer;
#else
    std::atomic_thread_fence(std::memory_order_acquire); // their last release of the count, read just above
#endif
    return true;
}

} // namespace inspector

#undef INSPECTOR_FENCE_IS_UNSEEN
