// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/DropCheck.h"
#include "core/problems/ProblemList.h"
#include "core/problems/ReputationCheck.h"
#include "core/problems/TutorialCheck.h"
#include "core/session/ReadReport.h"
#include "core/session/SessionRecord.h"
#include "core/state/StoreWatcher.h"
#include "core/tutorial/TranscriptState.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace inspector {

/// Finds what is odd about a session while it is applied to a store whose watcher it is (docs/problems.md).
/// For the store's thread.
class ProblemFinder final : public StoreWatcher
{
public:
    /// `catalogue` must outlive it.
    explicit ProblemFinder(const FactionCatalogue &catalogue)
        : m_reputation(catalogue)
    {}

    /// To be called before a record is applied to the store, and behind it; `isKnown` says whether any slice
    /// knows an event.
    void begin(const SessionRecord &record, bool isKnown);
    void end(const SessionRecord &record, const TranscriptState &transcript);

    /// What was found so far, with what `report` says of the reading; in the order in which they occurred
    /// first. Another list than before only where revision() is another number.
    [[nodiscard]] std::vector<Problem> problems(const ReadReport &report) const;
    [[nodiscard]] std::uint64_t revision() const { return m_problems.revision() + m_tutorial.timedSteps(); }

    void before(const WorldState &state, const Action &action) override;
    void after(const WorldState &state) override;
    void hydrated(const WorldState &before, const WorldState &after) override;

private:
    void noteUnknown(const std::string &event);
    void noteGap(const JsonValue &body);

    ProblemList m_problems;
    Problem::Place m_place; // of the record that is being applied
    ReputationCheck m_reputation;
    TutorialCheck m_tutorial;
    DropCheck m_drops;
    bool m_isTutorial = false; // the action that is being reduced
    std::optional<TimeMs> m_previousAt;
    std::set<std::string, std::less<>> m_unknown; // names, as many as are told
    bool m_hasMoreUnknown = false;
    std::uint64_t m_drifts = 0;
    JsonValue m_snapshot; // that is being applied
};

} // namespace inspector
