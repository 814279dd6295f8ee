// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/Redactor.h"

#include "core/base/EcmaJson.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

constexpr std::array<std::string_view, 10> secretEndings{"_TOKEN", "_ACCESSTOKEN", "_SECRET", "_PASSWORD",
    "_PRIVATE_KEY", "_ACCESS_KEY", "_SECRET_KEY", "_SSH_KEY", "_API_KEY", "_CONNECTION_STRING"};

constexpr std::size_t shortestPiece = 4; // of a secret at a cut; shorter ones are in every word

std::string jsonForm(const std::string &value)
{
    const std::string quoted = toJsonText(JsonValue(value), JsonLayout::Compact);
    return quoted.substr(1, quoted.size() - 2);
}

/// As writers of JSON spell it that escape what HTML would take for markup.
std::string jsonHtmlForm(const std::string &value)
{
    std::string text;
    for (const char c : jsonForm(value)) {
        if (c == '&')
            text += "\\u0026";
        else if (c == '<')
            text += "\\u003c";
        else if (c == '>')
            text += "\\u003e";
        else
            text += c;
    }
    return text;
}

std::string jsonSlashForm(const std::string &value)
{
    std::string text;
    for (const char c : jsonForm(value))
        text += c == '/' ? std::string("\\/") : std::string(1, c);
    return text;
}

/// Percent-encoded; `kept` is left as it is besides letters, digits and "-._~".
std::string percentForm(
    std::string_view value, std::string_view digits, std::string_view kept, bool plusForBlank)
{
    constexpr std::string_view unreserved = "-._~";
    std::string text;
    for (const char c : value) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain || unreserved.find(c) != std::string_view::npos || kept.find(c) != std::string_view::npos)
            text += c;
        else if (plusForBlank && c == ' ')
            text += '+';
        else
            text.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 0xfU]);
    }
    return text;
}

/// What base64 makes of the value behind `before` other bytes, without the characters that its neighbours
/// have a part in.
std::string base64Core(const std::string &value, std::size_t before, bool forUrls)
{
    constexpr std::size_t bitsOfByte = 8;
    constexpr std::size_t bitsOfCharacter = 6;
    const QByteArray bytes = QByteArray::fromStdString(std::string(before, ' ') + value);
    const std::string text =
        bytes.toBase64(forUrls ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding).toStdString();
    const std::size_t from = (before * bitsOfByte + bitsOfCharacter - 1) / bitsOfCharacter;
    const std::size_t to = (before + value.size()) * bitsOfByte / bitsOfCharacter;
    return text.substr(from, to - from);
}

std::string xmlForm(std::string_view value, std::string_view quote, std::string_view apostrophe)
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
            text += quote;
        else if (c == '\'')
            text += apostrophe;
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
    for (const auto &[name, value] : variables.all())
        addVariable(name, value);
}

void Redactor::addVariable(std::string_view name, const std::string &value)
{
    if (isSecretName(name))
        addSecret(value);
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
    constexpr std::string_view upper = "0123456789ABCDEF";
    constexpr std::string_view lower = "0123456789abcdef";
    constexpr std::size_t shifts = 3;
    for (const std::string &form : {value, jsonForm(value), jsonHtmlForm(value), jsonSlashForm(value),
             xmlForm(value, "&quot;", "&apos;"), xmlForm(value, "&#34;", "&#39;"), shellForm(value)})
        addForm(form);
    for (const std::string_view digits : {upper, lower}) {
        addForm(percentForm(value, digits, {}, false));
        addForm(percentForm(value, digits, "/", false));
        addForm(percentForm(value, digits, {}, true));
    }
    for (std::size_t before = 0; before < shifts; ++before) {
        addForm(base64Core(value, before, false));
        addForm(base64Core(value, before, true));
    }
    for (std::size_t from = 0; from < value.size();) { // tools print a key line by line
        const std::size_t end = std::min(value.find_first_of("\r\n", from), value.size());
        addForm(value.substr(from, end - from));
        from = end + 1;
    }
}

void Redactor::addForm(const std::string &form)
{
    const auto isLonger = [](const std::string &a, const std::string &b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    };
    if (form.size() < shortestSecret)
        return;
    const auto place = std::lower_bound(m_secrets.begin(), m_secrets.end(), form, isLonger);
    if (place == m_secrets.end() || *place != form)
        m_secrets.insert(place, form);
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
    if (const double *number = value.asNumber()) {
        std::string text;
        appendJsonNumber(text, *number);
        std::string clean = redacted(text);
        return clean == text ? value : JsonValue(std::move(clean));
    }
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
        for (std::size_t length = std::min(secret.size() - 1, clean.size());
             length > cut && length >= shortestPiece; --length) {
            if (clean.ends_with(std::string_view(secret).substr(0, length)))
                cut = length;
        }
    }
    clean.resize(clean.size() - cut);
    // "://user:pass" whose "@" is behind the cut
    const std::size_t url = clean.rfind("://");
    const std::size_t colon = url == std::string::npos ? url : clean.find(':', url + 3);
    if (colon != std::string::npos && clean.find_first_of(" \t\r\n/@", url + 3) == std::string::npos)
        clean.resize(colon + 1);
    return clean;
}

std::string Redactor::redactedTail(std::string_view text) const
{
    std::string clean = redacted(text);
    std::size_t cut = 0;
    for (const std::string &secret : m_secrets) {
        for (std::size_t length = std::min(secret.size() - 1, clean.size());
             length > cut && length >= shortestPiece; --length) {
            if (clean.starts_with(std::string_view(secret).substr(secret.size() - length)))
                cut = length;
        }
    }
    clean.erase(0, cut);
    // "word@host" whose "://user:pass" is before the cut
    const std::size_t end = clean.find_first_of(" \t\r\n/@");
    if (end != std::string::npos && clean[end] == '@')
        clean.erase(0, end);
    return clean;
}

} // namespace inspector
