// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveProtocol.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "core/base/Utf8.h"
#include "core/session/LineReader.h"

#include <algorithm>
#include <charconv>

namespace inspector::live {

namespace {

constexpr double mostExact = 9007199254740991; // 2^53 - 1

tl::unexpected<Error> badMessage(const std::string &what)
{
    return failure("bad_message", what, "Use the bridge that this tool writes (--write-bridge).");
}

bool isUuid(std::string_view text)
{
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const auto fits = [](char c, char shape) {
        const bool isHex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return shape == '-' ? c == '-' : isHex;
    };
    return text.size() == shape.size() && std::equal(text.begin(), text.end(), shape.begin(), fits);
}

std::optional<std::uint64_t> wholeNumber(const JsonValue &value, double least)
{
    const double *number = value.asNumber();
    if (number == nullptr || *number < least || *number > mostExact ||
        *number != static_cast<double>(static_cast<std::uint64_t>(*number)))
        return std::nullopt;
    return static_cast<std::uint64_t>(*number);
}

std::string textOf(const JsonObject &object, std::string_view key)
{
    const std::string *text = object[key].asString();
    return text == nullptr ? std::string() : *text;
}

/// A name that somebody shows, not longer than is good for that.
std::string nameOf(const JsonObject &object, std::string_view key)
{
    constexpr std::size_t most = 200;
    return std::string(utf8Start(textOf(object, key), most));
}

LiveRecord gapRecord(std::uint64_t seq, const char *reason)
{
    return {seq, {},
        toJsonText(JsonObject{{"type", "gap"}, {"durationMs", 0.0}, {"reason", reason},
                       {"seq", static_cast<double>(seq)}},
            JsonLayout::Compact)};
}

Result<LiveRecord> recordOf(const JsonValue &value)
{
    const JsonObject *object = value.asObject();
    if (object == nullptr)
        return badMessage("a record is a JSON object, not a " + std::string(value.typeName()));
    const std::string *type = (*object)["type"].asString();
    if (type == nullptr)
        return badMessage("a record has a \"type\"");
    const auto seq = wholeNumber((*object)["seq"], 1);
    if (!seq)
        return badMessage("a record has a \"seq\", a whole number from 1");
    if (*type ==
        "session") // a reader would take all behind it for another session, or for none that it knows
        return badMessage("a page sends no \"session\" record");
    const std::string *event = *type == "event" ? (*object)["event"].asString() : nullptr;
    LiveRecord record{*seq, event == nullptr ? std::string() : *event, toJsonText(value, JsonLayout::Compact),
        *type == "gap" && textOf(*object, "reason") == "buffer_full"};
    // Numbers that are written short may be long in a file, where a reader would pass over the line.
    return record.line.size() < LineReader::maxLineBytes ? record : gapRecord(*seq, "too_large");
}

/// The records of a message as texts: of a list its elements, else the message itself.
std::vector<std::string_view> splitMessage(std::string_view message)
{
    std::vector<std::string_view> parts;
    int depth = 0;
    bool isText = false;
    std::size_t begin = 0;
    const int outer = message.starts_with('[') ? 1 : 0;
    for (std::size_t i = 0; i < message.size(); ++i) {
        const char c = message[i];
        if (isText) {
            i += c == '\\' ? 1 : 0;
            isText = c != '"';
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            if (depth++ == outer)
                begin = i;
        } else if ((c == '}' || c == ']') && --depth == outer) {
            parts.push_back(message.substr(begin, i - begin + 1));
        }
    }
    return parts;
}

/// The bridge writes `seq` last. Nothing where it is not there.
std::optional<LiveRecord> gapInsteadOf(std::string_view record)
{
    constexpr std::string_view key = "\"seq\":";
    const std::size_t at = record.rfind(key);
    std::uint64_t seq = 0;
    if (at == std::string_view::npos ||
        std::from_chars(record.data() + at + key.size(), record.data() + record.size(), seq).ec !=
            std::errc{} ||
        seq == 0 || static_cast<double>(seq) > mostExact)
        return std::nullopt;
    return gapRecord(seq, "too_deep");
}

/// Where something in a message is nested too deep, which costs that record only.
Result<std::vector<LiveRecord>> readOneByOne(std::string_view message)
{
    std::vector<LiveRecord> records;
    for (const std::string_view part : splitMessage(message)) {
        const Result<JsonValue> value = parseJson(part);
        if (const auto gap = value ? std::nullopt : gapInsteadOf(part)) {
            records.push_back(*gap);
            continue;
        }
        if (!value)
            return badMessage("a message is no JSON: " + value.error().message);
        Result<LiveRecord> record = recordOf(*value);
        if (!record)
            return tl::unexpected(std::move(record.error()));
        records.push_back(std::move(*record));
    }
    if (records.empty())
        return badMessage("a message holds no record");
    return records;
}

JsonValue listOf(const std::vector<std::string> &texts)
{
    JsonArray list;
    for (const std::string &text : texts)
        list.emplace_back(text);
    return JsonValue(std::move(list));
}

std::string compact(JsonObject object)
{
    return toJsonText(JsonValue(std::move(object)), JsonLayout::Compact);
}

} // namespace

Result<LiveHello> readHello(std::string_view message)
{
    const Result<JsonValue> value = parseJson(message);
    const JsonObject *object = value ? value->asObject() : nullptr;
    if (object == nullptr || textOf(*object, "type") != "hello")
        return badMessage("the first message is no hello");
    if (const std::string other = nameOf(*object, "protocol"); other != protocol) {
        return failure("bad_protocol",
            "the page speaks \"" + other + "\", this tool " + std::string(protocol),
            "Write the bridge anew from this tool.");
    }
    LiveHello hello{textOf(*object, "session"), textOf(*object, "token"), nameOf(*object, "game"),
        nameOf(*object, "build"), wholeNumber((*object)["resumeFrom"], 0)};
    if (!isUuid(hello.session))
        return badMessage("\"session\" is no UUID");
    return hello;
}

Result<std::vector<LiveRecord>> readRecords(std::string_view message)
{
    const Result<JsonValue> value = parseJson(message);
    if (!value && value.error().code == "too_deep")
        return readOneByOne(message);
    if (!value)
        return badMessage("a message is no JSON: " + value.error().message);
    std::vector<LiveRecord> records;
    const JsonArray *list = value->asArray();
    const auto add = [&](const JsonValue &each) -> Result<void> {
        return recordOf(each).map([&](LiveRecord record) { records.push_back(std::move(record)); });
    };
    if (list == nullptr)
        return add(*value).map([&] { return std::move(records); });
    records.reserve(list->size());
    for (const JsonValue &each : *list) {
        if (auto added = add(each); !added)
            return tl::unexpected(std::move(added.error()));
    }
    return records;
}

std::string welcomeMessage(
    const std::string &session, const std::vector<std::string> &topics, std::uint64_t ackedSeq)
{
    return compact({{"type", "welcome"}, {"session", session}, {"topics", listOf(topics)},
        {"ackedSeq", static_cast<double>(ackedSeq)}, {"maxMessage", static_cast<double>(mostMessageBytes)},
        {"window", static_cast<double>(window)}});
}

std::string ackMessage(std::uint64_t seq)
{
    return compact({{"type", "ack"}, {"seq", static_cast<double>(seq)}});
}

std::string topicsMessage(const std::vector<std::string> &topics)
{
    return compact({{"type", "topics"}, {"topics", listOf(topics)}});
}

std::string snapshotRequest()
{
    return compact({{"type", "request"}, {"what", "snapshot"}});
}

std::string errorMessage(const Error &error)
{
    return compact({{"type", "error"}, {"code", error.code},
        {"message", error.remedy.empty() ? error.message : error.message + ". " + error.remedy}});
}

std::string sessionLine(const LiveHello &hello, double startedAt)
{
    return compact({{"type", "session"}, {"schema", "telemetry-session/1"}, {"session", hello.session},
               {"game", hello.game}, {"build", hello.build}, {"startedAt", startedAt}}) +
           '\n';
}

std::string gapLine(double now, const std::string &reason)
{
    return compact({{"type", "gap"}, {"timestamp", now}, {"durationMs", 0.0}, {"reason", reason}}) + '\n';
}

} // namespace inspector::live
