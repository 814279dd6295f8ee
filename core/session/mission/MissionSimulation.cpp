// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/MissionSimulation.h"

#include "core/state/slices/TutorialSlice.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace inspector {

namespace {

template <class Parts, class WeightOf>
std::size_t drawWeighted(const Parts &parts, WeightOf weightOf, SeededRandom &random)
{
    std::uint64_t total = 0;
    for (const auto &part : parts)
        total += weightOf(part);
    std::uint64_t drawn = random.below(total);
    std::size_t index = 0;
    while (drawn >= weightOf(parts[index]))
        drawn -= weightOf(parts[index++]);
    return index;
}

JsonValue idOf(const Faction *faction)
{
    return faction == nullptr ? JsonValue() : JsonValue(faction->id);
}

JsonValue nameOf(const Faction *faction)
{
    return faction == nullptr ? JsonValue() : JsonValue(faction->name);
}

} // namespace

MissionSimulation::MissionSimulation(
    const MissionScript &script, const FactionCatalogue &catalogue, std::uint64_t seed)
    : m_script(script)
    , m_catalogue(catalogue)
    , m_seed(seed)
    , m_random(seed)
    , m_model(catalogue)
    , m_now(script.startedAt)
    , m_stepStartedAt(script.steps.size())
{
    for (const Walk &walk : script.walks)
        m_places.push_back(walk.start);
}

std::string MissionSimulation::run()
{
    m_lines.append("session",
        {{"schema", "telemetry-session/1"}, {"game", m_script.game}, {"build", m_script.build},
            {"startedAt", m_script.startedAt}, {"title", m_script.title}, {"seed", std::to_string(m_seed)}});
    for (const Chapter &chapter : m_script.chapters)
        play(chapter);
    return m_lines.take();
}

void MissionSimulation::play(const Chapter &chapter)
{
    m_traffic = &m_script.traffic[chapter.traffic];
    play(chapter.marker);
    for (const Beat *beat : drawBeats(chapter)) {
        play(beat->moves);
        wait(chapter.pause.draw(m_random));
    }
}

void MissionSimulation::play(const std::vector<Move> &moves)
{
    for (const Move &move : moves)
        std::visit([this](const auto &known) { play(known); }, move);
}

void MissionSimulation::play(const WaitMove &move)
{
    wait(move.ms.draw(m_random));
}

void MissionSimulation::play(const EventMove &move)
{
    const PayloadContext context{m_random, m_catalogue, m_script.walks, m_places, m_now};
    m_lines.append(
        "event", {{"timestamp", m_now}, {"event", move.name}, {"payload", move.payload.fill(context)}});
}

void MissionSimulation::play(const ReputationMove &move)
{
    const Faction &faction = *m_catalogue.find(move.factionId);
    const double fame = move.fame.draw(m_random);
    const double infamy = move.infamy.draw(m_random);
    const ReputationModel::Change change = m_model.change(faction, {fame, infamy});
    emitEvent("reputation:changed",
        {{"factionId", faction.id}, {"factionName", faction.name}, {"deltaFame", change.applied.fame},
            {"deltaInfamy", change.applied.infamy}, {"newFame", change.now.fame},
            {"newInfamy", change.now.infamy}, {"reason", drawText(move.reasons)}});
    for (const ReputationModel::Crossing &crossing : change.crossings)
        emitCrossing(crossing);
}

void MissionSimulation::play(const MarkerMove &move)
{
    m_lines.append("marker", {{"timestamp", m_now}, {"label", move.label}, {"note", move.note}});
}

void MissionSimulation::play(const GapMove &move)
{
    const double ms = move.ms.draw(m_random);
    m_lines.append("gap", {{"timestamp", m_now}, {"durationMs", ms}, {"reason", move.reason}});
    m_now += ms; // without traffic: nobody recorded it
}

void MissionSimulation::play(const ClockBackMove &move)
{
    m_now -= move.ms.draw(m_random);
}

void MissionSimulation::play(const TutorialMove &move)
{
    const auto total = m_script.steps.size();
    switch (move.what) {
    case TutorialMove::What::Start:
        emitEvent(TutorialStarted::event, {{"totalSteps", total}, {"startedAt", m_now}});
        break;
    case TutorialMove::What::Complete:
        emitEvent(TutorialCompleted::event,
            {{"totalSteps", total}, {"completedSteps", m_completedSteps}, {"completedAt", m_now},
                {"followUpNarrative", drawText(m_script.ending)}});
        break;
    case TutorialMove::What::Skip: {
        auto payload = m_currentStep ? stepMembers(*m_currentStep) : JsonObject::Members();
        payload.push_back({"skippedAt", m_now});
        emitEvent(TutorialSkipped::event, std::move(payload));
        break;
    }
    }
}

