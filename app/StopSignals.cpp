// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StopSignals.h"

#include "core/base/StopFlag.h"

#include <array>
#include <csignal>

namespace inspector {

namespace {

constexpr std::array<int, 2> stopping{SIGINT, SIGTERM};

// A signal handler reaches nothing but what is global.
StopFlag stopFlag;

void onSignal(int signal)
{
    stopFlag.request(signal == SIGTERM ? StopFlag::Reason::Terminate : StopFlag::Reason::Interrupt);
}

} // namespace

StopSignals::StopSignals()
{
    struct sigaction action
    {};
    action.sa_handler = onSignal;
    for (const int signal : stopping) {
        // A second Ctrl+C ends the program at once. SIGTERM may come twice from one who means it once, such
        // as timeout(1), which tells the program and then its group.
        action.sa_flags = signal == SIGINT ? static_cast<int>(SA_RESETHAND) : 0;
        sigaction(signal, &action, nullptr);
    }
}

StopSignals::~StopSignals()
{
    for (const int signal : stopping)
        std::signal(signal, SIG_DFL);
}

const StopFlag &StopSignals::flag() const
{
    return stopFlag;
}

} // namespace inspector
