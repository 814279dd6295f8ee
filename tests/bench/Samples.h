// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "tests/bench/Figure.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace inspector {

/// The same quantity measured again and again; never empty when it is asked.
class Samples
{
public:
    void add(double value)
    {
        m_taken.push_back(value);
        m_values.insert(std::ranges::upper_bound(m_values, value), value);
    }

    [[nodiscard]] double min() const { return m_values.front(); }
    [[nodiscard]] double max() const { return m_values.back(); }
    [[nodiscard]] double median() const { return (m_values[(size() - 1) / 2] + m_values[size() / 2]) / 2; }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    /// As they were taken.
    [[nodiscard]] const std::vector<double> &taken() const { return m_taken; }

    [[nodiscard]] Figure figure(std::string name, std::string unit) const
    {
        return {.name = std::move(name),
            .unit = std::move(unit),
            .median = median(),
            .min = min(),
            .max = max(),
            .baseline = {},
            .ratio = {},
            .limit = {}};
    }

private:
    std::vector<double> m_taken;
    std::vector<double> m_values; // sorted
};

/// Puts beside a figure what the plain way took, measured in turns with it.
inline void setBaseline(Figure &figure, const Samples &ours, const Samples &plain)
{
    figure.baseline = plain.median();
    Samples ratios; // of each pair: what slows both for a while is not in them
    for (std::size_t i = 0; i < std::min(ours.size(), plain.size()); ++i)
        ratios.add(ours.taken()[i] / plain.taken()[i]);
    figure.ratio = ratios.median();
}

/// The value below which `share` (0 to 1) of `values` lie; reorders them. `values` must not be empty.
[[nodiscard]] inline double percentile(std::vector<double> &values, double share)
{
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, at);
    return *at;
}

/// How long `work` takes, in ns.
template <class Work>
[[nodiscard]] double nsOf(const Clock &clock, Work work)
{
    const std::int64_t start = clock.monotonicNs();
    work();
    return static_cast<double>(clock.monotonicNs() - start);
}

/// Keeps the compiler from leaving out the work whose result this is.
template <class T>
void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

} // namespace inspector
