// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ColdFile.h"
#include "core/session/ReplayState.h"
#include "core/state/HeldParts.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace inspector {

/// A ReplayState packed into few bytes. Of these nothing is shared with other states, but for large lists and
/// maps that did not change since the state before. An ordinary one takes a tenth of the memory that it takes
/// apart.
class FrozenState
{
public:
    /// Nothing where it would take more than `maxBytes`. `before` are the large parts of the state that was
    /// frozen before, and then those of this one. `cold` keeps the bytes, where there is one that does.
    [[nodiscard]] static std::optional<FrozenState> freeze(const ReplayState &state, std::size_t maxBytes,
        HeldParts *before = nullptr, ColdFile *cold = nullptr);

    /// The state once more, equal to what was frozen.
    [[nodiscard]] ReplayState thaw() const;
    [[nodiscard]] std::size_t bytes() const { return m_size; }
    /// What is not written because it did not change.
    [[nodiscard]] const HeldParts &held() const { return m_held; }

private:
    FrozenState(std::string_view bytes, ColdFile *cold);

    std::shared_ptr<const char> m_bytes;
    std::size_t m_size;
    HeldParts m_held;
};

} // namespace inspector
