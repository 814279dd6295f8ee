// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/telemetry/ExportProgress.h"

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

namespace inspector {

/// What the progress line says: "3 of 12 files, 1.2 M records/s, 40 s left". `seconds` have passed so far; no
/// time left is told before there is something to judge it by.
[[nodiscard]] std::string progressText(const ExportProgress::Sample &sample, double seconds);

/// Draws how far an export is on the last line of a terminal, again and again while it lives, from a thread
/// of its own; wipes the line at the end. An export that is done in a moment draws nothing.
class ProgressLine
{
public:
    /// Whether somebody can see it: the stream is a terminal that can move its cursor.
    [[nodiscard]] static bool isSeen(std::FILE *stream);

    /// All must outlive the line.
    ProgressLine(std::FILE *terminal, const ExportProgress &progress, const Clock &clock,
        std::chrono::milliseconds delay = std::chrono::milliseconds(400));
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

private:
    void run(std::chrono::milliseconds delay, const std::stop_token &stop);
    void draw(const std::string &text);

    std::FILE *m_terminal;
    const ExportProgress &m_progress;
    const Clock &m_clock;
    std::size_t m_drawn = 0; // columns
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it uses all of the above
};

} // namespace inspector
