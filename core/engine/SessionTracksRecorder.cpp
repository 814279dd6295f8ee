// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SessionTracksRecorder.h"

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

/// Whether the event tells another value before it than the one known.
bool contradicts(double before, double after, double delta)
{
    constexpr double rounding = 1e-6;
    return std::abs(after - before - delta) > rounding;
}

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

SessionTracksRecorder::SessionTracksRecorder(WorldStateStore &store, const FactionCatalogue &catalogue)
    : m_catalogue(catalogue)
    , m_subscription(store.onUpdate([this](const WorldStateStore::Update &update) { take(update); }))
{}

void SessionTracksRecorder::begin(const SessionRecord &record, bool changesState)
{
    m_number = record.number;
    m_at = record.timestamp;
    const SessionTracks::Landmark here{m_number, m_at, 0, {}};
    if (record.type == SessionRecord::Type::Session && m_at == 0)
        return; // it needs no time of its own
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

void SessionTracksRecorder::take(const WorldStateStore::Update &update)
{
    const FactionState &before = update.previous.get<FactionSlice>();
    const FactionState &after = update.state.get<FactionSlice>();
    if (&before != &after) {
        using Entry = KeyOrderedMap<FactionRecord>::Entry;
        const bool grown = KeyOrderedMap<FactionRecord>::forEachChange(
            before.byId, after.byId, [&](const Entry *old, const Entry &entry) {
                takeFaction(old == nullptr ? nullptr : &old->value, entry.value, update);
            });
        if (!grown)
            takeOther(before, after, update);
    }
    if (&update.previous.get<TutorialSlice>() != &update.state.get<TutorialSlice>())
        takeTutorial(update.previous.get<TutorialSlice>(), update.state.get<TutorialSlice>(), update.event);
}

/// A state that did not grow out of the one before it: after a reset, or from a snapshot.
void SessionTracksRecorder::takeOther(
    const FactionState &before, const FactionState &after, const WorldStateStore::Update &update)
{
    before.byId.forEach([&](std::string_view id, const FactionRecord &) {
        if (after.byId.contains(id))
            return;
        m_tracks.factions.change(id, [&](FactionTrack &track) {
            track.reputation.push_back({m_number, m_at, 0, 0, false, false});
            track.attitudes.push_back({m_number, m_at, {}});
            endModel(track);
        });
    });
    after.byId.forEach([&](std::string_view id, const FactionRecord &record) {
        takeFaction(before.byId.find(id), record, update);
    });
}

void SessionTracksRecorder::takeFaction(
    const FactionRecord *before, const FactionRecord &after, const WorldStateStore::Update &update)
{
    const bool isReputation = update.event == ReputationChanged::event;
    const bool isHydrated = update.event == WorldStateStore::hydrateEvent;
    m_tracks.factions.change(after.id, [&](FactionTrack &track) {
        const bool differs =
            before == nullptr || before->fame != after.fame || before->infamy != after.infamy;
        if (isReputation || (isHydrated && differs)) {
            const bool isStale = isReputation && before != nullptr && !track.reputation.empty() &&
                                 (contradicts(before->fame, after.fame, after.lastDelta.fame) ||
                                     contradicts(before->infamy, after.infamy, after.lastDelta.infamy));
            track.reputation.push_back({m_number, m_at, after.fame, after.infamy, true, isStale});
            endModel(track);
        }
        if (track.attitudes.empty() || track.attitudes.back().attitude != after.attitude) {
            if (update.event == AttitudeChanged::event || isHydrated)
                track.attitudes.push_back({m_number, m_at, after.attitude});
        }
        if (update.event == AttitudeChanged::event && after.lastAttitudeChange &&
            (*after.lastAttitudeChange)->cascade) {
            const AttitudeChange &change = **after.lastAttitudeChange;
            const bool isRise = attitudeRank(after.attitude) > attitudeRank(change.oldAttitude.value_or(""));
            track.cascades.push_back({m_number, m_at, change.sourceFactionId.value_or(""), isRise});
        }
    });
    if (isReputation)
        model(after);
}

void SessionTracksRecorder::endModel(FactionTrack &track) const
{
    if (!track.modelled.empty() && track.modelled.back().isKnown)
        track.modelled.push_back({m_number, m_at, 0, 0, false, false});
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
    m_tracks.factions.change(id, [&](FactionTrack &track) {
        const bool goesOn = !track.modelled.empty() && track.modelled.back().isKnown;
        const FactionTrack::Reputation &from = goesOn ? track.modelled.back() : track.reputation.back();
        const CascadeRule &limits = m_catalogue.cascade();
        track.modelled.push_back({m_number, m_at, std::clamp(from.fame + fame, limits.min, limits.max),
            std::clamp(from.infamy + infamy, limits.min, limits.max), true, false});
    });
}

void SessionTracksRecorder::takeTutorial(
    const TutorialState &before, const TutorialState &after, std::string_view event)
{
    using End = TutorialTrack::Step::End;
    TutorialTrack &track = m_tracks.tutorial;
    if (event == TutorialStepStarted::event) {
        endStep(End::Left);
        const TutorialPrompt *prompt = after.currentPrompt ? &**after.currentPrompt : nullptr;
        track.steps.push_back({m_number, m_at, after.currentStep.value_or(""),
            prompt == nullptr ? std::string() : prompt->title.value_or(""),
            prompt == nullptr ? std::nullopt : prompt->stepIndex, End::Running, 0, 0});
    } else if (event == TutorialStepCompleted::event) {
        // Also one that is not running: then it was left before.
        const std::string id =
            after.completedSteps.size() == 0 ? std::string() : after.completedSteps.ids().back();
        if (!track.steps.empty() && track.steps.back().id == id)
            endStep(End::Completed);
    } else if (event == TutorialCompleted::event || event == TutorialSkipped::event) {
        endStep(event == TutorialSkipped::event ? End::Skipped : End::Completed);
    } else if (event == TutorialControlHintUpdated::event) {
        const bool hasHint = after.currentPrompt && (*after.currentPrompt)->controlHint;
        track.marks.push_back({TutorialTrack::Mark::Kind::HintUpdated, m_number, m_at,
            hasHint ? (*after.currentPrompt)->controlHint->label.value_or("") : std::string()});
    }
    const auto &snapshots = after.promptHistorySnapshots;
    const auto &earlier = before.promptHistorySnapshots;
    const bool isNew = !snapshots.empty() && (earlier.empty() || !earlier.back().same(snapshots.back()));
    if (isNew && event != WorldStateStore::hydrateEvent)
        track.marks.push_back(
            {TutorialTrack::Mark::Kind::SnapshotTaken, m_number, m_at, snapshots.back()->event.value_or("")});
}

void SessionTracksRecorder::endStep(TutorialTrack::Step::End end)
{
    SharedList<TutorialTrack::Step> &steps = m_tracks.tutorial.steps;
    if (steps.empty() || steps.back().end != TutorialTrack::Step::End::Running)
        return;
    steps.change(steps.size() - 1, [&](TutorialTrack::Step &step) {
        step.end = end;
        step.endNumber = m_number;
        step.endedAt = m_at;
    });
}

} // namespace inspector
