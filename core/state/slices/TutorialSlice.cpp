// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/slices/TutorialSlice.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

std::size_t asCount(double limit)
{
    constexpr double most = 1e9; // beyond any list; keeps the conversion defined for whatever a snapshot says
    return static_cast<std::size_t>(std::clamp(limit, 0.0, most));
}

void appendSnapshot(TutorialState &state, std::string event, TimeMs at, JsonObject metadata)
{
    PromptSnapshot snapshot;
    snapshot.event = std::move(event);
    snapshot.timestamp = at;
    snapshot.stepId = state.currentStep;
    snapshot.stepIndex = state.currentStepIndex;
    snapshot.totalSteps = state.totalSteps;
    snapshot.completedSteps = state.completedSteps;
    snapshot.currentPrompt = state.currentPrompt;
    snapshot.promptHistory = state.promptHistory;
    snapshot.analytics = {state.completedTimeline, state.stepDurations};
    snapshot.metadata = std::move(metadata);
    state.promptHistorySnapshots.push_back(std::move(snapshot));
    state.promptHistorySnapshots.keepNewest(asCount(state.promptHistorySnapshotLimit));
}

void leaveStep(TutorialState &state)
{
    state.enabled = false;
    state.currentStep.reset();
    state.currentStepIndex = -1;
    state.currentPrompt.reset();
    state.stepStartedAt.reset();
}

Shared<TutorialPrompt> withHint(Shared<TutorialPrompt> prompt, const ControlHint &hint)
{
    prompt.change([&hint](TutorialPrompt &copy) { copy.controlHint = hint; });
    return prompt;
}

/// Where in `history` the newest prompt of the step stands, if there is one.
std::optional<std::size_t> newestOf(
    const SharedList<Shared<TutorialPrompt>> &history, const std::string &stepId)
{
    for (std::size_t i = history.size(); i-- > 0;) {
        if (history[i]->stepId == stepId)
            return i;
    }
    return std::nullopt;
}

void apply(TutorialState &state, const TutorialStarted &action)
{
    state.enabled = true;
    state.skipped = false;
    state.completed = false;
    state.totalSteps = action.totalSteps.value_or(state.totalSteps);
    state.startedAt = action.at;
    state.stepStartedAt.reset();
    state.currentPrompt.reset();
    state.promptHistory = {};
    state.promptHistorySnapshots = {};
    state.lastActionAt = action.at;
}

void apply(TutorialState &state, TutorialStepStarted &&action)
{
    state.enabled = true;
    state.currentStep = action.stepId;
    state.currentStepIndex = action.stepIndex.value_or(state.currentStepIndex);
    state.totalSteps = action.totalSteps.value_or(state.totalSteps);
    state.stepStartedAt = action.at;
    const Shared<TutorialPrompt> prompt(TutorialPrompt{std::move(action.title), std::move(action.description),
        std::move(action.stepId), action.stepIndex, state.totalSteps, std::move(action.highlight),
        std::move(action.position), action.canSkip, action.at, std::move(action.controlHint)});
    state.currentPrompt = prompt;
    state.promptHistory.push_back(prompt);
    state.promptHistory.keepNewest(asCount(state.promptHistoryLimit));
    state.lastActionAt = action.at;
}

void apply(TutorialState &state, const TutorialControlHintUpdated &action)
{
    const Text &stepId = action.stepId ? action.stepId : state.currentStep;
    if (!stepId || stepId->empty() || !action.controlHint)
        return;
    const bool isCurrent = state.currentPrompt && (*state.currentPrompt)->stepId == *stepId;
    const std::optional<std::size_t> remembered = newestOf(state.promptHistory, *stepId);
    if (!isCurrent && !remembered)
        return;
    const bool isSame =
        isCurrent && remembered && state.currentPrompt->same(state.promptHistory[*remembered]);
    if (isCurrent)
        state.currentPrompt = withHint(*state.currentPrompt, *action.controlHint);
    if (remembered) {
        state.promptHistory.set(*remembered,
            isSame ? *state.currentPrompt : withHint(state.promptHistory[*remembered], *action.controlHint));
    }
    const TimeMs at = action.updatedAt.value_or(action.at);
    state.lastActionAt = at;
    appendSnapshot(state, "control_hint_updated", at, {{"stepId", *stepId}});
}

void apply(TutorialState &state, const TutorialStepCompleted &action)
{
    if (!action.stepId || action.stepId->empty() || state.completedSteps.contains(*action.stepId))
        return;
    state.completedSteps.append(*action.stepId);
    state.completedTimeline.set(*action.stepId, action.at);
    if (state.stepStartedAt.value_or(0) != 0)
        state.stepDurations.set(*action.stepId, action.at - *state.stepStartedAt);
    state.lastActionAt = action.at;
    appendSnapshot(
        state, "step_completed", action.at, {{"stepId", *action.stepId}, {"completedAt", action.at}});
}

void apply(TutorialState &state, const TutorialCompleted &action)
{
    leaveStep(state);
    state.completed = true;
    state.lastActionAt = action.at;
    const bool isList = action.completedSteps.value.asArray() != nullptr;
    appendSnapshot(state, "tutorial_completed", action.at,
        {{"completedSteps", isList ? action.completedSteps.value : toJson(state.completedSteps)}});
}

void apply(TutorialState &state, const TutorialSkipped &action)
{
    leaveStep(state);
    state.skipped = true;
    state.lastActionAt = action.at;
    appendSnapshot(state, "tutorial_skipped", action.at, {{"reason", "skipped"}});
}

} // namespace

void TutorialSlice::reduce(State &state, Action &&action)
{
    std::visit(
        [&state](auto &&each) { apply(state, std::forward<decltype(each)>(each)); }, std::move(action));
}

void TutorialSlice::hydrate(const JsonValue &from, State &state, FieldReader &reader)
{
    const double historyLimit = state.promptHistoryLimit;
    const double snapshotLimit = state.promptHistorySnapshotLimit;
    readField(from, state, reader);
    if (!(state.promptHistoryLimit > 0))
        state.promptHistoryLimit = historyLimit;
    if (!(state.promptHistorySnapshotLimit > 0))
        state.promptHistorySnapshotLimit = snapshotLimit;
}

TutorialProgress selectTutorialProgress(const TutorialState &state)
{
    TutorialProgress progress{state.enabled, state.skipped, state.completed, state.currentStep,
        state.currentStepIndex, state.completedSteps.size(), state.totalSteps, 0};
    if (state.totalSteps > 0)
        progress.fraction = std::min(1.0, static_cast<double>(progress.completedSteps) / state.totalSteps);
    return progress;
}

std::optional<Shared<TutorialPrompt>> selectCurrentPrompt(const TutorialState &state)
{
    return state.currentPrompt;
}

SharedList<Shared<TutorialPrompt>> selectPromptHistory(const TutorialState &state)
{
    return state.promptHistory;
}

SharedList<Shared<PromptSnapshot>> selectPromptSnapshots(const TutorialState &state)
{
    return state.promptHistorySnapshots;
}

std::optional<Shared<PromptSnapshot>> selectLatestPromptSnapshot(const TutorialState &state)
{
    if (state.promptHistorySnapshots.empty())
        return std::nullopt;
    return state.promptHistorySnapshots.back();
}

} // namespace inspector
