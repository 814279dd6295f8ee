// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SessionTracksRecorder.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

std::string labelOf(const SessionRecord &record, std::string_view field)
{
    const JsonObject *body = record.body.asObject();
    const std::string *label = body == nullptr ? nullptr : (*body)[field].asString();
    return label == nullptr ? std::string() : *label;
}

double numberOf(const SessionRecord &record, std::string_view field)
{
    const JsonObject *body = record.body.asObject();
    const double *number = body == nullptr ? nullptr : (*body)[field].asNumber();
    return number == nullptr ? 0 : *number;
}

} // namespace

SessionTracksRecorder::SessionTracksRecorder(
    const FactionCatalogue &catalogue, std::shared_ptr<ColdFile> cold)
    : m_catalogue(catalogue)
    , m_cold(std::move(cold))
    , m_texts(std::make_shared<TextPool>())
{
    m_tracks.tutorial.texts = m_texts;
}

PooledText SessionTracksRecorder::pooled(const std::optional<std::string> &text) const
{
    return text ? m_texts->pooled(*text) : PooledText();
}

template <class Change>
void SessionTracksRecorder::changeTrack(std::string_view id, Change change)
{
    m_tracks.factions.change(id, [&](FactionTrack &track) {
        if (track.texts == nullptr)
            track.texts = m_texts;
        change(track);
    });
}

void SessionTracksRecorder::begin(const SessionRecord &record, bool changesState)
{
    m_number = record.number;
    m_at = record.timestamp;
    const SessionTracks::Landmark here{m_number, m_at, 0, {}};
    const bool isJump = m_sequence.jumpFrom(record).has_value();
    if (!record.isTimed())
        return;
    if (isJump) {
        const double silentMs = m_tracks.density.empty() ? 0 : std::max(0.0, m_at - m_tracks.lastTime);
        m_tracks.gaps.push_back({m_number, m_at, silentMs, "seq"});
    }
    m_tracks.firstTime = m_tracks.density.empty() ? m_at : std::min(m_tracks.firstTime, m_at);
    m_tracks.lastTime = m_tracks.density.empty() ? m_at : std::max(m_tracks.lastTime, m_at);
    m_tracks.density.add(m_at, changesState);
    if (record.type == SessionRecord::Type::Marker)
        m_tracks.markers.push_back({m_number, m_at, 0, labelOf(record, "label")});
    else if (record.type == SessionRecord::Type::Gap)
        m_tracks.gaps.push_back({m_number, m_at, numberOf(record, "durationMs"), labelOf(record, "reason")});
    else if (record.type == SessionRecord::Type::Snapshot)
        m_tracks.snapshots.push_back(here);
}

void SessionTracksRecorder::before(const WorldState &state, const Action &action)
{
    m_notes.take(state, action);
}

void SessionTracksRecorder::after(const WorldState &state)
{
    using Kind = ActionNotes::Kind;
    const FactionState &factions = state.get<FactionSlice>();
    const FactionRecord *faction = nullptr;
    switch (m_notes.kind) {
    case Kind::Reputation:
        faction = factions.byId.find(m_notes.factionId);
        if (faction != nullptr)
            takeReputation(*faction);
        break;
    case Kind::Attitude:
        faction = factions.byId.find(m_notes.factionId);
        if (faction != nullptr)
            takeAttitude(*faction);
        break;
    case Kind::Reset:
        takeOther(*m_notes.factions, factions);
        break;
    default:
        takeTutorial(state.get<TutorialSlice>());
        break;
    }
    m_notes.clear();
}

void SessionTracksRecorder::hydrated(const WorldState &before, const WorldState &after)
{
    const FactionState &old = before.get<FactionSlice>();
    const FactionState &now = after.get<FactionSlice>();
    takeOther(old, now);
    now.byId.forEach(
        [&](std::string_view id, const FactionRecord &record) { takeHydrated(old.byId.find(id), record); });
    m_newestSnapshot = selectLatestPromptSnapshot(after.get<TutorialSlice>());
}

void SessionTracksRecorder::takeOther(const FactionState &before, const FactionState &after)
{
    before.byId.forEach([&](std::string_view id, const FactionRecord &) {
        if (after.byId.contains(id))
            return;
        changeTrack(id, [&](FactionTrack &track) {
            track.reputation.push_back({m_number, m_at, 0, 0, false, false}, m_cold.get());
            track.attitudes.push_back({m_number, m_at, {}}, m_cold.get());
            endModel(track);
        });
    });
}

void SessionTracksRecorder::takeHydrated(const FactionRecord *before, const FactionRecord &after)
{
    const bool differs = before == nullptr || before->fame != after.fame || before->infamy != after.infamy;
    changeTrack(after.id, [&](FactionTrack &track) {
        if (differs) {
            track.reputation.push_back({m_number, m_at, after.fame, after.infamy, true, false}, m_cold.get());
            endModel(track);
        }
        if (track.attitudes.empty() || track.attitudes.back().attitude != after.attitude)
            track.attitudes.push_back({m_number, m_at, m_texts->pooled(after.attitude)}, m_cold.get());
    });
}

void SessionTracksRecorder::takeReputation(const FactionRecord &after)
{
    changeTrack(after.id, [&](FactionTrack &track) {
        const bool isStale = m_notes.isStale && !track.reputation.empty();
        track.reputation.push_back({m_number, m_at, after.fame, after.infamy, true, isStale}, m_cold.get());
        endModel(track);
    });
    model(after);
}

