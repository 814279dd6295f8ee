// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/StepList.h"

namespace inspector {

/// Which control does what a prompt asks for.
struct ControlHint
{
    Text label;
    SharedList<std::string> keys;
    Text note;

    static constexpr auto fields()
    {
        return std::tuple(field("label", &ControlHint::label), field("keys", &ControlHint::keys),
            field("note", &ControlHint::note));
    }
    friend bool operator==(const ControlHint &, const ControlHint &) = default;
};

/// What the player is shown for a step; `startedAt` in ms since the epoch.
struct TutorialPrompt
{
    Text title, description, stepId;
    Number stepIndex, totalSteps;
    ObjectOrNull highlight, position;
    bool canSkip = false;
    Number startedAt;
    std::optional<ControlHint> controlHint;

    static constexpr auto fields()
    {
        return std::tuple(field("title", &TutorialPrompt::title),
            field("description", &TutorialPrompt::description), field("stepId", &TutorialPrompt::stepId),
            field("stepIndex", &TutorialPrompt::stepIndex), field("totalSteps", &TutorialPrompt::totalSteps),
            field("highlight", &TutorialPrompt::highlight), field("position", &TutorialPrompt::position),
            field("canSkip", &TutorialPrompt::canSkip), field("startedAt", &TutorialPrompt::startedAt),
            field("controlHint", &TutorialPrompt::controlHint));
    }
    friend bool operator==(const TutorialPrompt &, const TutorialPrompt &) = default;
};

/// When each step was completed (ms since the epoch) and how long it took (ms).
struct TutorialAnalytics
{
    KeyOrderedMap<double> completedTimeline, stepDurations;

    static constexpr auto fields()
    {
        return std::tuple(field("completedTimeline", &TutorialAnalytics::completedTimeline),
            field("stepDurations", &TutorialAnalytics::stepDurations));
    }
    friend bool operator==(const TutorialAnalytics &, const TutorialAnalytics &) = default;
};

/// The tutorial as it stood after a notable event.
struct PromptSnapshot
{
    Text event;
    Number timestamp;
    Text stepId;
    Number stepIndex, totalSteps;
    StepList completedSteps;
    std::optional<Shared<TutorialPrompt>> currentPrompt;
    SharedList<Shared<TutorialPrompt>> promptHistory;
    TutorialAnalytics analytics;
    Shared<JsonObject> metadata;

    static constexpr auto fields()
    {
        return std::tuple(field("event", &PromptSnapshot::event),
            field("timestamp", &PromptSnapshot::timestamp), field("stepId", &PromptSnapshot::stepId),
            field("stepIndex", &PromptSnapshot::stepIndex), field("totalSteps", &PromptSnapshot::totalSteps),
            field("completedSteps", &PromptSnapshot::completedSteps),
            field("currentPrompt", &PromptSnapshot::currentPrompt),
            field("promptHistory", &PromptSnapshot::promptHistory),
            field("analytics", &PromptSnapshot::analytics), field("metadata", &PromptSnapshot::metadata));
    }
    friend bool operator==(const PromptSnapshot &, const PromptSnapshot &) = default;
};

} // namespace inspector
