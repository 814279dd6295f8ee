// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/Redactor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace inspector {

/// What a program wrote, in bounded memory: its first and its last bytes.
class OutputTail
{
public:
    static constexpr std::size_t keptBytes = 64U << 10U; ///< at either end

    void append(std::string_view bytes);

    /// How much was written.
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    /// What is kept, as UTF-8 without secrets; a line says how much is left out in the middle.
    [[nodiscard]] std::string text(const Redactor &redactor) const;

private:
    std::string m_head;
    std::string m_tail; // up to twice what is kept, so that it is cut seldom
    std::uint64_t m_bytes = 0;
};

} // namespace inspector
