// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/expect/ExpectationFile.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "core/base/StrictJson.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

constexpr std::string_view schemaName = "telemetry-expectations/1";

/// A member that may be anything, null too, which StrictJson takes for missing; nullptr where there is none.
const JsonValue *findValue(const StrictJson &json)
{
    const JsonObject *object = json.value().asObject();
    return object == nullptr ? nullptr : object->find("value");
}

std::optional<StopPoint> readPlace(const StrictJson &json)
{
    std::string text;
    if (const double *number = json.value().asNumber()) {
        constexpr double most = 9'007'199'254'740'992;
        if (*number < 1 || *number > most || std::floor(*number) != *number) {
            json.fail("must be the name of an event, or the number of a record, from 1");
            return std::nullopt;
        }
        text = std::to_string(static_cast<std::uint64_t>(*number));
    } else {
        text = json.name();
    }
    const Result<StopPoint> place = StopPoint::parse(text);
    if (!place) {
        json.fail("must be the name of an event, or the number of a record, from 1");
        return std::nullopt;
    }
    return *place;
}

ValuePath readPath(const StrictJson &json)
{
    ValuePath path;
    if (json.isList()) {
        for (const StrictJson &part : json.elements())
            path.push_back(part.text());
        if (path.empty())
            json.fail("must have a part");
        return path;
    }
    const Result<ValuePath> parsed = parseValuePath(json.name());
    if (!parsed) {
        json.fail("must be a path such as factions.byId.vanguard_prime.fame");
        return path;
    }
    return *parsed;
}

Expectation::When readWhen(const StrictJson &json)
{
    const auto at = json.optionalMember("at");
    const auto by = json.optionalMember("by");
    const auto within = json.optionalMember("within");
    const auto after = json.optionalMember("after");
    if (int(at.has_value()) + int(by.has_value()) + int(within.has_value()) > 1)
        json.fail("must have one of at, by and within at most");
    if (after && !within)
        after->fail("goes with within");
    if (at) {
        if (const auto place = readPlace(*at))
            return Expectation::At{*place};
    } else if (by) {
        if (const auto place = readPlace(*by))
            return Expectation::By{*place};
    } else if (within) {
        return Expectation::Within{
            within->number(0, Expectation::longestMs), after ? readPlace(*after) : std::nullopt};
    }
    return Expectation::AtEnd{};
}

Expectation readExpectation(const StrictJson &json)
{
    json.allowOnly({"name", "path", "operator", "value", "at", "by", "within", "after"});
    Expectation expectation;
    if (const auto name = json.optionalMember("name"))
        expectation.name = name->text();
    expectation.path = readPath(json.member("path"));
    const StrictJson word = json.member("operator");
    if (const auto op = operatorOf(word.name()))
        expectation.op = *op;
    else
        word.fail("is no operator; equals, notEquals, lessThan, atMost, greaterThan, atLeast, contains, "
                  "matches, exists and missing are");
    const JsonValue *value = findValue(json);
    if (value != nullptr)
        expectation.value = *value;
    if (takesValue(expectation.op) != (value != nullptr))
        json.fail("must have " + std::string(value != nullptr ? "no" : "a") + " value with " +
                  std::string(nameOf(expectation.op)));
    else if (const auto problem = problemOf(expectation.op, expectation.value))
        json.member("value").fail(*problem);
    expectation.when = readWhen(json);
    return expectation;
}

tl::unexpected<Error> bad(std::string_view source, const std::string &reason)
{
    return failure("bad_expectations", std::string(source) + ": " + reason,
        "Correct that place; docs/expectations.md says what a file of expectations holds.");
}

JsonValue placeJson(const StopPoint &place)
{
    constexpr std::size_t exactDigits = 15; // a JSON number says more of them only nearly
    const std::string text = place.text();
    if (!text.starts_with('#') || text.size() > exactDigits)
        return text;
    return std::stod(text.substr(1));
}

