// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/CommandRunner.h"

#include <chrono>

namespace inspector {

/// Runs programs as processes of their own group, without a shell; output is drained as it comes. Needs a
/// QCoreApplication.
class ProcessCommandRunner final : public CommandRunner
{
public:
    /// What a group of processes gets between SIGTERM and SIGKILL.
    static constexpr std::chrono::milliseconds grace{700};

    [[nodiscard]] CommandRun run(
        const PublishCommand &command, std::chrono::milliseconds timeout, const StopFlag *stop) override;
};

} // namespace inspector
