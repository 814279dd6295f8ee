// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspector/StateSummary.h"

namespace inspector {

namespace {

std::optional<std::string> lastCascadeFrom(const FactionRecord &record, const FactionCatalogue &catalogue)
{
    if (!record.lastCascade)
        return std::nullopt;
    const ReceivedCascade &cascade = **record.lastCascade;
    if (cascade.sourceFactionName)
        return cascade.sourceFactionName;
    return cascade.sourceFactionId ? std::optional(catalogue.nameOf(*cascade.sourceFactionId)) : std::nullopt;
}

std::optional<StateSummary::Step> slowestStep(const TutorialState &state)
{
    std::optional<StateSummary::Step> slowest;
    state.stepDurations.forEach([&](std::string_view id, double duration) {
        if (!slowest || duration > slowest->durationMs)
            slowest = StateSummary::Step{std::string(id), duration};
    });
    return slowest;
}

} // namespace

StateSummary summarise(const WorldState &state, const FactionCatalogue &catalogue)
{
    StateSummary summary;
    state.get<FactionSlice>().byId.forEach([&](std::string_view, const FactionRecord &record) {
        summary.factions.push_back({catalogue.nameOf(record.id), record.fame, record.infamy, record.attitude,
            record.cascadeCount, lastCascadeFrom(record, catalogue)});
    });
    const TutorialState &tutorial = state.get<TutorialSlice>();
    summary.tutorial = selectTutorialProgress(tutorial);
    if (tutorial.currentPrompt)
        summary.currentPrompt = (*tutorial.currentPrompt)->title;
    summary.slowestStep = slowestStep(tutorial);
    return summary;
}

} // namespace inspector
