// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tutorial/TutorialTranscriptRecorder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

/// Every payload field that some transcript entry is made of. The order of the times is that in which they
/// are looked for when an entry needs one.
struct TranscriptPayload
{
    Number timestamp, startedAt, completedAt, skippedAt, occurredAt;
    Text stepId, title, description, followUpNarrative;
    Number stepIndex, totalSteps, durationMs;
    ObjectOrNull highlight, position;
    std::optional<bool> canSkip;
    NumberOrList completedSteps;

    static constexpr auto fields()
    {
        using P = TranscriptPayload;
        return std::tuple(field("timestamp", &P::timestamp), field("startedAt", &P::startedAt),
            field("completedAt", &P::completedAt), field("skippedAt", &P::skippedAt),
            field("occurredAt", &P::occurredAt), field("stepId", &P::stepId), field("title", &P::title),
            field("description", &P::description), field("followUpNarrative", &P::followUpNarrative),
            field("stepIndex", &P::stepIndex), field("totalSteps", &P::totalSteps),
            field("durationMs", &P::durationMs), field("highlight", &P::highlight),
            field("position", &P::position), field("canSkip", &P::canSkip),
            field("completedSteps", &P::completedSteps));
    }

    [[nodiscard]] TimeMs time(TimeMs otherwise) const
    {
        for (const Number &each : {timestamp, startedAt, completedAt, skippedAt, occurredAt}) {
            if (each)
                return *each;
        }
        return otherwise;
    }
};

using LastStep = TranscriptState::Step;

using EntryMaker = TranscriptEntry (*)(TranscriptPayload &&, TimeMs, const LastStep &);

JsonValue orElse(const Number &number, TimeMs otherwise)
{
    return number.value_or(otherwise);
}

Text orElse(Text own, const Text &otherwise)
{
    if (own)
        return own;
    return otherwise;
}

TranscriptEntry started(TranscriptPayload &&p, TimeMs /*at*/, const LastStep & /*last*/)
{
    return {.event = "tutorial_started",
        .actionTaken = "started",
        .metadata = Shared<JsonObject>(JsonObject{{"totalSteps", p.totalSteps}, {"startedAt", p.startedAt}})};
}

TranscriptEntry stepStarted(TranscriptPayload &&p, TimeMs at, const LastStep & /*last*/)
{
    return {.event = "tutorial_step_started",
        .promptId = std::move(p.stepId),
        .promptText = std::move(p.title),
        .actionTaken = "step_started",
        .metadata = Shared<JsonObject>(JsonObject{{"stepIndex", p.stepIndex}, {"totalSteps", p.totalSteps},
            {"description", std::move(p.description)}, {"highlight", p.highlight}, {"position", p.position},
            {"canSkip", p.canSkip}, {"startedAt", orElse(p.startedAt, at)}})};
}

TranscriptEntry stepCompleted(TranscriptPayload &&p, TimeMs at, const LastStep &last)
{
    return {.event = "tutorial_step_completed",
        .promptId = orElse(std::move(p.stepId), last.id),
        .promptText = orElse(std::move(p.title), last.title),
        .actionTaken = "step_completed",
        .metadata = Shared<JsonObject>(JsonObject{{"stepIndex", p.stepIndex}, {"totalSteps", p.totalSteps},
            {"completedAt", orElse(p.completedAt, at)}, {"durationMs", p.durationMs}})};
}

TranscriptEntry skipped(TranscriptPayload &&p, TimeMs /*at*/, const LastStep &last)
{
    return {.event = "tutorial_skipped",
        .promptId = orElse(std::move(p.stepId), last.id),
        .promptText = last.title,
        .actionTaken = "skipped",
        .metadata = Shared<JsonObject>(JsonObject{{"stepIndex", p.stepIndex}, {"skippedAt", p.skippedAt}})};
}

TranscriptEntry completed(TranscriptPayload &&p, TimeMs /*at*/, const LastStep & /*last*/)
{
    return {.event = "tutorial_completed",
        .actionTaken = "completed",
        .metadata = Shared<JsonObject>(JsonObject{{"totalSteps", p.totalSteps},
            {"completedSteps", p.completedSteps.value}, {"completedAt", p.completedAt}})};
}

struct Kind
{
    std::string_view event;
    EntryMaker make;
};
constexpr std::array<Kind, 5> kinds{{{"tutorial:started", started}, {"tutorial:step_started", stepStarted},
    {"tutorial:step_completed", stepCompleted}, {"tutorial:skipped", skipped},
    {"tutorial:completed", completed}}};

constexpr std::string_view stepStartedEvent = kinds[1].event;

} // namespace

TutorialTranscriptRecorder::TutorialTranscriptRecorder(EventBus &bus, std::size_t maxEntries)
    : m_maxEntries(maxEntries)
{
    for (const Kind &kind : kinds)
        m_subscriptions.push_back(bus.subscribe(kind.event, [this](const Event &event) { record(event); }));
}

std::vector<std::string_view> TutorialTranscriptRecorder::events()
{
    std::vector<std::string_view> names;
    names.reserve(kinds.size());
    for (const Kind &kind : kinds)
        names.push_back(kind.event);
    return names;
}

void TutorialTranscriptRecorder::record(const Event &event)
{
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind &each) { return each.event == event.name; });
    TranscriptPayload payload;
    readField(event.payload, payload, m_reader);
    if (event.name == stepStartedEvent)
        m_state.lastStep = TranscriptState::Step{payload.stepId, payload.title};
    const TimeMs at = payload.time(event.timestamp);
    Text followUpNarrative = std::move(payload.followUpNarrative);
    TranscriptEntry entry = kind->make(std::move(payload), at, *m_state.lastStep);
    entry.timestamp = at;
    entry.followUpNarrative = std::move(followUpNarrative);
    append(std::move(entry));
    tellIssues(event.name);
}

void TutorialTranscriptRecorder::replaceEntries(const JsonArray &entries)
{
    m_state.entries = {};
    const FieldReader::Scope transcript(m_reader, "transcript");
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const FieldReader::Scope place(m_reader, i);
        TranscriptEntry entry;
        if (readField(entries[i], entry, m_reader))
            append(std::move(entry));
    }
    tellIssues("transcript");
}

void TutorialTranscriptRecorder::append(TranscriptEntry entry)
{
    m_state.entries.push_back(std::move(entry));
    m_state.entries.keepNewest(m_maxEntries);
}

void TutorialTranscriptRecorder::tellIssues(std::string_view event)
{
    const std::vector<FieldIssue> issues = m_reader.issues();
    m_reader.clear();
    for (const FieldIssue &issue : issues) {
        if (m_issueListener)
            m_issueListener(event, issue);
    }
}

} // namespace inspector
