// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/Redactor.h"

#include "core/base/EcmaJson.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace inspector {

namespace {

constexpr std::array<std::string_view, 9> secretEndings{"_TOKEN", "_SECRET", "_PASSWORD", "_PRIVATE_KEY",
    "_ACCESS_KEY", "_SECRET_KEY", "_SSH_KEY", "_API_KEY", "_CONNECTION_STRING"};

constexpr std::size_t shortestPiece = 4; // of a secret at a cut; shorter ones are in every word

std::string jsonForm(const std::string &value)
{
    const std::string quoted = toJsonText(JsonValue(value), JsonLayout::Compact);
    return quoted.substr(1, quoted.size() - 2);
}

std::string xmlForm(std::string_view value)
{
    std::string text;
    for (const char c : value) {
        if (c == '&')
            text += "&amp;";
        else if (c == '<')
            text += "&lt;";
        else if (c == '>')
            text += "&gt;";
        else if (c == '"')
            text += "&quot;";
        else if (c == '\'')
            text += "&apos;";
        else
            text += c;
    }
    return text;
}

/// As it stands between single quotes of a shell.
std::string shellForm(std::string_view value)
{
    std::string text;
    for (const char c : value)
        text += c == '\'' ? "'\\''" : std::string(1, c);
    return text;
}

/// Where the password of a URL in `text` stands, from `from` on: behind `scheme://user:`, before the `@`.
struct Span
{
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
};
Span nextUrlPassword(std::string_view text, std::size_t from)
{
    constexpr std::string_view separator = "://";
    constexpr std::string_view authorityEnds = "/?# \t\r\n\"'<>\\|";
    for (std::size_t at = text.find(separator, from); at != std::string_view::npos;
         at = text.find(separator, at + 1)) {
        const std::size_t begin = at + separator.size();
        const std::string_view authority =
            text.substr(begin, text.find_first_of(authorityEnds, begin) - begin);
        const std::size_t end = authority.rfind('@');
        const std::size_t colon = authority.find(':');
        if (end != std::string_view::npos && colon < end && colon + 1 < end)
            return {begin + colon + 1, begin + end};
    }
    return {};
}

} // namespace

Redactor::Redactor(const EnvironmentVariables &variables)
{
    for (const auto &[name, value] : variables.all()) {
        if (isSecretName(name))
            addSecret(value);
    }
    const auto longerFirst = [](const std::string &a, const std::string &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    };
    std::sort(m_secrets.begin(), m_secrets.end(), longerFirst);
    m_secrets.erase(std::unique(m_secrets.begin(), m_secrets.end()), m_secrets.end());
}

bool Redactor::isSecretName(std::string_view name)
{
    std::string upper(name);
    for (char &c : upper)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return std::any_of(secretEndings.begin(), secretEndings.end(),
        [&](std::string_view ending) { return upper.ends_with(ending); });
}

void Redactor::addSecret(const std::string &value)
{
    if (value.size() < shortestSecret)
        return;
    const QByteArray bytes = QByteArray::fromStdString(value);
    for (const std::string &form : {value, jsonForm(value), xmlForm(value), shellForm(value),
             bytes.toPercentEncoding().toStdString(), bytes.toPercentEncoding().toLower().toStdString(),
             bytes.toBase64().toStdString(), bytes.toBase64(QByteArray::Base64UrlEncoding).toStdString()})
        m_secrets.push_back(form);
    for (std::size_t from = 0; from < value.size();) { // tools print a key line by line
        const std::size_t end = std::min(value.find('\n', from), value.size());
        if (end - from >= shortestSecret && end - from < value.size())
            m_secrets.push_back(value.substr(from, end - from));
        from = end + 1;
    }
}

std::string Redactor::redacted(std::string_view text) const
{
    std::string clean(text);
    for (const std::string &secret : m_secrets) {
        for (std::size_t at = clean.find(secret); at != std::string::npos;
             at = clean.find(secret, at + mark.size()))
            clean.replace(at, secret.size(), mark);
    }
    for (Span span = nextUrlPassword(clean, 0); span.begin != std::string_view::npos;
         span = nextUrlPassword(clean, span.begin + mark.size()))
        clean.replace(span.begin, span.end - span.begin, mark);
    return clean;
}

JsonValue Redactor::redactedJson(const JsonValue &value) const
{
    if (const std::string *text = value.asString())
        return redacted(*text);
    if (const JsonArray *list = value.asArray()) {
        JsonArray elements;
        for (const JsonValue &element : *list)
            elements.push_back(redactedJson(element));
        return elements;
    }
    if (const JsonObject *object = value.asObject()) {
        JsonObject::Members members;
        for (const JsonObject::Member &member : *object)
            members.push_back({redacted(member.key), redactedJson(member.value)});
        return JsonObject(std::move(members));
    }
    return value;
}

std::string Redactor::redactedHead(std::string_view text) const
{
    std::string clean = redacted(text);
    std::size_t cut = 0;
    for (const std::string &secret : m_secrets) {
        for (std::size_t length = std::min(secret.size() - 1, clean.size()); length > cut && length >= shortestPiece; --length) {
            if (clean.ends_with(std::string_view(secret).substr(0, length)))
                cut = length;
        }
    }
    clean.resize(clean.size() - cut);
    return clean;
}

std::string Redactor::redactedTail(std::string_view text) const
{
    std::string clean = redacted(text);
    std::size_t cut = 0;
    for (const std::string &secret : m_secrets) {
        for (std::size_t length = std::min(secret.size() - 1, clean.size()); length > cut && length >= shortestPiece; --length) {
            if (clean.starts_with(std::string_view(secret).substr(secret.size() - length)))
                cut = length;
        }
    }
    clean.erase(0, cut);
    return clean;
}

} // namespace inspector
