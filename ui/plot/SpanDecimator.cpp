// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/SpanDecimator.h"

#include <algorithm>
#include <utility>

namespace inspector {

SpanDecimator::SpanDecimator(double perUnit)
    : m_perUnit(perUnit)
{}

void SpanDecimator::add(const LaneContent::Span &span)
{
    if (isWide(span.begin, span.end)) {
        flush();
        m_done.push_back(span);
        m_lastIsMade = false;
        return;
    }
    if (span.end < span.begin)
        return;                                   // the clock went back: it would swallow what follows
    if (!m_shares.empty() && m_end != span.begin) // a hole between them stays one
        flush();
    fill(span);
    if (isWide(m_begin, m_end))
        flush();
}

std::vector<LaneContent::Span> SpanDecimator::take()
{
    flush();
    m_lastIsMade = false;
    return std::exchange(m_done, {});
}

void SpanDecimator::fill(const LaneContent::Span &span)
{
    if (m_shares.empty())
        m_begin = span.begin;
    m_end = span.end;
    auto share = std::find_if(
        m_shares.begin(), m_shares.end(), [&](const Share &other) { return other.color == span.color; });
    if (share == m_shares.end())
        share = m_shares.insert(share, {span.color, 0});
    share->length += span.end - span.begin;
}

void SpanDecimator::flush()
{
    if (m_shares.empty())
        return;
    const QColor color =
        std::max_element(m_shares.begin(), m_shares.end(), [](const Share &a, const Share &b) {
            return a.length < b.length;
        })->color;
    m_shares.clear();
    if (m_lastIsMade && m_done.back().color == color && m_done.back().end == m_begin) {
        m_done.back().end = m_end;
        return;
    }
    m_done.push_back({m_begin, m_end, color, {}, false});
    m_lastIsMade = true;
}

} // namespace inspector
