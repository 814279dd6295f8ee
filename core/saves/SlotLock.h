// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Wait.h"

#include <QString>

namespace inspector {

/// The right to write into a slot folder, while it lives. The kernel takes it back when the process dies
/// (docs/decisions/0006-a-lock-for-slots.md).
class SlotLock
{
public:
    static constexpr std::chrono::milliseconds pause{10}; ///< between two attempts
    static constexpr int maxAttempts = 500;               ///< some five seconds

    /// Waits until nobody else has the lock of `folder`, which exists. Errors: `slots_busy` after
    /// maxAttempts, `lock_failed` where the folder takes no lock.
    [[nodiscard]] static Result<SlotLock> acquire(const QString &folder, const Wait &wait);

    ~SlotLock();
    SlotLock(SlotLock &&other) noexcept;
    SlotLock &operator=(SlotLock &&other) = delete;

private:
    explicit SlotLock(int handle);
    void release();

    int m_handle;
};

} // namespace inspector
