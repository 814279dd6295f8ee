// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/HeldParts.h"

namespace inspector {

std::size_t HeldParts::bytesBeyond(const HeldParts &other) const
{
    constexpr std::size_t bytesOfAnElement = 160; // an entry, its key, and pointers to both
    constexpr std::size_t bytesOfAChange = 8192;  // what is copied of an index and of a spine
    std::size_t bytes = m_parts.size() * sizeof(Part);
    for (const Part &part : m_parts) {
        const auto isIt = [&](const Part &each) { return each.value == part.value; };
        if (std::any_of(other.m_parts.begin(), other.m_parts.end(), isIt))
            continue;
        std::size_t shared = 0;
        for (const Part &each : other.m_parts) {
            if (each.type == part.type && part.shares(part.value.get(), each.value.get()))
                shared = std::max(shared, std::min(part.size, each.size));
        }
        bytes += bytesOfAChange + (part.size - shared) * bytesOfAnElement;
    }
    return bytes;
}

} // namespace inspector
