// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/ValueHistory.h"

#include "core/changes/ChangeLookup.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

/// The record that a cascade came from: the last one, up to it, that changed what its source is known for.
Result<std::optional<std::uint64_t>> originOf(const RecordDetails &details, ChangeLookup &lookup)
{
    const JsonObject *payload = details.record.payload.asObject();
    if (payload == nullptr)
        return std::nullopt;
    const bool *isCascade = (*payload)["cascade"].asBool();
    const std::string *source = (*payload)["source"].asString();
    if (isCascade == nullptr || !*isCascade || source == nullptr)
        return std::nullopt;
    std::optional<std::uint64_t> last;
    for (const char *field : {"fame", "infamy"}) {
        auto number = lookup.lastChange({"factions", "byId", *source, field}, details.number);
        if (!number)
            return number;
        last = std::max(last, *number);
    }
    return last;
}

class History
{
public:
    History(TimelineReader &reader, ChangeLookup &lookup, ValueHistory &history)
        : m_reader(reader)
        , m_lookup(lookup)
        , m_history(history)
    {}

    [[nodiscard]] Result<void> find(std::size_t most)
    {
        auto value = valueBehind(m_history.number);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        m_history.value = std::move(*value);
        auto last = m_lookup.lastChange(m_history.path, m_history.number);
        if (!last)
            return tl::unexpected(std::move(last.error()));
        if (*last) {
            if (auto added = addChange(**last); !added)
                return added;
            m_history.setBy = detailsOf(m_reader, **last);
            const auto origin = originOf(*m_history.setBy, m_lookup);
            if (origin && *origin && **origin != **last)
                m_history.origin = detailsOf(m_reader, **origin);
        }
        auto next = m_lookup.nextChange(m_history.path, m_history.number);
        if (!next)
            return tl::unexpected(std::move(next.error()));
        m_history.next = *next;
        return findEarlier(most);
    }

private:
    [[nodiscard]] Result<JsonValue> valueBehind(std::uint64_t number)
    {
        return m_reader.stateAt(number).map(
            [&](const ReplayState &state) { return valueAt(state.world, m_history.path); });
    }

    /// In front of those that are there.
    [[nodiscard]] Result<void> addChange(std::uint64_t number)
    {
        auto value = valueBehind(number);
        if (!value)
            return tl::unexpected(std::move(value.error()));
        const TimeMs at = m_reader.timeline().index().timeOf(number);
        m_history.changes.insert(m_history.changes.begin(), {number, at, std::move(*value)});
        return {};
    }

    [[nodiscard]] Result<void> findEarlier(std::size_t most)
    {
        while (!m_history.changes.empty() && m_history.changes.size() < most) {
            auto earlier = m_lookup.lastChange(m_history.path, m_history.changes.front().number - 1);
            if (!earlier)
                return tl::unexpected(std::move(earlier.error()));
            if (!*earlier)
                break;
            if (auto added = addChange(**earlier); !added)
                return added;
        }
        m_history.isWhole = m_history.changes.size() < most;
        return {};
    }

    TimelineReader &m_reader;
    ChangeLookup &m_lookup;
    ValueHistory &m_history;
};

} // namespace

ValueHistory historyOf(TimelineReader &reader, const ChangeIndex &index, ValuePath path, std::uint64_t number,
    std::size_t most, std::function<bool()> isEnough)
{
    ValueHistory history;
    history.path = std::move(path);
    history.number = number;
    ChangeLookup lookup(reader, index, std::move(isEnough));
    if (auto found = History(reader, lookup, history).find(most); !found)
        history.error = std::move(found.error());
    return history;
}

} // namespace inspector