void MissionSimulation::play(const StartStepMove &move)
{
    JsonObject::Members payload = stepMembers(move.step);
    const JsonObject::Members &prompt = m_script.steps[move.step].prompt;
    payload.insert(payload.end(), prompt.begin(), prompt.end());
    payload.push_back({"startedAt", m_now});
    emitEvent(TutorialStepStarted::event, std::move(payload));
    m_stepStartedAt[move.step] = m_now;
    m_currentStep = move.step;
}

void MissionSimulation::play(const CompleteStepMove &move)
{
    const TutorialStep &step = m_script.steps[move.step];
    const auto startedAt = m_stepStartedAt[move.step];
    JsonObject::Members payload = stepMembers(move.step);
    payload.push_back({"completedAt", m_now});
    payload.push_back({"durationMs", startedAt ? JsonValue(m_now - *startedAt) : JsonValue()});
    payload.push_back({"followUpNarrative", drawText(step.followUps)});
    emitEvent(TutorialStepCompleted::event, std::move(payload));
    if (std::find(m_completedSteps.begin(), m_completedSteps.end(), step.id) == m_completedSteps.end())
        m_completedSteps.emplace_back(step.id);
}

void MissionSimulation::play(const HintMove &move)
{
    emitEvent(TutorialControlHintUpdated::event,
        {{"stepId", m_script.steps[move.step].id}, {"controlHint", move.controlHint}, {"updatedAt", m_now}});
}

void MissionSimulation::play(const RepeatMove &move)
{
    const auto times = static_cast<int>(move.times.draw(m_random));
    for (int done = 0; done < times; ++done)
        play(move.moves);
}

std::vector<const Beat *> MissionSimulation::drawBeats(const Chapter &chapter)
{
    std::vector<const Beat *> waiting;
    for (const Beat &beat : chapter.beats)
        waiting.push_back(&beat);
    const double wanted = chapter.play ? chapter.play->draw(m_random) : static_cast<double>(waiting.size());
    std::vector<const Beat *> drawn;
    while (!waiting.empty() && static_cast<double>(drawn.size()) < wanted) {
        const auto weightOf = [](const Beat *beat) { return beat->weight; };
        const auto next =
            waiting.begin() + static_cast<std::ptrdiff_t>(drawWeighted(waiting, weightOf, m_random));
        drawn.push_back(*next);
        waiting.erase(next);
    }
    if (!chapter.anyOrder)
        std::sort(drawn.begin(), drawn.end()); // they lie in one vector, in the order of the file
    return drawn;
}

void MissionSimulation::wait(double ms)
{
    const TimeMs end = m_now + ms;
    while (!m_traffic->sources.empty()) {
        const TimeMs next = m_now + m_traffic->every.draw(m_random);
        if (next >= end)
            break;
        m_now = next;
        const auto weightOf = [](const Traffic::Source &source) { return source.weight; };
        play(m_traffic->sources[drawWeighted(m_traffic->sources, weightOf, m_random)].event);
    }
    m_now = end;
}

void MissionSimulation::emitEvent(std::string_view name, JsonObject::Members payload)
{
    m_lines.append(
        "event", {{"timestamp", m_now}, {"event", name}, {"payload", JsonObject(std::move(payload))}});
}

void MissionSimulation::emitCrossing(const ReputationModel::Crossing &crossing)
{
    emitEvent("faction:attitude_changed",
        {{"factionId", crossing.faction->id}, {"factionName", crossing.faction->name},
            {"newAttitude", crossing.newAttitude}, {"oldAttitude", crossing.oldAttitude},
            {"cascade", crossing.source != nullptr}, {"source", idOf(crossing.source)},
            {"sourceFactionName", nameOf(crossing.source)}});
}

JsonObject::Members MissionSimulation::stepMembers(std::size_t step) const
{
    return {{"stepId", m_script.steps[step].id}, {"stepIndex", step}, {"totalSteps", m_script.steps.size()}};
}

JsonValue MissionSimulation::drawText(const TextChoices &choices)
{
    return choices.empty() ? JsonValue() : JsonValue(choices[m_random.below(choices.size())]);
}

} // namespace inspector
