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

bool replaceHint(Shared<TutorialPrompt> &prompt, const std::string &stepId, const ControlHint &hint)
{
    if (prompt->stepId != stepId)
        return false;
    TutorialPrompt changed = *prompt;
    changed.controlHint = hint;
    prompt = std::move(changed);
    return true;
}

bool replaceHintInHistory(
    SharedList<Shared<TutorialPrompt>> &history, const std::string &stepId, const ControlHint &hint)
{
    for (std::size_t i = history.size(); i-- > 0;) {
        Shared<TutorialPrompt> prompt = history[i];
        if (replaceHint(prompt, stepId, hint)) {
            history.set(i, std::move(prompt));
            return true;
        }
    }
    return false;
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

void apply(TutorialState &state, const TutorialStepStarted &action)
{
    state.enabled = true;
    state.currentStep = action.stepId;
    state.currentStepIndex = action.stepIndex.value_or(state.currentStepIndex);
    state.totalSteps = action.totalSteps.value_or(state.totalSteps);
    state.stepStartedAt = action.at;
    const Shared<TutorialPrompt> prompt(
        TutorialPrompt{action.title, action.description, action.stepId, action.stepIndex, state.totalSteps,
            action.highlight, action.position, action.canSkip, action.at, action.controlHint});
    state.currentPrompt = prompt;
    state.promptHistory.push_back(prompt);
    state.promptHistory.keepNewest(asCount(state.promptHistoryLimit));
    state.lastActionAt = action.at;
}

void apply(TutorialState &state, const TutorialControlHintUpdated &action)
{
    const Text stepId = action.stepId ? action.stepId : state.currentStep;
    if (!stepId || stepId->empty() || !action.controlHint)
        return;
    const bool isCurrent =
        state.currentPrompt && replaceHint(*state.currentPrompt, *stepId, *action.controlHint);
    const bool isRemembered = replaceHintInHistory(state.promptHistory, *stepId, *action.controlHint);
    if (!isCurrent && !isRemembered)
        return;
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

TutorialState TutorialSlice::reduce(State state, const Action &action)
{
    std::visit([&state](const auto &each) { apply(state, each); }, action);
    return state;
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
