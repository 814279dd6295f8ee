// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/DropCheck.h"

namespace inspector {

namespace {

void add(ProblemList &problems, const std::string &list, std::size_t kept, const Problem::Place &place)
{
    problems.add(Problem::Kind::ListDropped, list, place,
        [&] { return list + " keeps the newest " + std::to_string(kept) + "; older ones were dropped"; });
}

} // namespace

void DropCheck::before(const WorldState &state, const Action &action)
{
    m_factionId.clear();
    m_isHint = false;
    const auto *tutorial = std::get_if<TutorialSlice::Action>(&action);
    m_isTutorial = tutorial != nullptr;
    if (m_isTutorial)
        m_isHint = std::holds_alternative<TutorialControlHintUpdated>(*tutorial);
    else if (const auto *attitude = std::get_if<AttitudeChanged>(&std::get<FactionSlice::Action>(action)))
        m_factionId = attitude->factionId.value_or("");
    m_marks = marksOf(state);
}

DropCheck::Marks DropCheck::marksOf(const WorldState &state) const
{
    Marks marks;
    if (m_isTutorial) {
        const TutorialState &tutorial = state.get<TutorialSlice>();
        if (!m_isHint)
            marks[Prompts] = markOf(tutorial.promptHistory);
        marks[PromptSnapshots] = markOf(tutorial.promptHistorySnapshots);
        return marks;
    }
    const FactionState &factions = state.get<FactionSlice>();
    marks[Removals] = markOf(factions.recentMemberRemovals);
    const FactionRecord *faction = m_factionId.empty() ? nullptr : factions.byId.find(m_factionId);
    if (faction != nullptr)
        marks[Attitudes] = markOf(faction->attitudeHistory);
    return marks;
}

void DropCheck::after(const WorldState &state, const Problem::Place &place, ProblemList &problems)
{
    const Marks marks = marksOf(state);
    for (std::size_t list = 0; list < ListCount; ++list) {
        if (hasDropped(m_marks[list], marks[list]))
            add(problems, nameOf(static_cast<List>(list)), marks[list].size, place);
    }
}

std::string DropCheck::nameOf(List list) const
{
    switch (list) {
    case Removals:
        return "factions.recentMemberRemovals";
    case Attitudes:
        return "factions.byId." + m_factionId + ".attitudeHistory";
    case Prompts:
        return "tutorial.promptHistory";
    default:
        return "tutorial.promptHistorySnapshots";
    }
}

void DropCheck::afterSnapshot(const TranscriptState &transcript)
{
    m_transcript = markOf(transcript.entries);
}

void DropCheck::afterEvent(
    const TranscriptState &transcript, const Problem::Place &place, ProblemList &problems)
{
    const Mark now = markOf(transcript.entries);
    if (hasDropped(m_transcript, now))
        add(problems, "transcript", now.size, place);
    m_transcript = now;
}

} // namespace inspector
