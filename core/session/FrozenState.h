// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ColdFile.h"
#include "core/session/ReplayState.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace inspector {

/// A ReplayState packed into few bytes, of which nothing is shared with other states. An ordinary one takes a
/// tenth of the memory that it takes apart.
class FrozenState
{
public:
    /// Nothing where it would take more than `maxBytes`. `cold` keeps the bytes, where there is one that
    /// does.
    [[nodiscard]] static std::optional<FrozenState> freeze(
        const ReplayState &state, std::size_t maxBytes, ColdFile *cold = nullptr);

    /// The state once more, equal to what was frozen.
    [[nodiscard]] ReplayState thaw() const;
    [[nodiscard]] std::size_t bytes() const { return m_size; }

private:
    FrozenState(std::string_view bytes, ColdFile *cold);

    std::shared_ptr<const char> m_bytes;
    std::size_t m_size;
};

} // namespace inspector
