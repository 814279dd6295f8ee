// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RecordParser.h"

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

using Type = SessionRecord::Type;

struct TypeName
{
    std::string_view name;
    Type type;
};
constexpr std::array<TypeName, 5> typeNames{{{"event", Type::Event}, {"snapshot", Type::Snapshot},
    {"marker", Type::Marker}, {"gap", Type::Gap}, {"session", Type::Session}}};

Type typeOf(std::string_view name)
{
    const auto *found =
        std::find_if(typeNames.begin(), typeNames.end(), [&](const TypeName &t) { return t.name == name; });
    return found == typeNames.end() ? Type::Unknown : found->type;
}

struct BodyField
{
    Type type;
    std::string_view name;
    std::string_view jsonType;
};
constexpr std::array<BodyField, 10> bodyFields{{{Type::Session, "schema", "string"},
    {Type::Session, "game", "string"}, {Type::Session, "build", "string"},
    {Type::Session, "startedAt", "number"}, {Type::Snapshot, "snapshot", "object"},
    {Type::Snapshot, "transcript", "list"}, {Type::Marker, "label", "string"},
    {Type::Marker, "note", "string"}, {Type::Gap, "durationMs", "number"}, {Type::Gap, "reason", "string"}}};

void warnOfType(std::string_view field, std::string_view expected, std::string_view found,
    std::vector<ReadIssue> &warnings)
{
    ReadIssue issue;
    issue.field = field;
    issue.reason.append("\"")
        .append(field)
        .append("\" must be ")
        .append(expected == "object" ? "an " : "a ")
        .append(expected)
        .append(", not ")
        .append(found);
    issue.reason += "; it counts as absent";
    warnings.push_back(std::move(issue));
}

/// The JSON type that a member of a record should have, where one of that type of record is known by its key.
std::string_view dueType(Type type, std::string_view key)
{
    if (key == "timestamp" || key == "seq")
        return "number";
    const auto *known = std::find_if(bodyFields.begin(), bodyFields.end(),
        [&](const BodyField &field) { return field.type == type && field.name == key; });
    return known == bodyFields.end() ? std::string_view() : known->jsonType;
}

/// The record as a value, without the fields that its type knows and that are of another JSON type.
JsonValue bodyOf(Type type, const JsonView &whole, std::vector<ReadIssue> &warnings)
{
    JsonValue body = whole.toValue();
    const JsonObject &all = *body.asObject();
    const auto isWrong = [&](const JsonObject::Member &member) {
        const std::string_view due = dueType(type, member.key);
        return !due.empty() && !member.value.isNull() && member.value.typeName() != due;
    };
    if (std::none_of(all.begin(), all.end(), isWrong))
        return body;
    JsonObject::Members members;
    for (const JsonObject::Member &member : all) {
        if (!isWrong(member))
            members.push_back(member);
        else if (member.key != "timestamp" && member.key != "seq") // readTimestamp has warned of these
            warnOfType(member.key, dueType(type, member.key), member.value.typeName(), warnings);
    }
    return JsonObject(std::move(members));
}

constexpr std::size_t mostSpare = 256; // where many records are read into in turn

/// Whether another payload can be read into the memory of this one.
bool hasOwnMemory(const JsonValue &payload)
{
    const Shared<JsonObject> *object = payload.asSharedObject();
    return object != nullptr && object->isAlone();
}

} // namespace

/// The members of a record that any type may have; of a repeated key the last one counts.
struct RecordParser::Parts
{
    std::optional<JsonView> type, timestamp, seq, event, payload;

    void take(std::string_view key, const JsonView &value)
    {
        if (key == "type")
            type = value;
        else if (key == "timestamp")
            timestamp = value;
        else if (key == "seq")
            seq = value;
        else if (key == "event")
            event = value;
        else if (key == "payload")
            payload = value;
    }
};

RecordParser::RecordParser(PayloadFilter wantsPayload)
    : m_wantsPayload(std::move(wantsPayload))
{}

bool RecordParser::isRecord(std::string_view text, bool padded)
{
    Parts parts;
    return readParts(text, padded, parts).has_value();
}

/// The whole record, which is an object and has a type.
Result<JsonView> RecordParser::readParts(std::string_view text, bool padded, Parts &parts)
{
    Result<JsonView> whole = m_reader.read(text, padded);
    if (!whole)
        return whole;
    if (!whole->isObject())
        return failure("not_a_record", "a record is an object, this is a " + std::string(whole->typeName()));
    whole->forEachMember([&](std::string_view key, const JsonView &value) { parts.take(key, value); });
    if (!parts.type || !parts.type->asString())
        return failure("not_a_record", "a record has a string \"type\", this object has none");
    return whole;
}

Result<void> RecordParser::parse(
    std::string_view text, bool padded, SessionRecord &record, std::vector<ReadIssue> &warnings)
{
    Parts parts;
    const Result<JsonView> whole = readParts(text, padded, parts);
    if (!whole)
        return tl::unexpected(whole.error());
    const std::string_view type = *parts.type->asString();

    for (const std::string &repair : m_reader.repairs())
        warnings.push_back({ReadIssue::Kind::Warning, 0, repair, {}});
    record.type = typeOf(type);
    record.typeName = type;
    readTimestamp(parts, record, warnings);
    if (record.type == Type::Event) {
        readEvent(parts, record, warnings);
        record.body = {};
    } else {
        record.event.reset();
        record.payload = {};
        record.body = bodyOf(record.type, *whole, warnings);
    }
    return {};
}

void RecordParser::readTimestamp(const Parts &parts, SessionRecord &record, std::vector<ReadIssue> &warnings)
{
    record.seq = parts.seq ? parts.seq->asNumber() : std::nullopt;
    if (parts.seq && !record.seq && !parts.seq->isNull())
        warnOfType("seq", "number", parts.seq->typeName(), warnings);

    if (!parts.timestamp || parts.timestamp->isNull()) {
        if (record.type != Type::Session) {
            warnings.push_back({ReadIssue::Kind::Warning, 0,
                "no \"timestamp\"; the previous record's is taken", "timestamp"});
        }
    } else if (const auto time = parts.timestamp->asNumber()) {
        record.timestamp = *time;
    } else {
        warnOfType("timestamp", "number", parts.timestamp->typeName(), warnings);
        warnings.back().reason += ", and the previous record's is taken";
    }
}

void RecordParser::readEvent(const Parts &parts, SessionRecord &record, std::vector<ReadIssue> &warnings)
{
    const auto name = parts.event ? parts.event->asString() : std::nullopt;
    if (name)
        record.event = *name; // into the memory of the event before
    else
        record.event.reset();
    if (parts.event && !name && !parts.event->isNull())
        warnOfType("event", "string", parts.event->typeName(), warnings);
    const bool isThere = parts.payload && !parts.payload->isNull();
    const bool isObject = isThere && parts.payload->isObject();
    if (isThere && !isObject)
        warnOfType("payload", "object", parts.payload->typeName(), warnings);
    const bool isWanted = isObject && (!m_wantsPayload || m_wantsPayload(name.value_or(std::string_view())));
    if (isWanted) {
        if (!m_spare.empty() && !hasOwnMemory(record.payload)) {
            record.payload = std::move(m_spare.back());
            m_spare.pop_back();
        }
        parts.payload->copyTo(record.payload); // likewise
        return;
    }
    if (m_spare.size() < mostSpare && hasOwnMemory(record.payload))
        m_spare.push_back(std::move(record.payload));
    record.payload = Shared<JsonObject>(); // the one that every such record shares
}

} // namespace inspector
