// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/InspectorEngine.h"

#include "core/engine/EngineSession.h"

#include <utility>

namespace inspector {

InspectorEngine::InspectorEngine(Options options)
    : m_options(std::move(options))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{}

InspectorEngine::~InspectorEngine()
{
    m_thread.request_stop();
    m_thread.join();
}

void InspectorEngine::open(const SessionSource &source)
{
    m_requests.add([&](EngineRequests::Batch &batch) {
        // What was wanted of the session before is not wanted of this one, but for the filter.
        std::optional<EventFilter> filter = std::move(batch.filter);
        batch = {};
        batch.open = source;
        batch.filter = std::move(filter);
    });
}

void InspectorEngine::close()
{
    open({});
}

void InspectorEngine::stopLoading()
{
    m_requests.add([](EngineRequests::Batch &batch) { batch.stopLoading = true; });
}

void InspectorEngine::setCursor(std::uint64_t number)
{
    m_requests.add([&](EngineRequests::Batch &batch) {
        batch.cursor = number;
        batch.followEnd.reset();
    });
}

void InspectorEngine::followEnd()
{
    m_requests.add([](EngineRequests::Batch &batch) {
        batch.followEnd = true;
        batch.cursor.reset();
    });
}

void InspectorEngine::setFilter(EventFilter filter)
{
    m_requests.add([&](EngineRequests::Batch &batch) { batch.filter = std::move(filter); });
}

void InspectorEngine::askDetails(std::uint64_t request, std::vector<std::uint64_t> numbers)
{
    m_requests.add([&](EngineRequests::Batch &batch) {
        batch.details = EngineRequests::Details{request, std::move(numbers)};
    });
}

void InspectorEngine::askValues(EngineRequests::Values values)
{
    m_requests.add([&](EngineRequests::Batch &batch) { batch.values = std::move(values); });
}

void InspectorEngine::run(const std::stop_token &stop)
{
    using std::chrono::milliseconds;
    constexpr std::int64_t sliceNs = 5'000'000; // so that the cursor never waits for the reading
    constexpr milliseconds glance(20); // at a file that may grow: what is written is on the screen at once
    constexpr milliseconds rest(500);
    constexpr std::int64_t frameNs = 8'000'000;
    // Painting takes from the reading: the threads share caches and what they count references in.
    constexpr std::int64_t openingFrameNs = 250'000'000;

    EngineSession session(m_options);
    bool isBusy = false;
    std::int64_t toldAt = 0;
    while (!stop.stop_requested()) {
        const EngineRequests::Batch batch = m_requests.take(stop, isBusy                 ? milliseconds(0)
                                                                  : session.isFollowed() ? glance
                                                                                         : rest);
        if (stop.stop_requested())
            break;
        const bool isAsked = !batch.isEmpty();
        session.take(batch);
        if (!isBusy)
            session.lookAtFile();
        const std::int64_t start = m_options.clock.monotonicNs();
        isBusy = session.work([&] { return m_options.clock.monotonicNs() - start >= sliceNs; });
        const std::int64_t now = m_options.clock.monotonicNs();
        if (isBusy && !isAsked && now - toldAt < (session.isOpening() ? openingFrameNs : frameNs))
            continue;
        if (InspectorFramePtr frame = session.frame()) {
            toldAt = now;
            if (m_mailbox.put(std::move(frame)) && m_options.wake)
                m_options.wake();
        }
    }
}

} // namespace inspector
