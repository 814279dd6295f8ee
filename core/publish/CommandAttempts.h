// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Wait.h"
#include "core/publish/CommandRunner.h"
#include "core/publish/PublishStep.h"

#include <chrono>
#include <functional>

namespace inspector {

/// Runs a command, and again where it failed and may be tried again: after 2, 4, 8 … s, each with up to half
/// as much more by chance, all within the command's time-out. What was not found, or was stopped, is not
/// tried again.
class CommandAttempts
{
public:
    struct Parts
    {
        CommandRunner &runner;
        const Clock &clock;
        Wait wait;                      ///< is called for a tenth of a second at a time
        std::function<double()> chance; ///< from 0 to 1
        const StopFlag *stop = nullptr;
    };

    explicit CommandAttempts(Parts parts);

    /// `timeout` counts where the command has none of its own.
    [[nodiscard]] PublishStep run(
        const PublishCommand &command, std::chrono::milliseconds timeout, const Redactor &redactor);

private:
    [[nodiscard]] bool pause(std::chrono::milliseconds time);
    [[nodiscard]] std::chrono::milliseconds now() const;

    Parts m_parts;
};

/// The step that a command is before it has run, and stays in a dry run.
[[nodiscard]] PublishStep plannedStep(const PublishCommand &command, const Redactor &redactor);

} // namespace inspector
