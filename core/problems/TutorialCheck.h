// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problems/ProblemList.h"
#include "core/state/WorldState.h"

#include <optional>
#include <string>
#include <vector>

namespace inspector {

/// Whether a tutorial goes on step by step, and none of them takes too long. For one thread.
class TutorialCheck
{
public:
    void before(const TutorialState &state, const TutorialSlice::Action &action);
    /// A snapshot took the place of what was known.
    void hydrated(const TutorialState &state) { m_index = state.currentStepIndex; }
    void after(const TutorialState &state, const Problem::Place &place, ProblemList &problems);

    /// Adds the steps that took more than three times the median of all that were done; of fewer than four
    /// steps there is no telling. Which they are may change with each step; the first 10,000 count.
    void addSlowSteps(ProblemList &problems) const;
    /// How many steps were timed.
    [[nodiscard]] std::size_t timedSteps() const { return m_times.size(); }

private:
    struct StepTime
    {
        std::string id;
        double ms = 0;
        Problem::Place place;
    };

    void startStep(const TutorialState &state, const TutorialStepStarted &step);
    void completeStep(const TutorialState &state, const TutorialStepCompleted &step);

    std::string m_disorder; // of the action that is being reduced; empty for none
    std::string m_step;     // it is about
    double m_index = -1;    // of the step that began last, of this time that the tutorial is played
    bool m_isCompletion = false;
    std::size_t m_completed = 0; // before
    std::vector<StepTime> m_times;
};

} // namespace inspector
