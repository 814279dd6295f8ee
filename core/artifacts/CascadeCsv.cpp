// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/CascadeCsv.h"

#include "core/base/IsoTime.h"
#include "core/inspector/InspectorSummary.h"

#include <algorithm>

namespace inspector {

namespace {

/// The name that the event told, else the catalogue's, else the id; nothing for no id.
Text nameOf(const Text &id, const Text &told, const FactionCatalogue &catalogue)
{
    if (told && !told->empty())
        return told;
    return id ? Text(catalogue.nameOf(*id)) : std::nullopt;
}

} // namespace

std::string cascadeCsv(const FactionState &state, const FactionCatalogue &catalogue, CsvFormulas formulas)
{
    Csv csv({"row_type", "faction_id", "faction_name", "cascade_count", "last_source_faction_id",
                "last_source_faction_name", "new_attitude", "occurred_at", "occurred_iso", "sources"},
        formulas);
    if (state.lastCascadeEvent) {
        const CascadeEvent &last = **state.lastCascadeEvent;
        csv.addRow({"last_event", last.targetFactionId,
            nameOf(last.targetFactionId, last.targetFactionName, catalogue), {}, last.sourceFactionId,
            nameOf(last.sourceFactionId, last.sourceFactionName, catalogue), last.newAttitude,
            last.occurredAt, isoText(last.occurredAt), {}});
    }
    std::vector<CascadeTarget> targets = selectCascadeTargets(state);
    std::stable_sort(targets.begin(), targets.end(),
        [](const CascadeTarget &a, const CascadeTarget &b) { return a.cascadeCount > b.cascadeCount; });
    for (const CascadeTarget &target : targets) {
        const ReceivedCascade last = target.lastCascade ? **target.lastCascade : ReceivedCascade();
        csv.addRow({"target", target.factionId, catalogue.nameOf(target.factionId), target.cascadeCount,
            last.sourceFactionId, nameOf(last.sourceFactionId, last.sourceFactionName, catalogue),
            last.newAttitude, last.occurredAt, isoText(last.occurredAt), joinedCell(target.sources)});
    }
    return csv.text();
}

} // namespace inspector