void SessionTracksRecorder::takeAttitude(const FactionRecord &after)
{
    changeTrack(after.id, [&](FactionTrack &track) {
        if (track.attitudes.empty() || track.attitudes.back().attitude != after.attitude)
            track.attitudes.push_back({m_number, m_at, m_texts->pooled(after.attitude)}, m_cold.get());
        if (!after.lastAttitudeChange || !(*after.lastAttitudeChange)->cascade)
            return;
        const AttitudeChange &change = **after.lastAttitudeChange;
        const std::string old = change.oldAttitude.value_or("");
        track.cascades.push_back({m_number, m_at, pooled(change.sourceFactionId),
                                     attitudeRank(after.attitude) > attitudeRank(old), after.attitude != old},
            m_cold.get());
    });
}

void SessionTracksRecorder::endModel(FactionTrack &track) const
{
    if (!track.modelled.empty() && track.modelled.back().isKnown)
        track.modelled.push_back({m_number, m_at, 0, 0, false, false}, m_cold.get());
}

void SessionTracksRecorder::model(const FactionRecord &changed)
{
    const Faction *faction = m_catalogue.find(changed.id);
    if (faction == nullptr)
        return;
    const double multiplier = m_catalogue.cascade().multiplier;
    const double fame = changed.lastDelta.fame * multiplier;
    const double infamy = -changed.lastDelta.infamy * multiplier;
    for (const std::string &ally : faction->allies)
        modelOne(ally, fame, infamy);
    for (const std::string &enemy : faction->enemies)
        modelOne(enemy, -fame, -infamy);
}

void SessionTracksRecorder::modelOne(const std::string &id, double fame, double infamy)
{
    const FactionTrack *known = m_tracks.factions.find(id);
    if (known == nullptr || known->reputation.empty() || !known->reputation.back().isKnown)
        return; // nothing to go on from: a model of no data would be an invention
    changeTrack(id, [&](FactionTrack &track) {
        const bool goesOn = !track.modelled.empty() && track.modelled.back().isKnown;
        const FactionTrack::Reputation &from = goesOn ? track.modelled.back() : track.reputation.back();
        const CascadeRule &limits = m_catalogue.cascade();
        track.modelled.push_back({m_number, m_at, std::clamp(from.fame + fame, limits.min, limits.max),
                                     std::clamp(from.infamy + infamy, limits.min, limits.max), true, false},
            m_cold.get());
    });
}

void SessionTracksRecorder::takeTutorial(const TutorialState &after)
{
    using End = TutorialTrack::Step::End;
    using Kind = ActionNotes::Kind;
    switch (m_notes.kind) {
    case Kind::StepStarted:
        startStep(after);
        break;
    case Kind::HintUpdated:
        markHint(after);
        break;
    case Kind::StepCompleted:
        // Also one that is not running: then it was left before.
        if (after.completedSteps.size() > m_notes.completedSteps && !m_tracks.tutorial.steps.empty() &&
            m_tracks.tutorial.steps.back().id == after.completedSteps.ids().back())
            endStep(End::Completed);
        break;
    case Kind::TutorialCompleted:
        endStep(End::Completed);
        break;
    case Kind::TutorialSkipped:
        endStep(End::Skipped);
        break;
    default:
        break;
    }
    markSnapshot(after);
}

void SessionTracksRecorder::startStep(const TutorialState &after)
{
    endStep(TutorialTrack::Step::End::Left);
    const TutorialPrompt *prompt = after.currentPrompt ? &**after.currentPrompt : nullptr;
    m_tracks.tutorial.steps.push_back(
        {m_number, m_at, pooled(after.currentStep), prompt == nullptr ? PooledText() : pooled(prompt->title),
            prompt == nullptr ? std::nullopt : prompt->stepIndex, TutorialTrack::Step::End::Running, 0, 0},
        m_cold.get());
}

void SessionTracksRecorder::markHint(const TutorialState &after)
{
    const auto same = [](const auto &a, const auto &b) { return a ? b && a->same(*b) : !b; };
    if (same(after.currentPrompt, m_notes.prompt) && !hasNewSnapshot(after))
        return; // of a step that nobody knows
    const bool hasHint = after.currentPrompt && (*after.currentPrompt)->controlHint;
    m_tracks.tutorial.marks.push_back(
        {TutorialTrack::Mark::Kind::HintUpdated, m_number, m_at,
            hasHint ? pooled((*after.currentPrompt)->controlHint->label) : PooledText()},
        m_cold.get());
}

bool SessionTracksRecorder::hasNewSnapshot(const TutorialState &state) const
{
    const auto &snapshots = state.promptHistorySnapshots;
    return !snapshots.empty() && !(m_newestSnapshot && m_newestSnapshot->same(snapshots.back()));
}

void SessionTracksRecorder::markSnapshot(const TutorialState &after)
{
    if (!hasNewSnapshot(after))
        return;
    m_newestSnapshot = after.promptHistorySnapshots.back();
    m_tracks.tutorial.marks.push_back(
        {TutorialTrack::Mark::Kind::SnapshotTaken, m_number, m_at, pooled((*m_newestSnapshot)->event)},
        m_cold.get());
}

void SessionTracksRecorder::endStep(TutorialTrack::Step::End end)
{
    LongList<TutorialTrack::Step> &steps = m_tracks.tutorial.steps;
    if (steps.empty() || steps.back().end != TutorialTrack::Step::End::Running)
        return;
    TutorialTrack::Step ended = steps.back();
    ended.end = end;
    ended.endNumber = m_number;
    ended.endedAt = m_at;
    steps.replaceBack(ended);
}

} // namespace inspector
