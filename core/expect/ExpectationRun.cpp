// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationRun.h"

#include "core/base/ShortJson.h"
#include "core/session/SessionReplay.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace inspector {

namespace {

/// The value in a sentence; it may be the whole state.
std::string shortValue(const JsonValue &value)
{
    return value.isNull() ? "not there" : shortJson(value);
}

} // namespace

ExpectationRun::ExpectationRun(const std::vector<Expectation> &expectations)
{
    for (const Expectation &expectation : expectations) {
        m_open.push_back({m_results.size(), false, false, 0, {}, {}});
        m_results.push_back({expectation, false, 0, {}, {}});
    }
}

void ExpectationRun::look(const SessionRecord &record, const WorldState &state)
{
    for (Open &open : m_open)
        std::visit([&](const auto &when) { decide(open, when, record, state); },
            m_results[open.index].expectation.when);
    std::erase_if(m_open, [](const Open &open) { return open.isDecided; });
}

void ExpectationRun::decide(Open & /*open*/, const Expectation::AtEnd & /*when*/,
    const SessionRecord & /*record*/, const WorldState & /*state*/)
{} // finish() does

void ExpectationRun::decide(
    Open &open, const Expectation::At &when, const SessionRecord &record, const WorldState &state)
{
    if (!when.place.isReached(record))
        return;
    if (isMetNow(open, record, state))
        meet(open);
    else
        miss(open, "is " + shortValue(open.actual));
}

void ExpectationRun::decide(
    Open &open, const Expectation::By &when, const SessionRecord &record, const WorldState &state)
{
    if (isMetNow(open, record, state)) {
        meet(open);
    } else if (when.place.isReached(record)) {
        open.lookedAt = record.number;
        miss(open, "was not so by " + when.place.text() + ", where it is " + shortValue(open.actual));
    }
}

void ExpectationRun::decide(
    Open &open, const Expectation::Within &when, const SessionRecord &record, const WorldState &state)
{
    if (!open.start) {
        if (when.after && !when.after->isReached(record))
            return;
        if (record.type != SessionRecord::Type::Session) // which need not have a time
            open.start = record.timestamp;
    }
    if (open.start && record.timestamp > *open.start + when.ms)
        miss(open, "was not so in time, when it was " + shortValue(open.actual));
    else if (isMetNow(open, record, state))
        meet(open);
}

bool ExpectationRun::isMetNow(Open &open, const SessionRecord &record, const WorldState &state)
{
    if (open.isLookedAt && !SessionReplay::changesState(record))
        return false; // it was not so before, or it would be decided
    const JsonValue before = open.actual;
    const bool isFirst = !open.isLookedAt;
    lookAt(open, record.number, state);
    return (isFirst || !(open.actual == before)) && m_results[open.index].expectation.isMetBy(open.actual);
}

void ExpectationRun::lookAt(Open &open, std::uint64_t record, const WorldState &state) const
{
    open.actual = valueAt(state, m_results[open.index].expectation.path);
    open.isLookedAt = true;
    open.lookedAt = record;
}

void ExpectationRun::meet(Open &open)
{
    open.isDecided = true;
    ExpectationResult &result = m_results[open.index];
    result.isMet = true;
    result.record = open.lookedAt;
    result.actual = open.actual;
}

void ExpectationRun::miss(Open &open, const std::string &reason)
{
    meet(open);
    m_results[open.index].isMet = false;
    m_results[open.index].reason = reason;
}

bool ExpectationRun::isDecided() const
{
    return std::all_of(m_open.begin(), m_open.end(), [this](const Open &open) {
        return std::holds_alternative<Expectation::AtEnd>(m_results[open.index].expectation.when);
    });
}

std::vector<ExpectationResult> ExpectationRun::finish(const WorldState &state, std::uint64_t last)
{
    for (Open &open : m_open) {
        const Expectation &expectation = m_results[open.index].expectation;
        lookAt(open, last, state);
        const auto *at = std::get_if<Expectation::At>(&expectation.when);
        const auto *within = std::get_if<Expectation::Within>(&expectation.when);
        std::optional<StopPoint> missing;
        if (at != nullptr)
            missing = at->place;
        else if (within != nullptr && !open.start)
            missing = within->after;
        const std::string actual = shortValue(open.actual);
        if (missing)
            miss(open, missing->text() + " did not come; at the end it is " + actual);
        else if (expectation.isMetBy(open.actual))
            meet(open);
        else if (std::holds_alternative<Expectation::AtEnd>(expectation.when))
            miss(open, "is " + actual);
        else
            miss(open, "was not so until the end, where it is " + actual);
    }
    m_open.clear();
    return std::move(m_results);
}

} // namespace inspector
