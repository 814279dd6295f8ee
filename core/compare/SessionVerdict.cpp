// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/SessionVerdict.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "core/base/Plural.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace inspector {

namespace {

using Kind = VerdictRow::Kind;
using Step = TutorialTrack::Step;

std::vector<std::uint64_t> hashesOf(const auto &list, auto text)
{
    std::vector<std::uint64_t> hashes;
    for (const auto &each : list)
        hashes.push_back(std::hash<std::string>()(text(each)));
    return hashes;
}

std::string signedText(double value)
{
    constexpr double tenths = 10;
    return (value > 0 ? "+" : "") + numberText(std::round(value * tenths) / tenths);
}

std::string recordText(std::uint64_t number)
{
    return "#" + std::to_string(number);
}

const char *endWord(Step::End end)
{
    switch (end) {
    case Step::End::Completed:
        return "completed";
    case Step::End::Skipped:
        return "skipped";
    case Step::End::Left:
        return "left";
    default:
        return "running";
    }
}

class Verdict
{
public:
    Verdict(const SessionOutline &base, const SessionOutline &head, const SessionAlignment &alignment,
        const FactionCatalogue &catalogue)
        : m_base(base)
        , m_head(head)
        , m_alignment(alignment)
        , m_catalogue(catalogue)
    {}

    std::vector<VerdictRow> find()
    {
        steps();
        factions();
        events();
        std::stable_sort(m_rows.begin(), m_rows.end(),
            [](const VerdictRow &a, const VerdictRow &b) { return a.effect > b.effect; });
        return std::move(m_rows);
    }

private:
    /// Calls `both(i, j)` for what two lists have in common, `one(i)` and `other(j)` for the rest, in order.
    static void walk(const std::vector<std::uint64_t> &base, const std::vector<std::uint64_t> &head,
        auto both, auto one, auto other)
    {
        std::uint64_t i = 0, j = 0;
        AlignedRuns runs = alignSequences(base, head);
        runs.push_back({base.size(), head.size(), 0});
        for (const AlignedRun &run : runs) {
            for (; i < run.base; ++i)
                one(i);
            for (; j < run.head; ++j)
                other(j);
            for (std::uint64_t k = 0; k < run.length; ++k)
                both(i++, j++);
        }
    }

    static std::string titleOf(const Step &step)
    {
        return "step “" + (step.title.empty() ? step.id : step.title).text() + "”";
    }

    void steps()
    {
        const auto &base = m_base.tracks.tutorial.steps;
        const auto &head = m_head.tracks.tutorial.steps;
        const auto id = [](const Step &step) { return step.id; };
        walk(
            hashesOf(base, id), hashesOf(head, id),
            [&](std::uint64_t i, std::uint64_t j) { compareSteps(base[i], head[j]); },
            [&](std::uint64_t i) {
                m_rows.push_back({Kind::Step, titleOf(base[i]), endWord(base[i].end), "", "only in the base",
                    1, base[i].number, 0});
            },
            [&](std::uint64_t j) {
                m_rows.push_back({Kind::Step, titleOf(head[j]), "", endWord(head[j].end), "only in the head",
                    1, 0, head[j].number});
            });
    }

    void compareSteps(const Step &base, const Step &head)
    {
        if (base.end != head.end) {
            m_rows.push_back({Kind::Step, titleOf(base), endWord(base.end), endWord(head.end),
                "ends in another way", 1, base.number, head.number});
            return;
        }
        const double one = base.endedAt - base.startedAt;
        const double other = head.endedAt - head.startedAt;
        const double longer = std::max(one, other);
        constexpr double least = 0.01; // less is the game's own unrest
        if (base.end == Step::End::Running || !(longer > 0) || std::abs(other - one) / longer < least)
            return;
        constexpr double percent = 100;
        const std::string change = one > 0 ? signedText(std::round((other - one) / one * percent)) + " %"
                                           : signedText(other - one) + " ms";
        m_rows.push_back({Kind::Step, titleOf(base), durationText(one), durationText(other), change,
            std::abs(other - one) / longer, base.number, head.number});
    }

    void factions()
    {
        std::set<std::string, std::less<>> ids;
        for (const SessionOutline *side : {&m_base, &m_head})
            side->tracks.factions.forEach(
                [&](std::string_view id, const FactionTrack &) { ids.emplace(id); });
        static const FactionTrack none;
        for (const std::string &id : ids) {
            const FactionTrack *base = m_base.tracks.factions.find(id);
            const FactionTrack *head = m_head.tracks.factions.find(id);
            const std::string name = m_catalogue.nameOf(id);
            flips(name, base == nullptr ? none : *base, head == nullptr ? none : *head);
            reputation(name, endOf(base), endOf(head));
        }
    }

