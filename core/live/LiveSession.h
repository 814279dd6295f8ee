// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/LiveProtocol.h"
#include "core/session/SessionWriter.h"

namespace inspector {

/// What one load of a game's page recorded: its file, and how far it got. It outlives connections.
class LiveSession
{
public:
    /// Goes on with the file where it holds this session already. `startedAt` is ms since the epoch. Errors:
    /// `exists` where the file holds something else, those of SessionWriter::open.
    [[nodiscard]] static Result<LiveSession> open(
        const LiveHello &hello, const std::string &path, double startedAt);

    /// Whether a session may be written there: nothing is there yet, or the session itself.
    [[nodiscard]] static bool fits(const std::string &path, const std::string &session);
    /// Its file in a folder, by the time at which it began and its id: the one that is there already, or a
    /// new one. `now` is ms since the epoch.
    [[nodiscard]] static std::string pathIn(
        const std::string &folder, const std::string &session, double now);

    /// Makes durable what was written, and lets go of the file until the page comes again.
    [[nodiscard]] Result<void> close();
    [[nodiscard]] Result<void> reopen(const LiveHello &hello);
    /// Something is missing before what comes next, which is written with that, unless the page says so
    /// itself.
    void noteGap(double now) { m_gapAt = now; }

    struct Taken
    {
        std::uint64_t records = 0;       ///< that are in the file now
        std::uint64_t duplicates = 0;    ///< that were there before
        std::vector<std::string> events; ///< names of the new ones, in their order
    };

    /// Writes what is new, all of it or nothing. Errors: those of SessionWriter::append.
    [[nodiscard]] Result<Taken> take(const std::vector<LiveRecord> &records);
    [[nodiscard]] Result<void> sync() { return m_writer ? m_writer->sync() : Result<void>(); }

    [[nodiscard]] const std::string &id() const { return m_id; }
    [[nodiscard]] const std::string &game() const { return m_game; }
    [[nodiscard]] const std::string &path() const { return m_path; }
    /// `seq` of the last record in the file.
    [[nodiscard]] std::uint64_t lastSeq() const { return m_lastSeq; }
    /// Records that were written since it was opened.
    [[nodiscard]] std::uint64_t records() const { return m_records; }

private:
    LiveSession(const LiveHello &hello, SessionWriter writer);

    std::string m_id, m_game, m_path;
    std::optional<SessionWriter> m_writer; // while a page is attached
    std::uint64_t m_lastSeq = 0;
    std::uint64_t m_records = 0;
    std::optional<double> m_gapAt; // ms since the epoch; of a gap that is still to be written
};

} // namespace inspector
