// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/LiveRecording.h"

#include "app/ConsoleLog.h"
#include "core/base/Plural.h"
#include "core/base/StopFlag.h"
#include "core/session/SessionRecord.h"

#include <unistd.h>

#include <QEventLoop>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace inspector {

using Level = LogMessage::Level;

namespace {

/// Whether files can be made in the folder, or the folder itself: better told before the game is played than
/// when it comes.
Result<void> checkFolder(const std::filesystem::path &folder)
{
    std::filesystem::path there = folder.empty() ? std::filesystem::path(".") : folder;
    std::error_code error;
    while (!std::filesystem::exists(there, error))
        there = there.has_parent_path() ? there.parent_path() : std::filesystem::path(".");
    if (!std::filesystem::is_directory(there, error))
        error = std::make_error_code(std::errc::not_a_directory);
    else if (::access(there.c_str(), W_OK | X_OK) != 0)
        error = std::error_code(errno, std::generic_category());
    if (!error)
        return {};
    return failure("write_failed", "nothing can be recorded in " + folder.string() + ": " + error.message(),
        "Choose a folder that can be written to.");
}

} // namespace

LiveRecording::LiveRecording(
    const Clock &clock, const Options &options, const ConsoleLog &log, std::string folder)
    : m_clock(clock)
    , m_options(options)
    , m_log(log)
    , m_folder(std::move(folder))
    , m_server(clock, serverOptions())
{
    connect(&m_server, &LiveServer::attached, this, [this](const LiveSession &session) {
        m_log.write({Level::Info, "attached",
            "a page of " + (session.game().empty() ? "a game" : session.game()) +
                " attached; it is recorded into " + session.path(),
            {}, {}, 0});
    });
    connect(&m_server, &LiveServer::detached, this, [this](const LiveSession &session) {
        m_log.write({Level::Info, "detached", "the page left after " + plural(session.records(), "record"),
            {}, session.path(), 0});
    });
    connect(&m_server, &LiveServer::refused, this, [this](const Error &error) {
        m_log.write({Level::Warning, error.code, error.message, error.remedy, {}, 0});
    });
    connect(&m_server, &LiveServer::writeFailed, this, [this](const Error &error) {
        if (!m_problem)
            m_log.error(error);
        m_problem = error;
    });
    connect(&m_server, &LiveServer::recorded, this, &LiveRecording::take);
}

LiveServer::Options LiveRecording::serverOptions()
{
    LiveServer::Options options;
    options.access = m_options.access;
    options.pathFor = [this](const LiveHello &hello) { return pathFor(hello); };
    return options;
}

Result<void> LiveRecording::start()
{
    const std::string &asked = m_options.request.sessionOut;
    const auto folder =
        asked.empty() ? std::filesystem::path(m_folder) : std::filesystem::path(asked).parent_path();
    if (auto canRecord = checkFolder(folder); !canRecord)
        return canRecord;
    return m_server.listen(m_options.listen->port);
}

/// The first session goes where it was asked for, each further one beside it; so does a session where
/// something else is in its place.
std::string LiveRecording::pathFor(const LiveHello &hello)
{
    // It comes again where its file could not be opened.
    const auto known = std::find_if(
        m_files.begin(), m_files.end(), [&](const auto &file) { return file.first == hello.session; });
    if (known != m_files.end())
        return known->second;
    const std::filesystem::path asked(m_options.request.sessionOut);
    std::filesystem::path path = asked;
    const auto isTaken = [&] {
        return std::any_of(m_files.begin(), m_files.end(), [&](const auto &file) {
            return file.second == path;
        }) || !LiveSession::fits(path.string(), hello.session);
    };
    for (int number = 2; !asked.empty() && isTaken(); ++number)
        path.replace_filename(
            asked.stem().string() + "-" + std::to_string(number) + asked.extension().string());
    if (asked.empty())
        path = LiveSession::pathIn(m_folder, hello.session, m_clock.nowMs());
    m_files.emplace_back(hello.session, path.string());
    return path.string();
}

void LiveRecording::take(const LiveSession &session, const LiveSession::Taken &taken)
{
    m_sinceRecord.restart();
    m_problem.reset();
    if (!m_options.request.until)
        return;
    SessionRecord record;
    record.number = session.records() + 1; // the first line of the file is a record too
    m_isOver = m_isOver || m_options.request.until->isReached(record);
    for (const std::string &event : taken.events) {
        record.event = event;
        m_isOver = m_isOver || m_options.request.until->isReached(record);
    }
}

void LiveRecording::look(const StopFlag *stop)
{
    constexpr double msPerSecond = 1000;
    const auto isPast = [&](const QElapsedTimer &since, const std::optional<double> &seconds) {
        return seconds && static_cast<double>(since.elapsed()) >= *seconds * msPerSecond;
    };
    m_isOver = m_isOver || isPast(m_sinceStart, m_options.listen->forSeconds) ||
               isPast(m_sinceRecord, m_options.listen->idleSeconds) ||
               (stop != nullptr && stop->isRequested());
}

Result<std::vector<std::string>> LiveRecording::run(const StopFlag *stop)
{
    constexpr int lookMs = 20;
    QEventLoop loop;
    m_sinceStart.start();
    m_sinceRecord.start();
    connect(&m_timer, &QTimer::timeout, &loop, [&] {
        look(stop);
        if (m_isOver)
            loop.quit();
    });
    m_timer.start(lookMs);
    loop.exec();
    m_timer.stop();
    m_server.sync();
    std::vector<std::string> files;
    std::string list;
    for (const auto &[session, path] : m_files) {
        files.push_back(path);
        list += " " + path;
    }
    if (stop != nullptr && stop->isRequested()) {
        return stop->failureOf(files.empty() ? "listening" : "the recording, which is kept in" + list + ",");
    }
    if (files.empty())
        return failure("nobody_connected", "nobody connected to " + m_server.url() + " in time",
            "Load the game's page with the bridge in it while this runs, or give --for or --idle more time.");
    if (m_problem)
        return tl::unexpected(*m_problem);
    return files;
}

} // namespace inspector
