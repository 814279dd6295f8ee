// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/TutorialCheck.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

void TutorialCheck::before(const TutorialState &state, const TutorialSlice::Action &action)
{
    m_disorder.clear();
    m_step.clear();
    m_isCompletion = false;
    if (std::holds_alternative<TutorialStarted>(action))
        m_index = -1;
    else if (const auto *started = std::get_if<TutorialStepStarted>(&action))
        startStep(state, *started);
    else if (const auto *completed = std::get_if<TutorialStepCompleted>(&action))
        completeStep(state, *completed);
}

/// The same step once more is a repetition, not a disorder.
void TutorialCheck::startStep(const TutorialState &state, const TutorialStepStarted &step)
{
    m_step = step.stepId.value_or("");
    if (!step.stepIndex)
        return;
    const double before = std::exchange(m_index, *step.stepIndex);
    const double expected = before + 1;
    if (!state.enabled || *step.stepIndex == expected || *step.stepIndex == before)
        return;
    m_disorder = "step " + numberText(*step.stepIndex + 1) + " “" + m_step + "” began where step " +
                 numberText(expected + 1) + " was to begin";
}

void TutorialCheck::completeStep(const TutorialState &state, const TutorialStepCompleted &step)
{
    if (!step.stepId || step.stepId->empty())
        return; // which the slice leaves out too
    m_isCompletion = true;
    m_completed = state.completedSteps.size();
    m_step = *step.stepId;
    if (!state.currentStep || m_step == *state.currentStep)
        return;
    m_disorder = "step “" + m_step + "” was done while “" + *state.currentStep + "” was under way";
}

void TutorialCheck::after(const TutorialState &state, const Problem::Place &place, ProblemList &problems)
{
    if (!m_disorder.empty())
        problems.add(Problem::Kind::StepOutOfOrder, m_step, place, [&] { return m_disorder; });
    constexpr std::size_t mostTimed = 10'000; // a tutorial that is played all day does not fill the memory
    if (!m_isCompletion || state.completedSteps.size() == m_completed || m_times.size() == mostTimed)
        return;
    if (const double *ms = state.stepDurations.find(m_step))
        m_times.push_back({m_step, *ms, place});
}

void TutorialCheck::addSlowSteps(ProblemList &problems) const
{
    constexpr std::size_t fewest = 4;
    constexpr double tooLong = 3;
    if (m_times.size() < fewest)
        return;
    std::vector<double> all;
    for (const StepTime &time : m_times)
        all.push_back(time.ms);
    const double median = medianOf(std::move(all));
    for (const StepTime &time : m_times) {
        if (time.ms <= tooLong * median)
            continue;
        problems.add(Problem::Kind::SlowStep, time.id, time.place, [&] {
            return "step “" + time.id + "” took " + durationText(time.ms) +
                   ", more than three times the median of " + durationText(median);
        });
    }
}

} // namespace inspector
