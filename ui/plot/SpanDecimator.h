// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/LaneContent.h"

namespace inspector {

/// Leaves out what is too short to be drawn without leaving a hole: spans narrower than a pixel are put
/// together until they fill one, nameless and in the colour that lasts longest among them. Spans are added in
/// their order.
class SpanDecimator
{
public:
    /// `perUnit` pixels make a unit of x.
    explicit SpanDecimator(double perUnit);

    /// Whether a span is wide enough to stand for itself; the name of one that is not need not be made.
    [[nodiscard]] bool isWide(double begin, double end) const { return (end - begin) * m_perUnit >= 1; }
    void add(const LaneContent::Span &span);
    [[nodiscard]] std::vector<LaneContent::Span> take();

private:
    struct Share
    {
        QColor color;
        double length = 0;
    };

    void fill(const LaneContent::Span &span);
    void flush();

    double m_perUnit;
    std::vector<LaneContent::Span> m_done;
    double m_begin = 0, m_end = 0;
    std::vector<Share> m_shares; // of the pixel being filled; empty for none
    bool m_lastIsMade = false;   // the last one done was put together, and can grow
};

} // namespace inspector
