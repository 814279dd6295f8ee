// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/CommandAttempts.h"

#include "core/base/StopFlag.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

using namespace std::chrono_literals;
using End = CommandRun::End;
using Status = PublishStep::Status;

constexpr std::chrono::milliseconds firstPause = 2s;

Status statusOf(const CommandRun &run)
{
    switch (run.end) {
    case End::Exited:
        return run.exitCode == 0 ? Status::Succeeded : Status::Failed;
    case End::NotFound:
        return Status::Skipped;
    case End::TimedOut:
        return Status::Timeout;
    case End::Crashed:
    case End::NotStarted:
    case End::Stopped:
        return Status::Failed;
    }
    return Status::Failed;
}

std::string reasonOf(const CommandRun &run)
{
    switch (run.end) {
    case End::Exited:
        return run.exitCode == 0 ? std::string()
                                 : "it exited with " + std::to_string(run.exitCode.value_or(-1));
    case End::NotFound:
        return "there is no program " + run.program;
    case End::TimedOut:
        return "it took too long and was ended";
    case End::Stopped:
        return "it was ended because the export was";
    case End::Crashed:
    case End::NotStarted:
        return run.reason;
    }
    return {};
}

bool mayBeTriedAgain(const CommandRun &run)
{
    return run.end == End::Crashed || (run.end == End::Exited && run.exitCode != 0);
}

} // namespace

PublishStep plannedStep(const PublishCommand &command, const Redactor &redactor)
{
    PublishStep step;
    step.kind = command.kind;
    step.command = redactor.redacted(command.program);
    for (const std::string &argument : command.arguments)
        step.arguments.push_back(redactor.redacted(argument));
    return step;
}

CommandAttempts::CommandAttempts(Parts parts)
    : m_parts(std::move(parts))
{}

PublishStep CommandAttempts::run(
    const PublishCommand &command, std::chrono::milliseconds timeout, const Redactor &redactor)
{
    constexpr double nsPerMs = 1e6;
    const std::int64_t startNs = m_parts.clock.monotonicNs();
    const auto total = command.timeoutMs ? std::chrono::milliseconds(*command.timeoutMs) : timeout;
    const auto end = now() + total;
    PublishStep step = plannedStep(command, redactor);
    CommandRun run;
    auto pauseTime = firstPause;
    for (;;) {
        run = m_parts.runner.run(command, std::max(end - now(), std::chrono::milliseconds(1)), m_parts.stop);
        ++step.attempts;
        if (!mayBeTriedAgain(run) || step.attempts > command.retries)
            break;
        const auto jitter =
            static_cast<std::int64_t>(m_parts.chance() * static_cast<double>(pauseTime.count()) / 2);
        const auto thisPause = pauseTime + std::chrono::milliseconds(jitter);
        if (now() + thisPause >= end || !pause(thisPause))
            break;
        pauseTime *= 2;
    }
    if (run.end == End::NotFound) {
        step.attempts = 0;
        step.skippedReason = "command_not_found";
    }
    step.command = redactor.redacted(run.program);
    step.status = statusOf(run);
    step.exitCode = run.exitCode;
    step.reason = redactor.redacted(reasonOf(run));
    step.out = run.out.text(redactor);
    step.err = run.err.text(redactor);
    step.durationMs = static_cast<double>(m_parts.clock.monotonicNs() - startNs) / nsPerMs;
    return step;
}

/// False when the user or the system wishes to stop.
bool CommandAttempts::pause(std::chrono::milliseconds time)
{
    constexpr std::chrono::milliseconds slice = 100ms;
    for (; time > 0ms; time -= slice) {
        if (m_parts.stop != nullptr && m_parts.stop->isRequested())
            return false;
        m_parts.wait(std::min(time, slice));
    }
    return m_parts.stop == nullptr || !m_parts.stop->isRequested();
}

std::chrono::milliseconds CommandAttempts::now() const
{
    constexpr std::int64_t nsPerMs = 1'000'000;
    return std::chrono::milliseconds(m_parts.clock.monotonicNs() / nsPerMs);
}

} // namespace inspector
