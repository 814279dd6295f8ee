// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/session/SessionInput.h"

#include <atomic>
#include <cstdint>
#include <future>
#include <string>

namespace inspector {

/// Size and SHA-256 of an input, taken beside its reading: of a large one on a thread of its own.
class InputDigest
{
public:
    /// The input's device must be at its start, and is again afterwards.
    explicit InputDigest(const SessionInput &input);
    /// Gives up what is not done yet.
    ~InputDigest();
    InputDigest(const InputDigest &) = delete;
    InputDigest &operator=(const InputDigest &) = delete;

    /// Bytes of the input, unpacked.
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    /// Lower-case hex; waits for it, unless `stop` (may be nullptr) wishes otherwise. Empty then, and where
    /// the input cannot be read. To be called once.
    [[nodiscard]] std::string take(const StopFlag *stop);

private:
    std::uint64_t m_bytes;
    std::atomic<bool> m_stopped{false};
    std::future<std::string> m_digest;
};

} // namespace inspector
