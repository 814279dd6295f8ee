// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/PublishCommand.h"

#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <cmath>

namespace inspector {

namespace {

constexpr std::string_view artifactsPlace = "{artifacts}";

/// Reads one command of `source`.
class CommandReader
{
public:
    explicit CommandReader(const std::string &source)
        : m_source(source)
    {}

    [[nodiscard]] Result<PublishCommand> read(const JsonValue &value) const
    {
        PublishCommand command;
        Result<void> done;
        if (value.asString() != nullptr)
            done = readText(value, "command", command.program);
        else if (const JsonArray *words = value.asArray())
            done = readWords(*words, command);
        else if (const JsonObject *object = value.asObject())
            done = readObject(*object, command);
        else
            done = wrong("a command is a text, a list or an object, not a " + std::string(value.typeName()));
        if (!done)
            return tl::unexpected(done.error());
        if (command.program.empty())
            return wrong("a command names no program");
        return command;
    }

    [[nodiscard]] tl::unexpected<Error> wrong(const std::string &what) const
    {
        return failure("usage", m_source + ": " + what,
            R"(Give "program", ["program", "argument"] or {"command": "program", "args": ["argument"]}.)");
    }

private:
    [[nodiscard]] Result<void> readText(
        const JsonValue &value, std::string_view name, std::string &into) const
    {
        const std::string *text = value.asString();
        if (text == nullptr)
            return wrong(
                "\"" + std::string(name) + "\" must be a text, not a " + std::string(value.typeName()));
        if (text->find('\0') != std::string::npos)
            return wrong("\"" + std::string(name) + "\" holds a NUL, which no program can be given");
        into = *text;
        return {};
    }

    [[nodiscard]] Result<void> readWords(const JsonArray &words, PublishCommand &command) const
    {
        if (words.empty())
            return wrong("a command is an empty list");
        if (auto program = readText(words.front(), "command", command.program); !program)
            return program;
        return readArguments({words.begin() + 1, words.end()}, command);
    }

    [[nodiscard]] Result<void> readArguments(const JsonArray &words, PublishCommand &command) const
    {
        for (const JsonValue &word : words) {
            if (auto argument = readText(word, "args", command.arguments.emplace_back()); !argument)
                return argument;
        }
        return {};
    }

    [[nodiscard]] Result<void> readObject(const JsonObject &object, PublishCommand &command) const
    {
        for (const JsonObject::Member &member : object) {
            if (auto read = readMember(member, command); !read)
                return read;
        }
        return {};
    }

    [[nodiscard]] Result<void> readMember(const JsonObject::Member &member, PublishCommand &command) const
    {
        const JsonValue &value = member.value;
        if (member.key == "command")
            return readText(value, member.key, command.program);
        if (member.key == "cwd")
            return readText(value, member.key, command.folder);
        if (member.key == "args") {
            const JsonArray *words = value.asArray();
            return words == nullptr ? wrong("\"args\" must be a list of texts")
                                    : readArguments(*words, command);
        }
        if (member.key == "env")
            return readEnvironment(value, command);
        if (member.key == "timeout")
            return readNumber(value, member.key, leastSeconds, mostSeconds).map([&](double seconds) {
                command.timeoutMs = static_cast<std::uint64_t>(std::ceil(seconds * msPerSecond));
            });
        if (member.key == "retries")
            return readNumber(value, member.key, 0, mostRetries).and_then([&](double count) -> Result<void> {
                if (count != std::trunc(count))
                    return wrong("\"retries\" must be a whole number");
                command.retries = static_cast<unsigned>(count);
                return {};
            });
        return wrong(
            "a command has no \"" + member.key + "\"; it has command, args, env, cwd, timeout and retries");
    }

    [[nodiscard]] Result<void> readEnvironment(const JsonValue &value, PublishCommand &command) const
    {
        const JsonObject *variables = value.asObject();
        if (variables == nullptr)
            return wrong("\"env\" must be an object of texts");
        for (const JsonObject::Member &variable : *variables) {
            if (variable.key.empty() ||
                variable.key.find_first_of(std::string_view("=\0", 2)) != std::string::npos)
                return wrong("\"env\": '" + variable.key + "' is no name of a variable");
            auto &[name, text] = command.environment.emplace_back(variable.key, std::string());
            if (auto read = readText(variable.value, name, text); !read)
                return read;
        }
        return {};
    }

