// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SequenceAlignment.h"

#include <algorithm>
#include <unordered_set>

namespace inspector {

namespace {

using Keys = std::vector<std::uint64_t>;
using Numbers = std::vector<std::uint64_t>;

/// Of a part of both: from where to where.
struct Box
{
    std::int64_t baseBegin = 0, baseEnd = 0, headBegin = 0, headEnd = 0;
};

struct Point
{
    std::int64_t base = 0, head = 0;
};

class Aligner
{
public:
    Aligner(const Keys &base, const Keys &head)
        : m_base(base)
        , m_head(head)
    {
        constexpr std::int64_t exactUpTo = 20'000, mostEdits = 256;
        const auto both = static_cast<std::int64_t>(base.size() + head.size());
        m_mostEdits = both <= exactUpTo ? both : mostEdits;
        m_offset = both + 1;
        m_forward.assign(static_cast<std::size_t>(2 * both + 3), 0);
        m_backward = m_forward;
    }

    /// The places in common, in order.
    std::vector<Point> align()
    {
        std::vector<Box> open{{0, std::ssize(m_base), 0, std::ssize(m_head)}};
        while (!open.empty()) {
            const Box box = open.back();
            open.pop_back();
            alignBox(box, open);
        }
        std::sort(
            m_common.begin(), m_common.end(), [](const Point &a, const Point &b) { return a.base < b.base; });
        return std::move(m_common);
    }

private:
    [[nodiscard]] bool isSame(std::int64_t base, std::int64_t head) const
    {
        return m_base[static_cast<std::size_t>(base)] == m_head[static_cast<std::size_t>(head)];
    }

    void alignBox(Box box, std::vector<Box> &open)
    {
        while (box.baseBegin < box.baseEnd && box.headBegin < box.headEnd &&
               isSame(box.baseBegin, box.headBegin))
            m_common.push_back({box.baseBegin++, box.headBegin++});
        while (box.baseBegin < box.baseEnd && box.headBegin < box.headEnd &&
               isSame(box.baseEnd - 1, box.headEnd - 1))
            m_common.push_back({--box.baseEnd, --box.headEnd});
        if (box.baseBegin == box.baseEnd || box.headBegin == box.headEnd)
            return;
        const Point split = middle(box);
        open.push_back({box.baseBegin, split.base, box.headBegin, split.head});
        open.push_back({split.base, box.baseEnd, split.head, box.headEnd});
    }

    /// A place on a shortest way through the box, which begins and ends with a difference; where that takes
    /// too many edits to find, the place that lies furthest.
    Point middle(const Box &box)
    {
        const std::int64_t rows = box.baseEnd - box.baseBegin;
        const std::int64_t columns = box.headEnd - box.headBegin;
        const std::int64_t delta = rows - columns;
        const bool isOdd = (delta & 1) != 0;
        forward(1) = 0;
        backward(1) = 0;
        for (std::int64_t edits = 0;; ++edits) {
            const std::int64_t low = -(edits - 2 * std::max<std::int64_t>(0, edits - columns));
            const std::int64_t high = edits - 2 * std::max<std::int64_t>(0, edits - rows);
            for (std::int64_t k = low; k <= high; k += 2) {
                const std::int64_t x = reach(m_forward, k, edits);
                const std::int64_t end = runForward(box, x, x - k, rows, columns);
                forward(k) = end;
                const std::int64_t across = delta - k;
                if (isOdd && std::abs(across) <= edits - 1 && end + backward(across) >= rows)
                    return {box.baseBegin + end, box.headBegin + end - k};
            }
            for (std::int64_t k = low; k <= high; k += 2) {
                const std::int64_t x = reach(m_backward, k, edits);
                const std::int64_t end = runBackward(box, x, x - k, rows, columns);
                backward(k) = end;
                const std::int64_t across = delta - k;
                if (!isOdd && std::abs(across) <= edits && end + forward(across) >= rows)
                    return {box.baseEnd - end, box.headEnd - (end - k)};
            }
            if (edits >= m_mostEdits)
                return furthest(box, low, high);
        }
    }

