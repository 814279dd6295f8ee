// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace inspector {

/// Whether both are the same bytes. As `==`, but made for keys and names of up to 16 bytes, which are looked
/// at where they stand: calls of memcmp for these took 6 % of reading a session.
[[nodiscard]] inline bool isSameText(std::string_view a, std::string_view b)
{
    const std::size_t size = a.size();
    if (size != b.size())
        return false;
    const auto isSameAt = [&]<class Word>(std::size_t at, Word) {
        Word inA{};
        Word inB{};
        std::memcpy(&inA, a.data() + at, sizeof(Word));
        std::memcpy(&inB, b.data() + at, sizeof(Word));
        return inA == inB;
    };
    // Two words that may overlap cover every length from one to two of them.
    const auto isSameBy = [&]<class Word>(
                              Word word) { return isSameAt(0, word) && isSameAt(size - sizeof(Word), word); };
    if (size > 2 * sizeof(std::uint64_t))
        return isSameAt(0, std::uint64_t{}) && std::memcmp(a.data(), b.data(), size) == 0;
    if (size >= sizeof(std::uint64_t))
        return isSameBy(std::uint64_t{});
    if (size >= sizeof(std::uint32_t))
        return isSameBy(std::uint32_t{});
    if (size >= sizeof(std::uint16_t))
        return isSameBy(std::uint16_t{});
    return size == 0 || a.front() == b.front();
}

} // namespace inspector
