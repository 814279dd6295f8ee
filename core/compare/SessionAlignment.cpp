// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SessionAlignment.h"

#include <algorithm>
#include <functional>

namespace inspector {

namespace {

using Keys = std::vector<std::uint64_t>;

struct Places
{
    Keys keys;
    std::vector<std::uint64_t> numbers;
};

/// The starts of the tutorial's steps.
Places stepsOf(const SessionOutline &outline)
{
    Places places;
    for (const TutorialTrack::Step &step : outline.tracks.tutorial.steps) {
        places.keys.push_back(std::hash<std::string>()(step.id));
        places.numbers.push_back(step.number);
    }
    return places;
}

Places markersOf(const SessionOutline &outline)
{
    Places places;
    for (const SessionTracks::Landmark &marker : outline.tracks.markers) {
        places.keys.push_back(std::hash<std::string>()(marker.label));
        places.numbers.push_back(marker.number);
    }
    return places;
}

AlignedRuns runsOf(const Places &base, const Places &head)
{
    AlignedRuns runs;
    for (const AlignedRun &run : alignSequences(base.keys, head.keys)) {
        for (std::uint64_t i = 0; i < run.length; ++i)
            runs.push_back({base.numbers[run.base + i], head.numbers[run.head + i], 1});
    }
    return runs;
}

/// The record that is where #`number` is; `runs` are seen from its side.
std::uint64_t counterpart(std::uint64_t number, const AlignedRuns &runs, std::uint64_t otherSize,
    std::uint64_t AlignedRun::*own, std::uint64_t AlignedRun::*other)
{
    const auto next = std::upper_bound(runs.begin(), runs.end(), number,
        [own](std::uint64_t wanted, const AlignedRun &run) { return wanted < run.*own; });
    const std::uint64_t end = next == runs.end() ? otherSize : (*next).*other - 1;
    if (next == runs.begin()) { // as far before the first place as on the own side
        const std::uint64_t before = next == runs.end() ? 0 : (*next).*own - number;
        const std::uint64_t at =
            next == runs.end() ? number : (*next).*other - std::min((*next).*other, before);
        return std::min(at, end);
    }
    const AlignedRun &run = *(next - 1);
    return std::min(run.*other + (number - run.*own), end);
}

tl::unexpected<Error> nothing(const std::string &what)
{
    return failure("nothing_to_align", "the two sessions have no " + what + " in common",
        "Align them by something else: number, events, step, marker, or event:NAME with an event of both.");
}

} // namespace

Result<SessionAlignment::Choice> SessionAlignment::Choice::parse(std::string_view text)
{
    constexpr std::string_view first = "event:";
    if (text == "number")
        return Choice{By::Number};
    if (text == "events")
        return Choice{By::Events};
    if (text == "step")
        return Choice{By::Step};
    if (text == "marker")
        return Choice{By::Marker};
    if (text.starts_with(first) && text.size() > first.size())
        return Choice{By::First, std::string(text.substr(first.size()))};
    return failure("bad_alignment", "'" + std::string(text) + "' is nothing to align by",
        "Write number, events, step, marker or event:NAME.");
}

std::string SessionAlignment::Choice::text() const
{
    switch (by) {
    case By::Number:
        return "number";
    case By::Events:
        return "events";
    case By::First:
        return "event:" + event;
    case By::Step:
        return "step";
    default:
        return "marker";
    }
}

Result<SessionAlignment> SessionAlignment::between(
    const SessionOutline &base, const SessionOutline &head, const Choice &choice)
{
    AlignedRuns runs;
    switch (choice.by) {
    case Choice::By::Number:
        if (const std::uint64_t both = std::min(base.size(), head.size()); both > 0)
            runs = {{1, 1, both}};
        break;
    case Choice::By::Events:
        runs = alignSequences(base.keys, head.keys);
        for (AlignedRun &run : runs) {
            ++run.base;
            ++run.head;
        }
        break;
    case Choice::By::First: {
        const auto one = base.events.find(choice.event);
        const auto other = head.events.find(choice.event);
        if (one == base.events.end() || other == head.events.end())
            return nothing("event " + choice.event);
        runs = {{one->second.first, other->second.first, 1}};
        break;
    }
    case Choice::By::Step:
        runs = runsOf(stepsOf(base), stepsOf(head));
        if (runs.empty())
            return nothing("step of the tutorial");
        break;
    case Choice::By::Marker:
        runs = runsOf(markersOf(base), markersOf(head));
        if (runs.empty())
            return nothing("marker");
        break;
    }
    return SessionAlignment(std::move(runs), base.size(), head.size());
}

std::uint64_t SessionAlignment::headOf(std::uint64_t base) const
{
    return counterpart(base, m_runs, m_headSize, &AlignedRun::base, &AlignedRun::head);
}

std::uint64_t SessionAlignment::baseOf(std::uint64_t head) const
{
    return counterpart(head, m_runs, m_baseSize, &AlignedRun::head, &AlignedRun::base);
}

std::uint64_t SessionAlignment::alignedCount() const
{
    std::uint64_t count = 0;
    for (const AlignedRun &run : m_runs)
        count += run.length;
    return count;
}

} // namespace inspector
