// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/ExpectationResult.h"
#include "core/session/SessionRecord.h"
#include "core/state/WorldState.h"

#include <optional>
#include <vector>

namespace inspector {

/// Looks, while a session is played, whether what is expected of it comes true. The window and `--expect`
/// both ask this one, so that they cannot disagree.
class ExpectationRun
{
public:
    explicit ExpectationRun(const std::vector<Expectation> &expectations);

    /// To be called behind each record that was applied.
    void look(const SessionRecord &record, const WorldState &state);
    /// Whether only the end of the session is still waited for.
    [[nodiscard]] bool isDecided() const;
    /// As finish() would, were the session to end here.
    [[nodiscard]] std::vector<ExpectationResult> soFar(const WorldState &state, std::uint64_t last) const
    {
        return ExpectationRun(*this).finish(state, last);
    }
    /// Decides what is left by the state at the end, behind record #`last`; the results in the order of the
    /// expectations. To be called once.
    [[nodiscard]] std::vector<ExpectationResult> finish(const WorldState &state, std::uint64_t last);

private:
    struct Open
    {
        std::size_t index = 0;
        bool isDecided = false;
        bool isLookedAt = false;    ///< `actual` is what it was behind `lookedAt`
        std::uint64_t lookedAt = 0; ///< a record
        JsonValue actual;
        std::optional<TimeMs> start; ///< of Within, once it began; ms since the epoch
    };

    void decide(
        Open &open, const Expectation::AtEnd &when, const SessionRecord &record, const WorldState &state);
    void decide(
        Open &open, const Expectation::At &when, const SessionRecord &record, const WorldState &state);
    void decide(
        Open &open, const Expectation::By &when, const SessionRecord &record, const WorldState &state);
    void decide(
        Open &open, const Expectation::Within &when, const SessionRecord &record, const WorldState &state);
    /// Looks where the value may be another than at the last look; whether it is as expected.
    [[nodiscard]] bool isMetNow(Open &open, const SessionRecord &record, const WorldState &state);
    void lookAt(Open &open, std::uint64_t record, const WorldState &state) const;
    void meet(Open &open);
    void miss(Open &open, const std::string &reason);

    std::vector<ExpectationResult> m_results;
    std::vector<Open> m_open; // those that are not decided yet
};

} // namespace inspector
