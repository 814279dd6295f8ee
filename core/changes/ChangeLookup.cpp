// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/ChangeLookup.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace inspector {

namespace {

constexpr std::size_t recordDepth = 3; // factions.byId.<id>

/// Lists and maps to which elements are added, and in which none is replaced, but by a snapshot.
constexpr std::array<std::string_view, 4> growing{
    "completedSteps", "completedTimeline", "stepDurations", "cascadeSources"};

struct Fields
{
    FieldMask mask = 0;
    bool isElement = false;
};

/// The bits of `T` that a path, from `depth` on, leads to or through.
template <Described T>
Fields fieldsAt(const ValuePath &path, std::size_t depth)
{
    const auto begin = path.begin() + static_cast<std::ptrdiff_t>(std::min(depth, path.size()));
    const bool isBelow = path.size() > depth + 1;
    const FieldMask mask = fieldsAlong<T>(begin, path.end());
    return {mask, mask != 0 && isBelow && std::find(growing.begin(), growing.end(), *begin) != growing.end()};
}

/// How many elements the list that a path leads into has; of the maps of times, the steps that they are of.
std::size_t elementsOf(const WorldState &state, const ValuePath &path)
{
    if (path.front() == TutorialSlice::key)
        return state.get<TutorialSlice>().completedSteps.size();
    const FactionRecord *faction = state.get<FactionSlice>().byId.find(path[2]);
    return faction == nullptr ? 0 : faction->cascadeSources.size();
}

/// Which of them the path leads to; nothing where it is none of them.
std::optional<std::size_t> elementOf(const WorldState &state, const ValuePath &path)
{
    const bool isTutorial = path.front() == TutorialSlice::key;
    const std::string &part = path[isTutorial ? 2 : recordDepth + 1];
    if (isTutorial && path[1] != growing.front()) {
        const auto &steps = state.get<TutorialSlice>().completedSteps.ids();
        const auto step = std::find(steps.begin(), steps.end(), part);
        if (step == steps.end())
            return std::nullopt;
        return static_cast<std::size_t>(std::distance(steps.begin(), step));
    }
    return listPlace(part, elementsOf(state, path));
}

} // namespace

void ChangeLookup::addAllFactions(std::vector<Source> &sources) const
{
    m_index.factions.forEach([&](std::string_view /*id*/, const ChangeList &changes) {
        sources.push_back({&changes, allFields<FactionRecord>});
    });
}

std::vector<ChangeLookup::Source> ChangeLookup::sourcesOf(const ValuePath &path) const
{
    std::vector<Source> sources;
    const auto add = [&](const ChangeList &changes, const Fields &fields) {
        sources.push_back({&changes, fields.mask, fields.isElement});
    };
    const std::string first = path.empty() ? std::string() : path.front();
    const bool isById = path.size() > 1 && path[1] == "byId";
    if (path.empty() || first == FactionSlice::key) {
        if (!isById)
            add(m_index.factionSlice, fieldsAt<FactionState>(path, 1));
        if (path.size() < 2 || (isById && path.size() < recordDepth))
            addAllFactions(sources);
        const ChangeList *faction =
            isById && path.size() >= recordDepth ? m_index.factions.find(path[2]) : nullptr;
        if (faction != nullptr)
            add(*faction, fieldsAt<FactionRecord>(path, recordDepth));
    }
    if (path.empty() || first == TutorialSlice::key)
        add(m_index.tutorial, fieldsAt<TutorialState>(path, 1));
    if (first == "tutorialComplete")
        add(m_index.tutorial, fieldsAt<TutorialState>({"completed"}, 0));
    m_index.otherParts.forEach([&](std::string_view key, const ChangeList &changes) {
        if (path.empty() || first == key)
            sources.push_back({&changes, 1});
    });
    return sources;
}

Result<JsonValue> ChangeLookup::valueAfter(std::uint64_t number, const ValuePath &path)
{
    return m_reader.stateAt(number).map([&](const ReplayState &state) { return valueAt(state.world, path); });
}

