// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/TutorialCsv.h"

#include "core/base/IsoTime.h"

namespace inspector {

namespace {

/// The title under which the player saw the snapshot's step: the current prompt's, else that of the step's
/// newest prompt.
Text stepTitle(const PromptSnapshot &snapshot)
{
    if (!snapshot.stepId)
        return std::nullopt;
    if (snapshot.currentPrompt) {
        const TutorialPrompt &current = **snapshot.currentPrompt;
        if (current.stepId == snapshot.stepId && current.title && !current.title->empty())
            return current.title;
    }
    for (std::size_t i = snapshot.promptHistory.size(); i-- > 0;) {
        if (snapshot.promptHistory[i]->stepId == snapshot.stepId)
            return snapshot.promptHistory[i]->title;
    }
    return std::nullopt;
}

} // namespace

std::string tutorialSnapshotsCsv(const TutorialState &state, CsvFormulas formulas)
{
    Csv csv({"event", "timestamp", "timestamp_iso", "step_index", "total_steps", "step_id", "step_title",
                "completed_steps", "metadata"},
        formulas);
    for (const auto &each : selectPromptSnapshots(state)) {
        const PromptSnapshot &snapshot = *each;
        csv.addRow({snapshot.event.value_or("unknown"), snapshot.timestamp, isoText(snapshot.timestamp),
            snapshot.stepIndex, snapshot.totalSteps, snapshot.stepId, stepTitle(snapshot),
            joinedCell(snapshot.completedSteps.ids()), snapshot.metadata});
    }
    return csv.text();
}

} // namespace inspector
