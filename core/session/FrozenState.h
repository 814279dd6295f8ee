// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/ReplayState.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace inspector {

/// A ReplayState packed into few bytes, of which nothing is shared with other states. An ordinary one takes a
/// tenth of the memory that it takes apart.
class FrozenState
{
public:
    /// Nothing where it would take more than `maxBytes`.
    [[nodiscard]] static std::optional<FrozenState> freeze(const ReplayState &state, std::size_t maxBytes);

    /// The state once more, equal to what was frozen.
    [[nodiscard]] ReplayState thaw() const;
    [[nodiscard]] std::size_t bytes() const { return m_bytes->size(); }

private:
    explicit FrozenState(std::string bytes);

    std::shared_ptr<const std::string> m_bytes;
};

} // namespace inspector
