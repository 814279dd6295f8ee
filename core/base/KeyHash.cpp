// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/KeyHash.h"

#include <QByteArrayView>
#include <QHashFunctions>

#include <charconv>
#include <limits>
#include <random>

namespace inspector {

namespace {

/// Not Qt's: a program may have set that to a number which everybody knows, for the same bytes each time.
std::size_t randomSeed()
{
    constexpr unsigned halfOfIt = 32;
    std::random_device device;
    const std::uint64_t high = device();
    return static_cast<std::size_t>((high << halfOfIt) | device());
}

} // namespace

std::uint32_t keyHash(std::string_view key)
{
    static const std::size_t seed = randomSeed();
    const std::size_t hash = qHash(QByteArrayView(key.data(), static_cast<qsizetype>(key.size())), seed);
    return static_cast<std::uint32_t>(hash ^ (static_cast<std::uint64_t>(hash) >> 32U));
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
