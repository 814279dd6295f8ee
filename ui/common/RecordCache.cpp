// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RecordCache.h"

#include "ui/common/FrameSource.h"

#include <algorithm>
#include <vector>

namespace inspector {

RecordCache::RecordCache(FrameSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &RecordCache::ask);
    connect(&source, &FrameSource::sessionChanged, this, &RecordCache::clear);
    connect(&source, &FrameSource::frameChanged, this, &RecordCache::take);
}

const RecordDetails *RecordCache::details(std::uint64_t number)
{
    const auto known = m_known.constFind(number);
    if (known != m_known.constEnd())
        return &*known;
    if (number > 0 && number <= m_source.frame().size()) {
        m_wanted.insert(number);
        m_timer.start();
    }
    return nullptr;
}

void RecordCache::ask()
{
    constexpr std::size_t mostAtOnce = 256; // several screens
    if (m_isWaiting || m_wanted.empty())
        return;
    // The last ones that were asked for are the ones that are still in sight; the rest is asked for again if
    // need be.
    const std::size_t count = std::min(m_wanted.size(), mostAtOnce);
    std::vector<std::uint64_t> numbers(
        m_wanted.begin(), std::next(m_wanted.begin(), static_cast<std::ptrdiff_t>(count)));
    m_wanted.clear();
    m_isWaiting = true;
    m_source.engine().askDetails(++m_request, std::move(numbers));
}

void RecordCache::take()
{
    constexpr std::size_t mostKept = 2048;
    constexpr std::size_t leastKept = 128; // more than are in sight: else those would drive each other out
    constexpr std::size_t mostBytes = 32U << 20U; // of their lines; what is parsed takes a few times that
    const InspectorFrame &frame = m_source.frame();
    if (!m_isWaiting || frame.detailsRequest != m_request || frame.details == nullptr)
        return;
    m_isWaiting = false;
    for (const RecordDetails &details : *frame.details) {
        if (m_known.contains(details.number))
            continue;
        m_bytes += details.text.size();
        m_known.insert(details.number, details);
        m_order.push_back(details.number);
    }
    // A few at a time: letting go of all at once is seen.
    const std::size_t least = std::max(frame.details->size(), leastKept);
    while (m_order.size() > least && (m_order.size() > mostKept || m_bytes > mostBytes)) {
        m_bytes -= m_known.take(m_order.front()).text.size();
        m_order.pop_front();
    }
    if (!m_wanted.empty())
        m_timer.start();
    emit arrived();
}

void RecordCache::clear()
{
    m_known.clear();
    m_order.clear();
    m_bytes = 0;
    m_wanted.clear();
    m_isWaiting = false;
    ++m_request; // what was asked of the session before is not an answer any more
}

} // namespace inspector