bool isPlainPath(const ValuePath &path)
{
    const Result<ValuePath> parsed = parseValuePath(pathText(path));
    return parsed && *parsed == path;
}

} // namespace

Result<std::vector<Expectation>> parseExpectations(std::string_view text, std::string_view source)
{
    const Result<JsonValue> json = parseJson(text);
    if (!json)
        return bad(source, json.error().message);
    JsonProblem problem;
    const StrictJson document(*json, problem);
    document.allowOnly({"$schema", "schema", "expectations"});
    const StrictJson schema = document.member("schema");
    if (schema.text() != schemaName)
        schema.fail("must be " + std::string(schemaName));
    std::vector<Expectation> expectations;
    for (const StrictJson &element : document.member("expectations").elements())
        expectations.push_back(readExpectation(element));
    if (problem.found())
        return bad(source, problem.text());
    return expectations;
}

Result<std::vector<Expectation>> readExpectations(const std::string &path)
{
    constexpr qint64 mostBytes = 16 << 20;
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure("expectations_unreadable",
            path + " cannot be read: " + file.errorString().toStdString(),
            "Check that it is there, and that it may be read.");
    }
    const QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return bad(path, "is larger than 16 MiB");
    return parseExpectations({bytes.constData(), static_cast<std::size_t>(bytes.size())}, path);
}

std::string expectationsText(const std::vector<Expectation> &expectations)
{
    JsonArray list;
    for (const Expectation &expectation : expectations)
        list.emplace_back(toJson(expectation));
    return toJsonText(
               JsonObject{{"schema", schemaName}, {"expectations", std::move(list)}}, JsonLayout::Indented) +
           '\n';
}

JsonObject toJson(const Expectation &expectation)
{
    JsonObject::Members members;
    if (!expectation.name.empty())
        members.push_back({"name", expectation.name});
    JsonArray parts(expectation.path.begin(), expectation.path.end());
    members.push_back({"path",
        isPlainPath(expectation.path) ? JsonValue(pathText(expectation.path)) : JsonValue(std::move(parts))});
    members.push_back({"operator", nameOf(expectation.op)});
    if (takesValue(expectation.op))
        members.push_back({"value", expectation.value});
    if (const auto *at = std::get_if<Expectation::At>(&expectation.when))
        members.push_back({"at", placeJson(at->place)});
    if (const auto *by = std::get_if<Expectation::By>(&expectation.when))
        members.push_back({"by", placeJson(by->place)});
    if (const auto *within = std::get_if<Expectation::Within>(&expectation.when)) {
        members.push_back({"within", within->ms});
        if (within->after)
            members.push_back({"after", placeJson(*within->after)});
    }
    return JsonObject(std::move(members));
}

Result<ValuePath> parseValuePath(std::string_view text)
{
    const auto isBad = [&] {
        return failure("bad_path", "'" + std::string(text) + "' is no path of a value",
            "Write its keys with dots between, such as factions.byId.vanguard_prime.fame.");
    };
    ValuePath path;
    std::string part;
    bool isClosed = false; // behind a ], where only a dot or another place may follow
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t close = text[i] == '[' ? text.find(']', i) : std::string_view::npos;
        if (close != std::string_view::npos && (!part.empty() || isClosed)) {
            if (!isClosed)
                path.push_back(std::exchange(part, {}));
            path.emplace_back(text.substr(i + 1, close - i - 1));
            if (path.back().empty() || !std::all_of(path.back().begin(), path.back().end(),
                                           [](char c) { return c >= '0' && c <= '9'; }))
                return isBad();
            i = close;
            isClosed = true;
        } else if (text[i] == '.') {
            if (part.empty() && !isClosed)
                return isBad();
            if (!isClosed)
                path.push_back(std::exchange(part, {}));
            isClosed = false;
            if (i + 1 == text.size())
                return isBad();
        } else if (isClosed) {
            return isBad();
        } else {
            part += text[i];
        }
    }
    if (!part.empty())
        path.push_back(part);
    if (path.empty())
        return isBad();
    return path;
}

} // namespace inspector
