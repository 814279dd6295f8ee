// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/state/slices/TutorialPrompt.h"

#include <string_view>
#include <variant>

namespace inspector {

/// The tutorial slice (docs/world-state-store.md, "Tutorial"); times in ms since the epoch, durations in ms.
struct TutorialState
{
    bool enabled = false;
    double totalSteps = 0;
    Text currentStep;
    double currentStepIndex = -1;
    StepList completedSteps;
    KeyOrderedMap<double> completedTimeline, stepDurations;
    bool skipped = false;
    bool completed = false;
    Number lastActionAt, startedAt, stepStartedAt;
    std::optional<Shared<TutorialPrompt>> currentPrompt;
    SharedList<Shared<TutorialPrompt>> promptHistory; ///< newest promptHistoryLimit, oldest first
    double promptHistoryLimit = 5;
    SharedList<Shared<PromptSnapshot>>
        promptHistorySnapshots; ///< newest promptHistorySnapshotLimit, oldest first
    double promptHistorySnapshotLimit = 10;

    static constexpr auto fields()
    {
        return std::tuple(field("enabled", &TutorialState::enabled),
            field("totalSteps", &TutorialState::totalSteps),
            field("currentStep", &TutorialState::currentStep),
            field("currentStepIndex", &TutorialState::currentStepIndex),
            field("completedSteps", &TutorialState::completedSteps),
            field("completedTimeline", &TutorialState::completedTimeline),
            field("stepDurations", &TutorialState::stepDurations), field("skipped", &TutorialState::skipped),
            field("completed", &TutorialState::completed),
            field("lastActionAt", &TutorialState::lastActionAt),
            field("startedAt", &TutorialState::startedAt),
            field("stepStartedAt", &TutorialState::stepStartedAt),
            field("currentPrompt", &TutorialState::currentPrompt),
            field("promptHistory", &TutorialState::promptHistory),
            field("promptHistoryLimit", &TutorialState::promptHistoryLimit),
            field("promptHistorySnapshots", &TutorialState::promptHistorySnapshots),
            field("promptHistorySnapshotLimit", &TutorialState::promptHistorySnapshotLimit));
    }
    friend bool operator==(const TutorialState &, const TutorialState &) = default;
};

// Actions: named after the event that they are made of, `at` is when it happened (ms since the epoch).

struct TutorialStarted
{
    static constexpr std::string_view event = "tutorial:started";
    TimeMs at = 0;
    Number totalSteps;

    static constexpr auto fields() { return std::tuple(field("totalSteps", &TutorialStarted::totalSteps)); }
};

struct TutorialStepStarted
{
    static constexpr std::string_view event = "tutorial:step_started";
    TimeMs at = 0;
    Text stepId;
    Number stepIndex, totalSteps;
    Text title, description;
    ObjectOrNull highlight, position;
    bool canSkip = false;
    std::optional<ControlHint> controlHint;

    static constexpr auto fields()
    {
        return std::tuple(field("stepId", &TutorialStepStarted::stepId),
            field("stepIndex", &TutorialStepStarted::stepIndex),
            field("totalSteps", &TutorialStepStarted::totalSteps),
            field("title", &TutorialStepStarted::title),
            field("description", &TutorialStepStarted::description),
            field("highlight", &TutorialStepStarted::highlight),
            field("position", &TutorialStepStarted::position),
            field("canSkip", &TutorialStepStarted::canSkip),
            field("controlHint", &TutorialStepStarted::controlHint));
    }
};

struct TutorialControlHintUpdated
{
    static constexpr std::string_view event = "tutorial:control_hint_updated";
    TimeMs at = 0;
    Text stepId;
    std::optional<ControlHint> controlHint;
    Number updatedAt;

    static constexpr auto fields()
    {
        return std::tuple(field("stepId", &TutorialControlHintUpdated::stepId),
            field("controlHint", &TutorialControlHintUpdated::controlHint),
            field("updatedAt", &TutorialControlHintUpdated::updatedAt));
    }
};

struct TutorialStepCompleted
{
    static constexpr std::string_view event = "tutorial:step_completed";
    TimeMs at = 0;
    Text stepId;
    Number stepIndex;

    static constexpr auto fields()
    {
        return std::tuple(field("stepId", &TutorialStepCompleted::stepId),
            field("stepIndex", &TutorialStepCompleted::stepIndex));
    }
};

struct TutorialCompleted
{
    static constexpr std::string_view event = "tutorial:completed";
    TimeMs at = 0;
    Number totalSteps;
    NumberOrList completedSteps;

    static constexpr auto fields()
    {
        return std::tuple(field("totalSteps", &TutorialCompleted::totalSteps),
            field("completedSteps", &TutorialCompleted::completedSteps));
    }
};

struct TutorialSkipped
{
    static constexpr std::string_view event = "tutorial:skipped";
    TimeMs at = 0;
    Text stepId;
    Number stepIndex;

    static constexpr auto fields()
    {
        return std::tuple(
            field("stepId", &TutorialSkipped::stepId), field("stepIndex", &TutorialSkipped::stepIndex));
    }
};

/// What the store needs to know of the slice.
struct TutorialSlice
{
    using State = TutorialState;
    using Action = std::variant<TutorialStarted, TutorialStepStarted, TutorialControlHintUpdated,
        TutorialStepCompleted, TutorialCompleted, TutorialSkipped>;
    static constexpr std::string_view key = "tutorial";

    /// Brings `state` to what it is after `action`; depends on nothing else.
    static void reduce(State &state, Action &&action);
    /// Takes what a snapshot holds of the slice into `state`, which has the start values; limits only where
    /// positive.
    static void hydrate(const JsonValue &from, State &state, FieldReader &reader);
};

// Selectors

struct TutorialProgress
{
    bool enabled = false;
    bool skipped = false;
    bool completed = false;
    Text currentStep;
    double currentStepIndex = -1;
    std::size_t completedSteps = 0;
    double totalSteps = 0;
    double fraction = 0; ///< completed of all steps, 0 to 1; 0 while the total is unknown

    friend bool operator==(const TutorialProgress &, const TutorialProgress &) = default;
};

[[nodiscard]] TutorialProgress selectTutorialProgress(const TutorialState &state);
[[nodiscard]] std::optional<Shared<TutorialPrompt>> selectCurrentPrompt(const TutorialState &state);
/// Oldest first, at most the newest promptHistoryLimit.
[[nodiscard]] SharedList<Shared<TutorialPrompt>> selectPromptHistory(const TutorialState &state);
/// Oldest first, at most the newest promptHistorySnapshotLimit.
[[nodiscard]] SharedList<Shared<PromptSnapshot>> selectPromptSnapshots(const TutorialState &state);
[[nodiscard]] std::optional<Shared<PromptSnapshot>> selectLatestPromptSnapshot(const TutorialState &state);

} // namespace inspector
