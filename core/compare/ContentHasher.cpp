// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/ContentHasher.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace inspector {

namespace {

/// What a value begins with: an empty list is no empty object.
enum Kind : std::uint64_t
{
    Null = 1,
    Flag,
    Number,
    Text,
    List,
    Object,
};

constexpr std::uint64_t passedOver = 0; // no value has it

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more)
{
    constexpr std::uint64_t prime = 0x9e3779b97f4a7c15;
    hash = (hash * prime + more) * prime;
    hash ^= hash >> 29U;
    return hash * prime;
}

std::uint64_t hashOfText(std::string_view text)
{
    return std::hash<std::string_view>()(text);
}

std::uint64_t seen(std::uint64_t hash)
{
    return std::max<std::uint64_t>(hash, 1);
}

} // namespace

ContentHasher::ContentHasher(const PathPatterns &ignored)
    : m_ignored(ignored)
    , m_whole(makePlace(nullptr, {}))
{}

std::uint64_t ContentHasher::hashOf(const SessionRecord &record)
{
    if (record.type == SessionRecord::Type::Session)
        return notCompared;
    std::uint64_t hash = hashOfText(record.typeName);
    if (record.event)
        hash = mixed(hash, hashOfText(*record.event));
    return seen(mixed(hash, contentOf(record)));
}

std::uint64_t ContentHasher::contentOf(const SessionRecord &record)
{
    constexpr std::string_view payload = "payload", transcript = "transcript";
    if (record.type == SessionRecord::Type::Event)
        return valueBelow(m_whole, payload, hashOfText(payload), record.payload);
    const JsonObject *body = record.body.asObject();
    if (body == nullptr || m_whole.isIgnored)
        return valueAt(m_whole, record.body);
    if (record.type == SessionRecord::Type::Snapshot) // patterns are those of a state
        return mixed(valueAt(m_whole, (*body)["snapshot"]),
            valueBelow(m_whole, transcript, hashOfText(transcript), (*body)[transcript]));
    std::uint64_t members = 0;
    for (const auto &[key, value] : *body) {
        if (key != "timestamp" && key != "seq") // in which two runs always differ
            members += member(m_whole, key, value);
    }
    return mixed(Object, members);
}

std::uint64_t ContentHasher::valueAt(Place &place, const JsonValue &value)
{
    if (place.isIgnored)
        return passedOver;
    if (const std::string *text = value.asString())
        return seen(mixed(Text, hashOfText(*text)));
    if (const double *number = value.asNumber())
        return seen(mixed(Number, std::hash<double>()(*number)));
    if (const bool *flag = value.asBool())
        return seen(mixed(Flag, *flag ? 1U : 0U));
    if (const JsonArray *values = value.asArray())
        return seen(list(place, *values));
    const JsonObject *object = value.asObject();
    if (object == nullptr)
        return Null;
    std::uint64_t members = 0; // added up, so that their order makes no difference
    for (const auto &[key, each] : *object)
        members += member(place, key, each);
    return seen(mixed(Object, members));
}

std::uint64_t ContentHasher::valueBelow(
    Place &above, std::string_view part, std::uint64_t partHash, const JsonValue &value)
{
    constexpr std::size_t mostRemembered = 10'000, longest = 64; // a session may have a new key each record
    if (const auto known = above.below.find(partHash);
        known != above.below.end() && known->second->part == part)
        return valueAt(*known->second, value);
    Place place = makePlace(&above, part);
    if (m_remembered >= mostRemembered || part.size() > longest)
        return valueAt(place, value);
    const auto [added, isNew] = above.below.try_emplace(partHash, nullptr);
    if (!isNew)
        return valueAt(place, value);
    ++m_remembered;
    added->second = std::make_unique<Place>(std::move(place));
    return valueAt(*added->second, value);
}

/// A member that is passed over is as good as none.
std::uint64_t ContentHasher::member(Place &above, std::string_view key, const JsonValue &value)
{
    const std::uint64_t keyHash = hashOfText(key);
    const std::uint64_t hash = valueBelow(above, key, keyHash, value);
    return hash == passedOver ? 0 : mixed(keyHash, hash);
}

std::uint64_t ContentHasher::list(Place &place, const JsonArray &values)
{
    if (place.isEachElementIgnored)
        return List; // however many there are
    std::uint64_t hash = mixed(List, values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string part = std::to_string(i);
        hash = mixed(hash, valueBelow(place, part, hashOfText(part), values[i]));
    }
    return hash;
}

ContentHasher::Place ContentHasher::makePlace(const Place *above, std::string_view part) const
{
    Place place{above, std::string(part), false, false, {}};
    std::vector<std::string> path;
    for (const Place *each = &place; each->above != nullptr; each = each->above)
        path.push_back(each->part);
    std::reverse(path.begin(), path.end());
    place.isIgnored = m_ignored.match(path);
    path.emplace_back("\x01"); // no place in a list, so that only a pattern for each of them matches it
    place.isEachElementIgnored = m_ignored.match(path);
    return place;
}

} // namespace inspector
