// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/AutosaveBurst.h"

#include "core/saves/SlotName.h"

#include <utility>

namespace inspector {

AutosaveBurst::AutosaveBurst(EventBus &bus, const Clock &clock, SaveManager &saves, Wait wait)
    : m_bus(bus)
    , m_clock(clock)
    , m_saves(saves)
    , m_wait(std::move(wait))
{}

AutosaveBurst::Report AutosaveBurst::run(const Options &options, double playtime)
{
    Report report;
    report.iterations = options.iterations;
    report.slot = slotName(options.slot);
    for (std::size_t i = 0; i < options.iterations; ++i) {
        if (i > 0 && options.delay.count() > 0)
            m_wait(options.delay);
        if (const auto saved = m_saves.save(options.slot, playtime); !saved)
            report.failures.push_back(saved.error());
    }
    if (options.exportInspector)
        report.exported = m_saves.exportInspectorSummary(options.exportOptions);
    m_bus.emitEvent({"telemetry:autosave_burst_completed", m_clock.nowMs(),
        JsonObject{
            {"iterations", report.iterations}, {"failures", report.failures.size()}, {"slot", report.slot}}});
    return report;
}

} // namespace inspector