    void flips(const std::string &name, const FactionTrack &base, const FactionTrack &head)
    {
        const auto word = [](const FactionTrack::Attitude &attitude) { return attitude.attitude; };
        const auto subject = [&](const FactionTrack::Attitude &attitude) {
            return name + (attitude.attitude.empty() ? " is reset" : " turns " + attitude.attitude.text());
        };
        walk(
            hashesOf(base.attitudes, word), hashesOf(head.attitudes, word),
            [&](std::uint64_t i, std::uint64_t j) {
                compareFlips(subject(base.attitudes[i]), base.attitudes[i], head.attitudes[j]);
            },
            [&](std::uint64_t i) {
                m_rows.push_back(
                    {Kind::Flip, subject(base.attitudes[i]), recordText(base.attitudes[i].number), "",
                        "only in the base", 1, base.attitudes[i].number, 0});
            },
            [&](std::uint64_t j) {
                m_rows.push_back(
                    {Kind::Flip, subject(head.attitudes[j]), "", recordText(head.attitudes[j].number),
                        "only in the head", 1, 0, head.attitudes[j].number});
            });
    }

    void compareFlips(
        const std::string &subject, const FactionTrack::Attitude &base, const FactionTrack::Attitude &head)
    {
        const std::uint64_t expected = m_alignment.headOf(base.number);
        if (expected == head.number)
            return;
        const bool isLater = head.number > expected;
        const std::uint64_t shift = isLater ? head.number - expected : expected - head.number;
        constexpr double half = 20; // events that make half an effect
        m_rows.push_back({Kind::Flip, subject, recordText(base.number), recordText(head.number),
            plural(shift, "event") + (isLater ? " later" : " earlier"),
            static_cast<double>(shift) / (static_cast<double>(shift) + half), base.number, head.number});
    }

    /// What a faction ends with; nothing where no data of it is known then.
    static std::optional<FactionTrack::Reputation> endOf(const FactionTrack *track)
    {
        const bool isKnown =
            track != nullptr && !track->reputation.empty() && track->reputation.back().isKnown;
        return isKnown ? std::optional(track->reputation.back()) : std::nullopt;
    }

    void reputation(const std::string &name, const std::optional<FactionTrack::Reputation> &base,
        const std::optional<FactionTrack::Reputation> &head)
    {
        const std::string both = name + " ends with fame and infamy";
        const auto textOf = [](const FactionTrack::Reputation &end) {
            return numberText(end.fame) + " and " + numberText(end.infamy);
        };
        if (base && head)
            compareReputation(name, *base, *head);
        else if (base)
            m_rows.push_back(
                {Kind::Reputation, both, textOf(*base), "", "only in the base", 1, base->number, 0});
        else if (head)
            m_rows.push_back(
                {Kind::Reputation, both, "", textOf(*head), "only in the head", 1, 0, head->number});
    }

    void compareReputation(
        const std::string &name, const FactionTrack::Reputation &base, const FactionTrack::Reputation &head)
    {
        const auto compare = [&](const char *what, double FactionTrack::Reputation::*value) {
            constexpr double all = 100; // of the scale that the game uses
            const double change = head.*value - base.*value;
            if (change != 0)
                m_rows.push_back({Kind::Reputation, name + " ends with " + what, numberText(base.*value),
                    numberText(head.*value), signedText(change), std::min(std::abs(change) / all, 1.0),
                    base.number, head.number});
        };
        compare("fame", &FactionTrack::Reputation::fame);
        compare("infamy", &FactionTrack::Reputation::infamy);
    }

    void events()
    {
        std::set<std::string, std::less<>> names;
        for (const SessionOutline *side : {&m_base, &m_head}) {
            for (const auto &[name, events] : side->events)
                names.insert(name);
        }
        const auto of = [](const SessionOutline &side, const std::string &name) {
            const auto found = side.events.find(name);
            return found == side.events.end() ? SessionOutline::Events() : found->second;
        };
        for (const std::string &name : names) {
            const SessionOutline::Events one = of(m_base, name);
            const SessionOutline::Events other = of(m_head, name);
            if (one.count == other.count)
                continue;
            const double base = static_cast<double>(one.count);
            const double head = static_cast<double>(other.count);
            constexpr double weight = 0.5; // how often says less than what happened
            m_rows.push_back({Kind::Events, name, std::to_string(one.count), std::to_string(other.count),
                signedText(head - base), weight * std::abs(head - base) / std::max(base, head), one.first,
                other.first});
        }
    }

    const SessionOutline &m_base;
    const SessionOutline &m_head;
    const SessionAlignment &m_alignment;
    const FactionCatalogue &m_catalogue;
    std::vector<VerdictRow> m_rows;
};

} // namespace

std::string_view nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Step:
        return "step";
    case Kind::Flip:
        return "flip";
    case Kind::Reputation:
        return "reputation";
    default:
        return "events";
    }
}

std::vector<VerdictRow> verdictOf(const SessionOutline &base, const SessionOutline &head,
    const SessionAlignment &alignment, const FactionCatalogue &catalogue)
{
    return Verdict(base, head, alignment, catalogue).find();
}

} // namespace inspector
