// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/SessionFigures.h"

#include "core/session/TimelineReader.h"

#include <optional>

namespace inspector {

namespace {

constexpr std::string_view writtenEvent = "telemetry:artifacts_written";

std::optional<NameTable::Id> idOf(const NameTable &names, std::string_view event)
{
    for (std::size_t id = 0; id < names.size(); ++id) {
        const NameTable::Name &name = names.name(static_cast<NameTable::Id>(id));
        if (name.type == SessionRecord::Type::Event && !name.isOthers && name.text == event)
            return static_cast<NameTable::Id>(id);
    }
    return std::nullopt;
}

} // namespace

SessionFigures sessionFigures(
    const SessionTimeline &timeline, TimeMs begin, TimeMs end, std::size_t steps, const StopFlag &stop)
{
    constexpr std::uint64_t mostExports = 1000; // each is read anew
    const SessionIndex &index = timeline.index();
    SessionFigures figures{eventRates(index, begin, end, steps, stop), finestStepOf(index), {}, 0};
    const std::optional<NameTable::Id> written = idOf(index.names(), writtenEvent);
    if (!written)
        return figures;
    TimelineReader reader(timeline);
    std::uint64_t looked = 0;
    // The newest first: those are what somebody asks about.
    for (std::uint64_t number = index.size(); number > 0 && !stop.isRequested(); --number) {
        if (index.entry(number).name != *written)
            continue;
        if (++looked > mostExports) {
            figures.exportsLeft = index.names().count(*written) - mostExports;
            break;
        }
        if (const Result<SessionRecord> record = reader.recordAt(number))
            addWriters(figures.writers, record->payload);
    }
    return figures;
}

} // namespace inspector