    [[nodiscard]] std::int64_t &forward(std::int64_t k)
    {
        return m_forward[static_cast<std::size_t>(k + m_offset)];
    }
    [[nodiscard]] std::int64_t &backward(std::int64_t k)
    {
        return m_backward[static_cast<std::size_t>(k + m_offset)];
    }

    /// Where the way on diagonal `k` begins with one edit more.
    [[nodiscard]] std::int64_t reach(
        const std::vector<std::int64_t> &ways, std::int64_t k, std::int64_t edits) const
    {
        const auto at = static_cast<std::size_t>(k + m_offset);
        const bool isDown = k == -edits || (k != edits && ways[at - 1] < ways[at + 1]);
        return isDown ? ways[at + 1] : ways[at - 1] + 1;
    }

    [[nodiscard]] std::int64_t runForward(
        const Box &box, std::int64_t x, std::int64_t y, std::int64_t rows, std::int64_t columns) const
    {
        while (x < rows && y < columns && isSame(box.baseBegin + x, box.headBegin + y)) {
            ++x;
            ++y;
        }
        return x;
    }
    [[nodiscard]] std::int64_t runBackward(
        const Box &box, std::int64_t x, std::int64_t y, std::int64_t rows, std::int64_t columns) const
    {
        while (x < rows && y < columns && isSame(box.baseEnd - 1 - x, box.headEnd - 1 - y)) {
            ++x;
            ++y;
        }
        return x;
    }

    [[nodiscard]] Point furthest(const Box &box, std::int64_t low, std::int64_t high)
    {
        const std::int64_t rows = box.baseEnd - box.baseBegin;
        const std::int64_t columns = box.headEnd - box.headBegin;
        Point best;
        std::int64_t most = -1;
        for (std::int64_t k = low; k <= high; k += 2) {
            // A way may be one step beyond the box.
            const std::int64_t x = std::min({forward(k), rows, columns + k});
            if (2 * x - k > most) {
                most = 2 * x - k;
                best = {box.baseBegin + x, box.headBegin + x - k};
            }
        }
        return best;
    }

    const Keys &m_base;
    const Keys &m_head;
    std::vector<Point> m_common;
    std::int64_t m_mostEdits = 0;
    std::int64_t m_offset = 0;                       // of diagonal 0
    std::vector<std::int64_t> m_forward, m_backward; // how far each diagonal is reached
};

/// Those that the other sequence has too: what it has not cannot be in common, and would only cost time.
Numbers sharedPlaces(std::span<const std::uint64_t> keys, std::span<const std::uint64_t> other)
{
    const std::unordered_set<std::uint64_t> known(other.begin(), other.end());
    Numbers places;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (known.contains(keys[i]))
            places.push_back(i);
    }
    return places;
}

Keys keysAt(std::span<const std::uint64_t> keys, const Numbers &places)
{
    Keys chosen;
    chosen.reserve(places.size());
    for (const std::uint64_t place : places)
        chosen.push_back(keys[place]);
    return chosen;
}

} // namespace

AlignedRuns alignSequences(std::span<const std::uint64_t> base, std::span<const std::uint64_t> head)
{
    const Numbers basePlaces = sharedPlaces(base, head);
    const Numbers headPlaces = sharedPlaces(head, base);
    const Keys baseKeys = keysAt(base, basePlaces);
    const Keys headKeys = keysAt(head, headPlaces);
    AlignedRuns runs;
    for (const Point &point : Aligner(baseKeys, headKeys).align()) {
        const std::uint64_t one = basePlaces[static_cast<std::size_t>(point.base)];
        const std::uint64_t other = headPlaces[static_cast<std::size_t>(point.head)];
        const bool goesOn = !runs.empty() && runs.back().base + runs.back().length == one &&
                            runs.back().head + runs.back().length == other;
        if (goesOn)
            ++runs.back().length;
        else
            runs.push_back({one, other, 1});
    }
    return runs;
}

} // namespace inspector
