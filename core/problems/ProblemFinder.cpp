// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ProblemFinder.h"

#include "core/base/DurationText.h"
#include "core/base/IsoTime.h"
#include "core/problems/ReadProblems.h"
#include "core/problems/SnapshotDrift.h"

#include <algorithm>

namespace inspector {

void ProblemFinder::begin(const SessionRecord &record, bool isKnown)
{
    m_place = {record.number, record.line};
    if (record.type == SessionRecord::Type::Session)
        return; // it needs no time of its own
    if (m_previousAt && record.timestamp < *m_previousAt) {
        m_problems.add(Problem::Kind::ClockBack, {}, m_place, [&] {
            return "the clock goes back, from " + isoText(m_previousAt).value_or("?") + " to " +
                   isoText(record.timestamp).value_or("?");
        });
    }
    m_previousAt = record.timestamp;
    m_snapshot = {};
    if (record.type == SessionRecord::Type::Snapshot) {
        if (const JsonObject *body = record.body.asObject())
            m_snapshot = JsonValue((*body)["snapshot"]);
    }
    if (record.type == SessionRecord::Type::Event && !isKnown)
        noteUnknown(record.event.value_or(""));
    else if (record.type == SessionRecord::Type::Gap)
        noteGap(record.body);
}

void ProblemFinder::noteUnknown(const std::string &event)
{
    constexpr std::size_t told = 8;
    m_problems.add(Problem::Kind::UnknownEvent, {}, m_place, [] { return std::string(); });
    if (m_unknown.contains(event))
        return;
    if (m_unknown.size() < told)
        m_unknown.insert(event);
    else
        m_hasMoreUnknown = true;
}

void ProblemFinder::noteGap(const JsonValue &body)
{
    static const JsonObject none;
    const JsonObject &gap = body.asObject() == nullptr ? none : *body.asObject();
    const std::string *reason = gap["reason"].asString();
    m_problems.add(Problem::Kind::Gap, reason == nullptr ? std::string_view() : *reason, m_place, [&] {
        const double *ms = gap["durationMs"].asNumber();
        return "nothing was recorded" + (ms == nullptr ? "" : " for " + durationText(*ms)) +
               (reason == nullptr ? "" : ": " + *reason);
    });
}

void ProblemFinder::end(const SessionRecord &record, const TranscriptState &transcript)
{
    if (record.type == SessionRecord::Type::Snapshot)
        m_drops.afterSnapshot(transcript);
    else if (record.type == SessionRecord::Type::Event)
        m_drops.afterEvent(transcript, m_place, m_problems);
}

void ProblemFinder::before(const WorldState &state, const Action &action)
{
    m_drops.before(state, action);
    const auto *tutorial = std::get_if<TutorialSlice::Action>(&action);
    m_isTutorial = tutorial != nullptr;
    if (m_isTutorial)
        m_tutorial.before(state.get<TutorialSlice>(), *tutorial);
    else
        m_reputation.before(state.get<FactionSlice>(), std::get<FactionSlice::Action>(action));
}

void ProblemFinder::after(const WorldState &state)
{
    m_drops.after(state, m_place, m_problems);
    if (m_isTutorial)
        m_tutorial.after(state.get<TutorialSlice>(), m_place, m_problems);
    else
        m_reputation.after(state.get<FactionSlice>(), m_place, m_problems);
}

void ProblemFinder::hydrated(const WorldState &before, const WorldState &after)
{
    constexpr std::uint64_t mostCompared = 1000; // each is written as JSON
    m_reputation.hydrated(after.get<FactionSlice>());
    m_tutorial.hydrated(after.get<TutorialSlice>());
    if (m_drifts == mostCompared || m_snapshot.asObject() == nullptr)
        return;
    const std::optional<std::string> drift = snapshotDrift(before, after, *m_snapshot.asObject());
    if (!drift)
        return;
    ++m_drifts;
    m_problems.add(Problem::Kind::SnapshotDrift, {}, m_place, [&] { return *drift; });
}

std::vector<Problem> ProblemFinder::problems(const ReadReport &report) const
{
    ProblemList found = m_problems;
    m_tutorial.addSlowSteps(found);
    std::vector<Problem> all = found.problems();
    for (Problem &problem : all) {
        if (problem.kind != Problem::Kind::UnknownEvent)
            continue;
        for (const std::string &name : m_unknown)
            problem.text += (problem.text.empty() ? "no slice knows " : ", ") +
                            (name.empty() ? "an event without a name" : name);
        if (m_hasMoreUnknown)
            problem.text += ", …";
    }
    const std::vector<Problem> read = readProblems(report);
    all.insert(all.end(), read.begin(), read.end());
    std::stable_sort(all.begin(), all.end(),
        [](const Problem &a, const Problem &b) { return a.first.line < b.first.line; });
    if (std::optional<Problem> rest = readRemainder(report))
        all.push_back(std::move(*rest));
    if (found.leftOut() > 0) {
        all.push_back({Problem::Kind::Warning, {},
            "more problems like these; the first " + std::to_string(ProblemList::maxKept) + " are told",
            found.leftOut(), {}, {}});
    }
    return all;
}

} // namespace inspector
