// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/StepDecimator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace inspector {

StepDecimator::StepDecimator(double perUnit)
    : m_perUnit(perUnit)
{}

void StepDecimator::add(double x, double y, bool hasValue)
{
    if (m_count > 0)
        x = std::max(x, m_last.x);
    const PlotStep step{x, y, hasValue};
    const bool isSameColumn = m_count > 0 && m_last.hasValue == hasValue &&
                              std::floor(m_first.x * m_perUnit) == std::floor(x * m_perUnit);
    if (!isSameColumn) {
        flush();
        m_first = m_least = m_greatest = step;
    }
    if (step.y < m_least.y)
        m_least = step;
    if (step.y > m_greatest.y)
        m_greatest = step;
    m_last = step;
    ++m_count;
}

void StepDecimator::addColumn(const PlotStep &first, double least, double greatest, const PlotStep &last)
{
    add(first.x, first.y);
    add(first.x, least);
    add(first.x, greatest);
    if (std::floor(first.x * m_perUnit) != std::floor(last.x * m_perUnit)) {
        add(last.x, least);
        add(last.x, greatest);
    }
    add(last.x, last.y);
}

PlotSteps StepDecimator::take()
{
    flush();
    return std::exchange(m_done, {});
}

void StepDecimator::flush()
{
    if (m_count == 0)
        return;
    m_done.push_back(m_first);
    if (m_count > 1) {
        constexpr std::size_t mostMore = 3;
        std::array<PlotStep, mostMore> more{m_least, m_greatest, m_last};
        std::sort(more.begin(), more.end(), [](const auto &a, const auto &b) { return a.x < b.x; });
        for (const PlotStep &step : more) {
            if (step.x != m_done.back().x || step.y != m_done.back().y)
                m_done.push_back(step);
        }
    }
    m_count = 0;
}

} // namespace inspector
