// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tutorial/TutorialRows.h"

#include "core/engine/TrackLookup.h"
#include "ui/common/Words.h"
#include "ui/tutorial/StepDurations.h"
#include "ui/tutorial/StepLook.h"

namespace inspector {

namespace {

using Step = TutorialTrack::Step;

QString sinceStart(const InspectorFrame &frame, TimeMs at)
{
    return words::elapsed(at - frame.tracks->firstTime);
}

/// The record of that time; 0 where it is not known.
std::uint64_t numberAt(const InspectorFrame &frame, const std::optional<TimeMs> &at)
{
    return at && frame.timeline ? frame.timeline->index().firstNotBefore(*at).value_or(0) : 0;
}

} // namespace

std::vector<TextTableModel::Row> stepRows(const InspectorFrame &frame, std::uint64_t cursor)
{
    const LongList<Step> &steps = frame.tracks->tutorial.steps;
    std::vector<TextTableModel::Row> rows;
    const std::size_t end = countUpTo(steps, cursor);
    for (std::size_t i = end > mostSteps ? end - mostSteps : 0; i < end; ++i) {
        const Step &step = steps[i];
        const Step::End state = stepLook::endAt(step, cursor);
        const bool isOver = state != Step::End::Running;
        rows.push_back(
            {{words::text(step.id), stepLook::title(step), sinceStart(frame, step.startedAt),
                 isOver ? words::duration(step.endedAt - step.startedAt) : QString(), stepLook::text(state)},
                step.number, {}});
    }
    return rows;
}

std::vector<TextTableModel::Row> promptSnapshotRows(const InspectorFrame &frame)
{
    std::vector<TextTableModel::Row> rows;
    for (const auto &shared : frame.state.world.get<TutorialSlice>().promptHistorySnapshots) {
        const PromptSnapshot &snapshot = *shared;
        const QString prompt =
            snapshot.currentPrompt ? words::text((*snapshot.currentPrompt)->title.value_or("")) : QString();
        rows.push_back(
            {{sinceStart(frame, snapshot.timestamp.value_or(frame.tracks->firstTime)),
                 words::text(snapshot.event.value_or("")), words::text(snapshot.stepId.value_or("")),
                 words::count(snapshot.completedSteps.size()), prompt},
                numberAt(frame, snapshot.timestamp), {}});
    }
    return rows;
}

std::vector<TextTableModel::Row> transcriptRows(const InspectorFrame &frame)
{
    std::vector<TextTableModel::Row> rows;
    for (const auto &shared : frame.state.transcript.entries) {
        const TranscriptEntry &entry = *shared;
        rows.push_back(
            {{sinceStart(frame, entry.timestamp.value_or(frame.tracks->firstTime)),
                 words::text(entry.actionTaken.value_or("")), words::text(entry.promptId.value_or("")),
                 words::text(entry.promptText.value_or("")),
                 words::text(entry.followUpNarrative.value_or(""))},
                numberAt(frame, entry.timestamp), {}});
    }
    return rows;
}

} // namespace inspector
