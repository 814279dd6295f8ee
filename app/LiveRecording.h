// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"
#include "core/live/LiveServer.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace inspector {

class ConsoleLog;
class StopFlag;

/// Listens until the recording is over: after a time, after a time without a record, or at an event; or once
/// somebody wishes to stop.
class LiveRecording final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveRecording)

public:
    /// All must outlive it. `options.listen` has to be set; `folder` is where sessions go that get no file by
    /// `--session-out`.
    LiveRecording(const Clock &clock, const Options &options, const ConsoleLog &log, std::string folder);

    /// Begins to listen. Errors: `port_in_use`, and `write_failed` where nothing could be recorded.
    [[nodiscard]] Result<void> start();
    [[nodiscard]] const LiveServer &server() const { return m_server; }
    /// Runs an event loop until it is over, and gives the files of the sessions, in the order in which they
    /// came. Errors: `nobody_connected`, `interrupted` and `terminated`, which name the files, and
    /// `write_failed`.
    [[nodiscard]] Result<std::vector<std::string>> run(const StopFlag *stop);

private:
    [[nodiscard]] std::string pathFor(const LiveHello &hello);
    [[nodiscard]] LiveServer::Options serverOptions();
    void take(const LiveSession &session, const LiveSession::Taken &taken);
    void look(const StopFlag *stop);

    const Clock &m_clock;
    const Options &m_options;
    const ConsoleLog &m_log;
    const std::string m_folder;
    QTimer m_timer;
    QElapsedTimer m_sinceStart, m_sinceRecord;
    std::vector<std::pair<std::string, std::string>> m_files; // sessions and their files
    std::optional<Error> m_problem;
    bool m_isOver = false;
    LiveServer m_server; // last: it tells the others, also while it ends
};

} // namespace inspector
