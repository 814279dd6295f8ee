// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/TeamCityProperties.h"

#include <QFile>
#include <QString>

#include <algorithm>
#include <array>
#include <charconv>

namespace inspector {

namespace {

constexpr std::array<std::string_view, 4> wanted{
    "teamcity.build.id", "teamcity.build.branch", "teamcity.buildType.id", "teamcity.serverUrl"};
constexpr std::string_view blanks = " \t\f";

std::string_view withoutLeadingBlanks(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text;
}

/// Whether the line ends with a `\` that is not itself escaped.
bool goesOn(std::string_view line)
{
    const std::size_t last = line.find_last_not_of('\\');
    const std::size_t slashes = line.size() - (last == std::string_view::npos ? 0 : last + 1);
    return slashes % 2 == 1;
}

/// Appends the character that the escape at `at` (what is behind the `\\`) stands for; returns where it ends.
std::size_t unescapeOne(std::string_view text, std::size_t at, QString &into)
{
    constexpr std::string_view letters = "tnrf";
    constexpr std::string_view characters = "\t\n\r\f";
    constexpr std::size_t unicodeDigits = 4;
    constexpr int base = 16;
    if (text[at] == 'u') {
        const std::string_view digits = text.substr(at + 1, unicodeDigits);
        unsigned code = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
        if (error == std::errc{} && digits.size() == unicodeDigits && end == digits.data() + digits.size()) {
            into += QChar(static_cast<char16_t>(code));
            return at + 1 + unicodeDigits;
        }
    }
    const std::size_t letter = letters.find(text[at]);
    into += QLatin1Char(letter == std::string_view::npos ? text[at] : characters[letter]);
    return at + 1;
}

/// The files are in Latin-1; other characters are escaped, those beyond 16 bits as a pair of surrogates.
std::string unescaped(std::string_view text)
{
    QString plain;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\\' && i + 1 < text.size())
            i = unescapeOne(text, i + 1, plain);
        else
            plain += QLatin1Char(text[i++]);
    }
    return plain.toStdString();
}

/// Where the key of a line ends: at the first blank, `=` or `:` that is not escaped.
std::size_t endOfKey(std::string_view line)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\')
            ++i;
        else if (line[i] == '=' || line[i] == ':' || blanks.find(line[i]) != std::string_view::npos)
            return i;
    }
    return line.size();
}

std::map<std::string, std::string> propertiesOf(const std::string &path)
{
    constexpr qint64 mostBytes = 4LL << 20U; // they have some hundred lines
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseJavaProperties(file.read(mostBytes).toStdString());
}

} // namespace

std::map<std::string, std::string> parseJavaProperties(std::string_view text)
{
    std::map<std::string, std::string> properties;
    std::string logical; // a line with those that it goes on in
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string_view line = withoutLeadingBlanks(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (logical.empty() && (line.empty() || line.front() == '#' || line.front() == '!'))
            continue;
        logical += line;
        if (goesOn(line) && !text.empty()) {
            logical.pop_back();
            continue;
        }
        const std::size_t keyEnd = endOfKey(logical);
        std::string_view value = withoutLeadingBlanks(std::string_view(logical).substr(keyEnd));
        if (!value.empty() && (value.front() == '=' || value.front() == ':'))
            value = withoutLeadingBlanks(value.substr(1));
        properties[unescaped(std::string_view(logical).substr(0, keyEnd))] = unescaped(value);
        logical.clear();
    }
    return properties;
}

void addTeamCityProperties(EnvironmentVariables &variables)
{
    const auto path = variables.value("TEAMCITY_BUILD_PROPERTIES_FILE");
    if (!path)
        return;
    std::map<std::string, std::string> properties = propertiesOf(*path);
    if (const auto more = properties.find("teamcity.configuration.properties.file"); more != properties.end())
        properties.merge(propertiesOf(more->second));
    for (const std::string_view name : wanted) {
        if (const auto found = properties.find(std::string(name)); found != properties.end())
            variables.set(found->first, found->second);
    }
}

} // namespace inspector