    [[nodiscard]] Result<double> readNumber(
        const JsonValue &value, std::string_view name, double least, double most) const
    {
        const double *number = value.asNumber();
        if (number != nullptr && *number >= least && *number <= most)
            return *number;
        std::string range = " must be a number from ";
        appendJsonNumber(range, least);
        appendJsonNumber(range += " to ", most);
        return wrong("\"" + std::string(name) + "\"" + range);
    }

    static constexpr double msPerSecond = 1000;
    static constexpr double leastSeconds = 0.001;
    static constexpr double mostSeconds = 86'400;
    static constexpr double mostRetries = 10;

    const std::string &m_source;
};

/// An array that holds commands, or none, rather than being one: its first element is no text.
bool isListOfCommands(const JsonValue &value)
{
    const JsonArray *list = value.asArray();
    return list != nullptr && (list->empty() || list->front().asString() == nullptr);
}

/// A name such as "true" or "7" is JSON as well, but is meant as the name that it is.
bool isPlainName(const JsonValue &value)
{
    return value.asString() == nullptr && value.asArray() == nullptr && value.asObject() == nullptr;
}

Result<std::vector<PublishCommand>> readAll(const JsonArray &values, const std::string &source)
{
    std::vector<PublishCommand> commands;
    for (const JsonValue &value : values) {
        Result<PublishCommand> command = CommandReader(source).read(value);
        if (!command)
            return tl::unexpected(command.error());
        commands.push_back(std::move(*command));
    }
    return commands;
}

Result<std::vector<PublishCommand>> readLines(std::string_view text, const std::string &source)
{
    JsonArray values;
    for (std::uint64_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const QByteArrayView trimmed = QByteArrayView(text.data(), static_cast<qsizetype>(end)).trimmed();
        const std::string_view line(trimmed.data(), static_cast<std::size_t>(trimmed.size()));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        auto json = parseJson(line);
        if (json && !isPlainName(*json))
            values.push_back(std::move(*json));
        else if (line.front() == '{' || line.front() == '[' || line.front() == '"') // may hold a secret
            return CommandReader(source).wrong(
                "line " + std::to_string(number) + ": " + json.error().message);
        else
            values.emplace_back(line);
    }
    return readAll(values, source);
}

/// One pass, so that a path that itself looks like a placeholder is not filled in again.
std::string filledText(std::string_view text, const PublishPlaces &places, const std::string &allPaths)
{
    const std::array<std::pair<std::string_view, std::string_view>, 4> values{
        {{"{artifactDir}", places.artifactDir}, {"{manifest}", places.manifest}, {"{prefix}", places.prefix},
            {artifactsPlace, allPaths}}};
    std::string out;
    while (!text.empty()) {
        const auto *value = std::find_if(
            values.begin(), values.end(), [&](const auto &each) { return text.starts_with(each.first); });
        const bool isPlace = value != values.end();
        out += isPlace ? value->second : text.substr(0, 1);
        text.remove_prefix(isPlace ? value->first.size() : 1);
    }
    return out;
}

} // namespace

Result<std::vector<PublishCommand>> parsePublishCommands(std::string_view text, const std::string &source)
{
    const auto whole = parseJson(text);
    if (!whole || isPlainName(*whole))
        return readLines(text, source);
    return readAll(isListOfCommands(*whole) ? *whole->asArray() : JsonArray{*whole}, source);
}

PublishCommand filled(PublishCommand command, const PublishPlaces &places)
{
    std::string allPaths;
    for (const std::string &path : places.artifacts)
        allPaths.append(allPaths.empty() ? "" : " ").append(path);
    const auto fill = [&](std::string &text) { text = filledText(text, places, allPaths); };
    std::vector<std::string> arguments;
    for (std::string &argument : command.arguments) {
        if (argument == artifactsPlace) {
            arguments.insert(arguments.end(), places.artifacts.begin(), places.artifacts.end());
            continue;
        }
        fill(argument);
        arguments.push_back(std::move(argument));
    }
    command.arguments = std::move(arguments);
    fill(command.program);
    fill(command.folder);
    for (auto &[name, value] : command.environment)
        fill(value);
    return command;
}

} // namespace inspector
