// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"
#include "core/problems/ProblemList.h"
#include "core/state/WorldState.h"

#include <functional>
#include <map>
#include <string>

namespace inspector {

/// Whether the events of factions fit what is known of them. For one thread.
class ReputationCheck
{
public:
    /// `catalogue` must outlive it.
    explicit ReputationCheck(const FactionCatalogue &catalogue)
        : m_catalogue(catalogue)
    {}

    void before(const FactionState &state, const FactionSlice::Action &action);
    void after(const FactionState &state, const Problem::Place &place, ProblemList &problems);
    /// A snapshot took the place of what was known.
    void hydrated(const FactionState &state);

private:
    enum class Kind
    {
        Other,
        Reputation,
        Attitude,
        Cascade, ///< changes what no event tells
    };
    struct Known
    {
        double fame = 0, infamy = 0;
    };
    /// Which values of a faction an event or a snapshot told, and whether a cascade came since.
    struct Told
    {
        bool fame = false, infamy = false, isCascaded = false;
        bool attitude = false; ///< by an event that was no problem itself
    };

    void checkStale(const FactionRecord &now, const Problem::Place &place, ProblemList &problems) const;
    /// Whether it is a problem.
    bool checkAttitude(const FactionRecord &now, const Problem::Place &place, ProblemList &problems) const;
    void checkMissedAttitude(
        const FactionRecord &now, const Problem::Place &place, ProblemList &problems) const;

    const FactionCatalogue &m_catalogue;
    // Of the action that is being reduced; no whole one, since each event would copy its texts.
    Kind m_kind = Kind::Other;
    std::string m_id, m_newAttitude;
    Number m_deltaFame, m_deltaInfamy;
    Known m_before; // of its faction
    Told m_toldBefore;
    bool m_hasFame = false, m_hasInfamy = false;     // the event
    std::map<std::string, Told, std::less<>> m_told; // by faction
};

} // namespace inspector
