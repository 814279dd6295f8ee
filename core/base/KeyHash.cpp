// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/KeyHash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <charconv>
#include <limits>
#include <random>

namespace inspector {

namespace {

XXH64_hash_t randomSeed()
{
    constexpr unsigned halfOfIt = 32;
    std::random_device device;
    const XXH64_hash_t high = device();
    return (high << halfOfIt) | device();
}

} // namespace

std::uint32_t keyHash(std::string_view key)
{
    static const XXH64_hash_t seed = randomSeed();
    return static_cast<std::uint32_t>(XXH3_64bits_withSeed(key.data(), key.size(), seed));
}

std::optional<std::uint32_t> arrayIndex(std::string_view key)
{
    constexpr std::size_t longest = 10; // digits of 4294967294
    if (key.empty() || key.size() > longest || key.front() < '0' || key.front() > '9')
        return std::nullopt;
    if (key.front() == '0' && key.size() > 1)
        return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
    if (error != std::errc{} || end != key.data() + key.size() ||
        number == std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    return number;
}

} // namespace inspector
