// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plot/PlotStep.h"

#include <cstddef>

namespace inspector {

/// Makes of any number of steps at most four a pixel column, so that what is drawn looks the same: the first,
/// the least, the greatest and the last of each column stay. Steps are added in the order of their x, and one
/// whose x goes back counts at the x before it.
class StepDecimator
{
public:
    /// `perUnit` pixels make a unit of x.
    explicit StepDecimator(double perUnit);

    void add(double x, double y, bool hasValue = true);
    /// Many steps that fall into one column, all of them with a value: the first, the least, the greatest and
    /// the last are all that is seen of them. Where they lie about the border of two columns, so near each
    /// other that nobody sees which are in which, both show the least and the greatest.
    void addColumn(const PlotStep &first, double least, double greatest, const PlotStep &last);
    [[nodiscard]] PlotSteps take();

private:
    void flush();

    double m_perUnit;
    PlotSteps m_done;
    PlotStep m_first, m_least, m_greatest, m_last; // of the column
    std::size_t m_count = 0;                       // in the column
};

} // namespace inspector
