// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Wait.h"
#include "core/saves/SaveManager.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// Saves again and again, to see what that does to a game or a disk.
class AutosaveBurst
{
public:
    struct Options
    {
        std::size_t iterations = 20;
        std::chrono::milliseconds delay{0}; ///< between two saves
        std::string slot = "autosave";      ///< as typed
        bool exportInspector = false;       ///< once, after the last save
        SaveManager::ExportOptions exportOptions;
    };

    struct Report
    {
        std::size_t iterations = 0;
        std::string slot;            ///< the name that the typed one stands for
        std::vector<Error> failures; ///< one for each save that failed
        std::optional<Result<ExportReport>> exported;
    };

    /// The parts must outlive the burst; `wait` lets the delay pass.
    AutosaveBurst(EventBus &bus, const Clock &clock, SaveManager &saves, Wait wait = sleepThread);

    /// Runs to the end, whatever fails. `playtime` in ms, as of SaveManager::save. Told on the bus as
    /// `telemetry:autosave_burst_completed`.
    Report run(const Options &options, double playtime);

private:
    EventBus &m_bus;
    const Clock &m_clock;
    SaveManager &m_saves;
    Wait m_wait;
};

} // namespace inspector