Result<bool> ChangeLookup::isChange(const ValuePath &path, std::uint64_t number)
{
    if (m_isEnough && m_isEnough())
        return failure("looked_long_enough", "which event changed the value was not found in time");
    const Result<JsonValue> before = valueAfter(number - 1, path);
    if (!before)
        return tl::unexpected(before.error());
    return valueAfter(number, path).map([&](const JsonValue &after) { return !(*before == after); });
}

ChangeLookup::Number ChangeLookup::lastOf(const Source &source, const ValuePath &path, std::uint64_t number)
{
    const ChangeList &changes = *source.changes;
    std::size_t end = changes.countUpTo(number);
    if (source.isElement) {
        const Result<std::size_t> came = whereElementCame(source, path, number, end);
        if (!came)
            return tl::unexpected(came.error());
        end = *came;
    }
    while (const auto place = changes.lastBefore(end, source.fields)) {
        const Result<bool> is = isChange(path, changes.numberAt(*place));
        if (!is)
            return tl::unexpected(is.error());
        if (*is)
            return changes.numberAt(*place);
        end = *place;
    }
    return std::nullopt;
}

/// Each change of a list that grows added one element, so that they can be counted.
Result<std::size_t> ChangeLookup::whereElementCame(
    const Source &source, const ValuePath &path, std::uint64_t number, std::size_t end)
{
    const ChangeList &changes = *source.changes;
    const Result<ReplayState> now = m_reader.stateAt(number);
    if (!now)
        return tl::unexpected(now.error());
    const std::optional<std::size_t> element = elementOf(now->world, path);
    if (!element)
        return end; // there is none, or it did not come as others do
    // The steps are what is counted of the maps of times too, and a snapshot may bring others of them alone.
    static const FieldMask steps = fieldsAt<TutorialState>({"completedSteps"}, 0).mask;
    const FieldMask counted = path.front() == TutorialSlice::key ? source.fields | steps : source.fields;
    const auto replaced = changes.lastBefore(end, counted, ChangeList::replaced);
    const std::size_t begin = replaced ? *replaced + 1 : 0;
    const Result<ReplayState> then =
        m_reader.stateAt(replaced ? changes.numberAt(*replaced) : std::uint64_t{0});
    if (!then)
        return tl::unexpected(then.error());
    const std::size_t before = elementsOf(then->world, path);
    std::size_t place = begin;
    for (std::size_t i = before; i <= *element; ++i) {
        const auto next = changes.firstFrom(place, source.fields);
        if (!next || *next >= end)
            return end;
        place = *next + 1;
    }
    return place;
}

ChangeLookup::Number ChangeLookup::firstOf(const Source &source, const ValuePath &path, std::uint64_t number)
{
    const ChangeList &changes = *source.changes;
    std::size_t begin = changes.countUpTo(number);
    if (source.isElement) {
        const Result<JsonValue> now = valueAfter(number, path);
        if (!now)
            return tl::unexpected(now.error());
        // What is there stays until the list is replaced.
        if (!now->isNull())
            begin = changes.firstFrom(begin, source.fields, ChangeList::replaced).value_or(changes.size());
    }
    while (const auto place = changes.firstFrom(begin, source.fields)) {
        const Result<bool> is = isChange(path, changes.numberAt(*place));
        if (!is)
            return tl::unexpected(is.error());
        if (*is)
            return changes.numberAt(*place);
        begin = *place + 1;
    }
    return std::nullopt;
}

ChangeLookup::Number ChangeLookup::lastChange(const ValuePath &path, std::uint64_t number)
{
    std::optional<std::uint64_t> last;
    for (const Source &source : sourcesOf(path)) {
        Number found = lastOf(source, path, number);
        if (!found)
            return found;
        last = std::max(last, *found);
    }
    return last;
}

ChangeLookup::Number ChangeLookup::nextChange(const ValuePath &path, std::uint64_t number)
{
    std::optional<std::uint64_t> first;
    for (const Source &source : sourcesOf(path)) {
        Number found = firstOf(source, path, number);
        if (!found)
            return found;
        if (*found && (!first || **found < *first))
            first = *found;
    }
    return first;
}

} // namespace inspector
