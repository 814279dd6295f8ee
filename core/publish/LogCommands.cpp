// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/LogCommands.h"

#include "core/base/SafeText.h"
#include "core/base/Utf8.h"

#include <QString>

namespace inspector {

namespace {

struct Replacement
{
    char character;
    std::string_view text;
};

template <std::size_t N>
std::string replaced(std::string_view text, const Replacement (&replacements)[N])
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        std::string_view as(&c, 1);
        for (const Replacement &each : replacements) {
            if (each.character == c)
                as = each.text;
        }
        out += as;
    }
    return out;
}

constexpr Replacement githubMessageRules[] = {{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}};
constexpr Replacement githubPropertyRules[] = {
    {'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}, {':', "%3A"}, {',', "%2C"}};
constexpr Replacement azureRules[] = {
    {'%', "%AZP25"}, {';', "%3B"}, {'\r', "%0D"}, {'\n', "%0A"}, {']', "%5D"}};

/// What no escape of the provider names, such as an ANSI sequence, is spelled out first.
template <std::size_t N>
std::string escaped(std::string_view text, const Replacement (&replacements)[N])
{
    std::string kept;
    for (const char c : text) {
        const bool isEscape = static_cast<unsigned char>(c) < 0x20 && c != '\r' && c != '\n' && c != '\t';
        kept += isEscape || c == 0x7f ? safeForLog(std::string_view(&c, 1)) : std::string(1, c);
    }
    return replaced(kept, replacements);
}

/// TeamCity reads messages as UTF-16: what is not ASCII goes as |0xNNNN.
std::string teamCityValue(std::string_view text)
{
    constexpr char16_t del = 0x7f;
    constexpr int base = 16;
    std::string out;
    for (const QChar c : QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))) {
        switch (c.unicode()) {
        case u'|':
            out += "||";
            break;
        case u'\'':
            out += "|'";
            break;
        case u'[':
            out += "|[";
            break;
        case u']':
            out += "|]";
            break;
        case u'\n':
            out += "|n";
            break;
        case u'\r':
            out += "|r";
            break;
        default:
            if (c.unicode() < u' ' || c.unicode() >= del) {
                const QString code = QString::number(c.unicode(), base);
                out.append("|0x").append(code.rightJustified(4, QLatin1Char('0')).toStdString());
            } else {
                out += static_cast<char>(c.unicode());
            }
        }
    }
    return out;
}

} // namespace

std::string githubCommand(std::string_view name, const LogAttributes &properties, std::string_view message)
{
    constexpr std::size_t mostMessageBytes = 4096;
    std::string line = "::" + std::string(name);
    std::string_view separator = " ";
    for (const auto &[key, value] : properties) {
        line.append(separator).append(key).append("=").append(escaped(value, githubPropertyRules));
        separator = ",";
    }
    return line.append("::").append(escaped(utf8Start(message, mostMessageBytes), githubMessageRules));
}

std::string azureCommand(std::string_view name, const LogAttributes &properties, std::string_view data)
{
    std::string line = "##vso[" + std::string(name);
    std::string_view separator = " ";
    for (const auto &[key, value] : properties) {
        line.append(separator).append(key).append("=").append(escaped(value, azureRules));
        separator = ";";
    }
    return line.append("]").append(escaped(data, azureRules));
}

std::string teamCityMessage(std::string_view name, const LogAttributes &attributes)
{
    std::string line = "##teamcity[" + std::string(name);
    for (const auto &[key, value] : attributes) {
        line += ' ';
        if (!key.empty())
            line.append(key).append("=");
        line.append("'").append(teamCityValue(value)).append("'");
    }
    return line + ']';
}

} // namespace inspector
