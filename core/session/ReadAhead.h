// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionReader.h"

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace inspector {

/// A SessionReader that is up to two thousand records ahead of whoever plays them, on a thread of its own:
/// reading and parsing cost nearly as much as playing does (docs/decisions/0013-read-ahead.md). It tells the
/// same as a reader, as of the record that was taken last.
class ReadAhead
{
public:
    /// As for SessionReader; nobody else may use the device before the end was reached or `stop` called.
    /// `wantsPayload` is asked on either thread.
    ReadAhead(QIODevice &device, SessionReader::Options options);
    ~ReadAhead();
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    /// Goes on to the next record, and waits for it where need be; false at the end. Errors: those of
    /// SessionReader::next, behind the records that were read before.
    [[nodiscard]] Result<bool> next();
    /// As SessionReader::resume.
    [[nodiscard]] bool resume();
    /// Reads no further, now and later: `next` and `resume` say false.
    void stop();

    /// The record that `next` went on to, and where it stands; valid until the next `next`.
    [[nodiscard]] const SessionRecord &record() const { return m_current->items[m_at].record; }
    [[nodiscard]] const RecordPlace &recordPlace() const { return m_current->items[m_at].place; }

    [[nodiscard]] const ReadReport &report() const { return m_report; }
    /// For those who find more about the record taken last.
    [[nodiscard]] ReadReport &report() { return m_report; }

    /// Bytes of the device that were read for the records taken so far, and up to a few MiB more.
    [[nodiscard]] std::uint64_t bytesRead() const { return m_bytesRead; }

private:
    struct Item
    {
        SessionRecord record;
        RecordPlace place;
        ReadReport found; // since the record before
    };
    struct Batch
    {
        std::vector<Item> items; // whose memory serves again; the first `count` are of now
        std::size_t count = 0;
        ReadReport found; // behind the last of them
        std::uint64_t bytesRead = 0;
        std::optional<Error> error;
        std::exception_ptr exception; // for whoever takes the batch, where memory ran out
        bool isLast = false;
    };
    using BatchPtr = std::unique_ptr<Batch>;

    void fill(Batch &batch);
    void readInto(Batch &batch);
    [[nodiscard]] ReadReport takeFound();
    void readOn();
    void startThread();
    void stopThread();
    void takeNextBatch();
    [[nodiscard]] Result<bool> finish();

    QIODevice &m_device;
    SessionReader m_reader;     // the thread's, while there is one, with the next two
    std::uint64_t m_readTo = 0; // the end of the last record, in bytes
    std::size_t m_issuesLeft = ReadReport::maxIssuesKept; // that can still be among those kept
    ReadReport m_report;
    BatchPtr m_current;
    std::size_t m_at = 0; // in m_current
    std::uint64_t m_bytesRead = 0;
    bool m_isAtEnd = false;
    bool m_isCut = false;

    std::mutex m_mutex; // for the next three, while there is a thread
    std::condition_variable m_changed;
    std::vector<BatchPtr> m_filled, m_free; // the filled ones in the order in which they are to be taken
    bool m_isStopped = false;
    std::thread m_thread;
};

} // namespace inspector
