// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ReadAhead.h"

#include <QIODevice>

#include <system_error>
#include <utility>

namespace inspector {

namespace {
constexpr std::size_t batchRecords = 512; // fewer wake each other too often, more leave the caches
constexpr std::size_t batchesAhead = 3;
constexpr std::uint64_t batchBytes = 1U << 20U; // large records must not stand in memory by the hundred
constexpr std::uint64_t largeBytes = 1U << 16U; // nor what was needed for one
} // namespace

ReadAhead::ReadAhead(QIODevice &device, SessionReader::Options options)
    : m_device(device)
    , m_reader(device, std::move(options))
    , m_current(std::make_unique<Batch>())
{}

ReadAhead::~ReadAhead()
{
    stopThread();
}

Result<bool> ReadAhead::next()
{
    if (m_isAtEnd || m_isCut)
        return false;
    ++m_at;
    while (m_at >= m_current->count) {
        if (m_current->isLast)
            return finish();
        takeNextBatch();
        m_bytesRead = m_current->bytesRead;
        m_at = 0;
    }
    m_report.add(std::move(m_current->items[m_at].found));
    return true;
}

bool ReadAhead::resume()
{
    if (!m_isAtEnd || m_isCut)
        return false;
    const std::optional<std::uint64_t> cutOff = m_reader.cutOffLine();
    if (!m_reader.resume())
        return false;
    (void)m_reader.takeReport(); // it took back what is no more in it
    if (cutOff) {
        m_report.takeBackSkippedLine(*cutOff);
        m_issuesLeft = ReadReport::maxIssuesKept - m_report.issues.size();
    }
    m_isAtEnd = false;
    return true;
}

void ReadAhead::stop()
{
    stopThread();
    m_isCut = true;
}

/// The end of the input, or what stopped the reading.
Result<bool> ReadAhead::finish()
{
    stopThread();
    m_isAtEnd = true;
    m_report.add(std::move(m_current->found));
    m_current->isLast = false;
    m_current->count = 0;
    m_at = 0;
    if (const std::exception_ptr exception = std::exchange(m_current->exception, nullptr))
        std::rethrow_exception(exception);
    if (std::optional<Error> error = std::exchange(m_current->error, std::nullopt))
        return tl::unexpected(std::move(*error));
    return false;
}

/// What is read at once needs no thread: a short session, or what came to one that grows.
void ReadAhead::takeNextBatch()
{
    if (!m_thread.joinable()) {
        fill(*m_current);
        if (!m_current->isLast)
            startThread();
        return;
    }
    std::unique_lock lock(m_mutex);
    m_free.push_back(std::move(m_current));
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return !m_filled.empty(); });
    m_current = std::move(m_filled.front());
    m_filled.erase(m_filled.begin());
}

void ReadAhead::fill(Batch &batch)
{
    batch.count = 0;
    try {
        readInto(batch);
    } catch (...) { // on the thread it would end the program
        batch.exception = std::current_exception();
        batch.isLast = true;
    }
}

void ReadAhead::readInto(Batch &batch)
{
    const std::uint64_t most = m_readTo + batchBytes;
    while (batch.count < batchRecords && m_readTo < most) {
        if (batch.count == batch.items.size())
            batch.items.emplace_back();
        Item &item = batch.items[batch.count];
        if (item.place.length > largeBytes)
            item = {};
        Result<bool> more = m_reader.next(item.record);
        if (!more)
            batch.error = std::move(more.error());
        batch.isLast = !more || !*more;
        if (batch.isLast)
            break;
        item.place = m_reader.recordPlace();
        item.found = takeFound();
        m_readTo = item.place.offset + item.place.length;
        ++batch.count;
    }
    if (m_readTo >= most)
        batch.items.resize(batch.count);
    batch.found = takeFound();
    batch.bytesRead = static_cast<std::uint64_t>(m_device.pos());
}

/// What the reader found since it was asked last, without what is too much to be kept in the end.
ReadReport ReadAhead::takeFound()
{
    ReadReport found = m_reader.takeReport();
    if (found.issues.size() > m_issuesLeft)
        found.issues.resize(m_issuesLeft);
    m_issuesLeft -= found.issues.size();
    return found;
}

void ReadAhead::startThread()
{
    m_isStopped = false;
    m_free.reserve(batchesAhead + 1); // so that handing over cannot fail
    m_filled.reserve(batchesAhead + 1);
    while (m_free.size() < batchesAhead)
        m_free.push_back(std::make_unique<Batch>());
    try {
        m_thread = std::thread([this] { readOn(); });
    } catch (const std::system_error &) {
        // The system gives no more threads; batches are then read as they are asked for.
    }
}

void ReadAhead::stopThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopped = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    m_filled.clear();
    m_free.clear();
}

void ReadAhead::readOn()
{
    for (bool isLast = false; !isLast;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isStopped || !m_free.empty(); });
        if (m_isStopped)
            return;
        BatchPtr batch = std::move(m_free.back());
        m_free.pop_back();
        lock.unlock();
        fill(*batch);
        isLast = batch->isLast;
        lock.lock();
        m_filled.push_back(std::move(batch));
        m_changed.notify_all();
    }
}

} // namespace inspector
