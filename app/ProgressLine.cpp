// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProgressLine.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace inspector {

namespace {

std::string decimals(double number, const char *unit)
{
    constexpr std::size_t roomy = 32;
    std::string text(roomy, '\0');
    const int length =
        std::snprintf(text.data(), text.size(), number < 10 ? "%.1f%s" : "%.0f%s", number, unit);
    text.resize(static_cast<std::size_t>(std::max(length, 0)));
    return text;
}

std::string rateText(double perSecond)
{
    constexpr double thousand = 1e3;
    constexpr double million = 1e6;
    if (perSecond >= million)
        return decimals(perSecond / million, " M records/s");
    if (perSecond >= thousand)
        return decimals(perSecond / thousand, " k records/s");
    return std::to_string(static_cast<std::uint64_t>(perSecond)) + " records/s";
}

std::string timeText(double seconds)
{
    constexpr std::uint64_t perMinute = 60;
    const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
    if (whole < perMinute)
        return std::to_string(whole) + " s left";
    return std::to_string(whole / perMinute) + " min " + std::to_string(whole % perMinute) + " s left";
}

/// How much is done, 0 to 1, judged by the inputs opened so far: the sizes of the others are not known.
double fractionDone(const ExportProgress::Sample &sample)
{
    if (sample.inputs == 0 || sample.bytes == 0)
        return 0;
    const double ofOpened = static_cast<double>(sample.bytesDone) / static_cast<double>(sample.bytes);
    return ofOpened * static_cast<double>(sample.inputsOpened) / static_cast<double>(sample.inputs);
}

} // namespace

std::string progressText(const ExportProgress::Sample &sample, double seconds)
{
    constexpr double percent = 100;
    constexpr double enoughToJudge = 0.02;
    const double fraction = fractionDone(sample);
    std::string text = sample.inputs == 1 ? std::to_string(static_cast<int>(fraction * percent)) + " %"
                                          : std::to_string(sample.inputsDone) + " of " +
                                                std::to_string(sample.inputs) + " files";
    if (seconds > 0)
        text += ", " + rateText(static_cast<double>(sample.records) / seconds);
    if (fraction >= enoughToJudge)
        text += ", " + timeText(seconds * (1 - fraction) / fraction);
    return text;
}

bool ProgressLine::isSeen(std::FILE *stream)
{
    const char *terminal = std::getenv("TERM");
    const int handle = ::fileno(stream);
    return handle >= 0 && ::isatty(handle) != 0 && terminal != nullptr &&
           std::string_view(terminal) != "dumb";
}

ProgressLine::ProgressLine(
    std::FILE *terminal, const ExportProgress &progress, const Clock &clock, std::chrono::milliseconds delay)
    : m_terminal(terminal)
    , m_progress(progress)
    , m_clock(clock)
    , m_thread([this, delay](const std::stop_token &stop) { run(delay, stop); })
{}

ProgressLine::~ProgressLine()
{
    m_thread.request_stop();
    m_thread.join();
    if (m_drawn > 0)
        draw({});
}

void ProgressLine::run(std::chrono::milliseconds delay, const std::stop_token &stop)
{
    constexpr double nsPerSecond = 1e9;
    constexpr std::chrono::milliseconds interval(200);
    const std::int64_t start = m_clock.monotonicNs();
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, stop, delay, [&] { return stop.stop_requested(); }) &&
           !stop.stop_requested()) {
        delay = interval;
        draw(progressText(
            m_progress.sample(), static_cast<double>(m_clock.monotonicNs() - start) / nsPerSecond));
    }
}

void ProgressLine::draw(const std::string &text)
{
    std::string line = "\r" + text;
    line.append(m_drawn > text.size() ? m_drawn - text.size() : 0, ' ');
    if (text.empty())
        line += '\r';
    m_drawn = text.size();
    std::fwrite(line.data(), 1, line.size(), m_terminal);
    std::fflush(m_terminal);
}

} // namespace inspector
