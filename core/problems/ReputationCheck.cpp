// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ReputationCheck.h"

#include "core/base/NumberText.h"
#include "core/state/StaleValue.h"

namespace inspector {

namespace {

std::string staleWords(std::string_view field, double before, double after, double delta)
{
    return std::string(field) + " was " + numberText(before) + " and became " + numberText(after) +
           ", but the event says that it changed by " + numberText(delta);
}

} // namespace

void ReputationCheck::before(const FactionState &state, const FactionSlice::Action &action)
{
    m_kind = Kind::Other;
    if (const auto *reputation = std::get_if<ReputationChanged>(&action)) {
        m_kind = Kind::Reputation;
        m_id = reputation->factionId.value_or("");
        m_deltaFame = reputation->deltaFame;
        m_deltaInfamy = reputation->deltaInfamy;
        m_hasFame = reputation->newFame.has_value();
        m_hasInfamy = reputation->newInfamy.has_value();
        // A new record holds zeros, until it is told.
        const FactionRecord *known = state.byId.find(m_id);
        const auto told = m_told.find(m_id);
        m_toldBefore = known == nullptr || told == m_told.end() ? Told() : told->second;
        m_before = known == nullptr ? Known() : Known{known->fame, known->infamy};
    } else if (const auto *attitude = std::get_if<AttitudeChanged>(&action)) {
        m_kind = attitude->cascade ? Kind::Cascade : Kind::Attitude;
        m_id = attitude->factionId.value_or("");
        m_newAttitude = attitude->newAttitude.value_or(""); // of a cascade as well: it is known from then on
    } else if (std::holds_alternative<ReputationReset>(action)) {
        m_told.clear();
    }
}

void ReputationCheck::hydrated(const FactionState &state)
{
    m_told.clear();
    state.byId.forEach([&](std::string_view id, const FactionRecord & /*told*/) {
        m_told.emplace(id, Told{true, true, false});
    });
}

void ReputationCheck::after(const FactionState &state, const Problem::Place &place, ProblemList &problems)
{
    const FactionRecord *now = m_kind == Kind::Other ? nullptr : state.byId.find(m_id);
    if (now == nullptr)
        return;
    if (m_kind == Kind::Reputation) {
        checkMissedAttitude(*now, place, problems);
        checkStale(*now, place, problems);
        m_told.insert_or_assign(m_id, Told{m_hasFame || m_toldBefore.fame, m_hasInfamy || m_toldBefore.infamy,
                                          false, m_toldBefore.attitude});
        return;
    }
    const bool isProblem = m_kind == Kind::Attitude && checkAttitude(*now, place, problems);
    if (const auto told = m_told.find(m_id); told != m_told.end()) {
        told->second.isCascaded = told->second.isCascaded || m_kind == Kind::Cascade;
        told->second.attitude = !isProblem && !m_newAttitude.empty();
    }
}

void ReputationCheck::checkStale(
    const FactionRecord &now, const Problem::Place &place, ProblemList &problems) const
{
    const bool isFame = m_hasFame && m_toldBefore.fame && tellsAnother(m_before.fame, now.fame, m_deltaFame);
    const bool isInfamy =
        m_hasInfamy && m_toldBefore.infamy && tellsAnother(m_before.infamy, now.infamy, m_deltaInfamy);
    if (!isFame && !isInfamy)
        return;
    problems.add(Problem::Kind::StaleReputation, m_id, place, [&] {
        return m_catalogue.nameOf(m_id) + ": " +
               (isFame ? staleWords("fame", m_before.fame, now.fame, *m_deltaFame)
                       : staleWords("infamy", m_before.infamy, now.infamy, *m_deltaInfamy)) +
               "; a cascade changed it without an event, or an event is missing";
    });
}

/// The game tells of a new attitude right behind what made it: when the next event of the faction comes, it
/// is too late.
void ReputationCheck::checkMissedAttitude(
    const FactionRecord &now, const Problem::Place &place, ProblemList &problems) const
{
    const Faction *faction = m_catalogue.find(m_id);
    if (faction == nullptr || !m_toldBefore.attitude || !m_toldBefore.fame || !m_toldBefore.infamy ||
        m_toldBefore.isCascaded)
        return;
    const std::string_view byRule = attitudeOf(*faction, m_before.fame, m_before.infamy);
    if (byRule == now.attitude) // which this event leaves as it was
        return;
    problems.add(Problem::Kind::AttitudeContradiction, faction->id, place, [&] {
        return faction->name + " was still " + now.attitude + " before this event, but with fame " +
               numberText(m_before.fame) + " and infamy " + numberText(m_before.infamy) + " it was " +
               std::string(byRule) + " by the game's rule; an event that says so is missing";
    });
}

bool ReputationCheck::checkAttitude(
    const FactionRecord &now, const Problem::Place &place, ProblemList &problems) const
{
    const Faction *faction = m_catalogue.find(m_id);
    const auto found = m_told.find(m_id);
    if (faction == nullptr || found == m_told.end() || m_newAttitude.empty())
        return false;
    const Told &told = found->second;
    if (!told.fame || !told.infamy || told.isCascaded)
        return false;
    const std::string_view byRule = attitudeOf(*faction, now.fame, now.infamy);
    if (byRule == m_newAttitude)
        return false;
    problems.add(Problem::Kind::AttitudeContradiction, faction->id, place, [&] {
        return faction->name + " became " + m_newAttitude + ", but with fame " + numberText(now.fame) +
               " and infamy " + numberText(now.infamy) + " it is " + std::string(byRule) +
               " by the game's rule";
    });
    return true;
}

} // namespace inspector
