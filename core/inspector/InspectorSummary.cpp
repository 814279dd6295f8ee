// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspector/InspectorSummary.h"

#include "core/base/IsoTime.h"
#include "core/tutorial/TranscriptSerialisers.h"

namespace inspector {

namespace {

JsonValue removalJson(const MemberRemoval &removal)
{
    const JsonValue fields = toJson(removal);
    JsonObject::Members members = fields.asObject()->members();
    members.push_back({"removedIso", isoText(removal.removedAt)});
    return JsonObject(std::move(members));
}

JsonValue factionsJson(const FactionState &state)
{
    JsonArray targets;
    for (const CascadeTarget &target : selectCascadeTargets(state))
        targets.push_back(toJson(target));
    JsonArray removals;
    for (const auto &removal : selectMemberRemovals(state))
        removals.push_back(removalJson(*removal));
    const JsonObject metrics{{"cascadeTargetCount", targets.size()}, {"activeCascadeTargets", targets.size()},
        {"recentMemberRemovalCount", removals.size()}};
    return JsonObject{{"lastCascadeEvent", toJson(state.lastCascadeEvent)},
        {"cascadeTargets", std::move(targets)}, {"recentMemberRemovals", std::move(removals)},
        {"metrics", metrics}};
}

JsonValue tutorialJson(const TutorialState &state, const std::vector<TranscriptEntry> &transcript)
{
    const auto snapshots = selectPromptSnapshots(state);
    const JsonObject metrics{{"snapshotCount", snapshots.size()}, {"transcriptCount", transcript.size()}};
    return JsonObject{{"latestSnapshot", toJson(selectLatestPromptSnapshot(state))},
        {"snapshots", toJson(snapshots)}, {"transcript", transcriptJson(transcript)}, {"metrics", metrics}};
}

} // namespace

std::vector<CascadeTarget> selectCascadeTargets(const FactionState &state)
{
    std::vector<CascadeTarget> targets;
    state.byId.forEach([&](std::string_view, const FactionRecord &record) {
        if (record.cascadeCount > 0)
            targets.push_back({record.id, record.cascadeCount, record.lastCascade, record.cascadeSources});
    });
    return targets;
}

JsonValue summaryJson(const InspectorSummary &summary)
{
    const WorldState state = summary.state.value_or(WorldState());
    return JsonObject{{"generatedAt", summary.generatedAt}, {"generatedIso", isoText(summary.generatedAt)},
        {"source", summary.state ? "worldStateStore" : "unavailable"},
        {"factions", factionsJson(state.get<FactionSlice>())},
        {"tutorial", tutorialJson(state.get<TutorialSlice>(), summary.transcript)}};
}

} // namespace inspector
