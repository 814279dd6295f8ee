// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/Redactor.h"

#include "core/base/EcmaJson.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

constexpr std::array<std::string_view, 10> secretEndings{"_TOKEN", "_ACCESSTOKEN", "_SECRET", "_PASSWORD",
    "_PRIVATE_KEY", "_ACCESS_KEY", "_SECRET_KEY", "_SSH_KEY", "_API_KEY", "_CONNECTION_STRING"};

constexpr std::size_t shortestPiece = 4; // of a secret at a cut; shorter ones are in every word

QByteArray jsonForm(const QByteArray &value)
{
    const std::string quoted = toJsonText(JsonValue(value.toStdString()), JsonLayout::Compact);
    return QByteArray::fromStdString(quoted.substr(1, quoted.size() - 2));
}

/// As writers of JSON spell it that escape what HTML would take for markup.
QByteArray jsonHtmlForm(const QByteArray &value)
{
    return jsonForm(value).replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e");
}

/// Percent-encoded with lower-case digits, as some do.
QByteArray withLowerDigits(QByteArray encoded)
{
    for (qsizetype at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1))
        encoded.replace(at + 1, 2, encoded.mid(at + 1, 2).toLower());
    return encoded;
}

QByteArray xmlForm(const QByteArray &value, const char *quote, const char *apostrophe)
{
    QByteArray text = value;
    return text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', quote)
        .replace('\'', apostrophe);
}

/// What base64 makes of the value behind `before` other bytes, without the characters that its neighbours
/// have a part in.
QByteArray base64Core(const QByteArray &value, qsizetype before, QByteArray::Base64Option alphabet)
{
    constexpr qsizetype bitsOfByte = 8;
    constexpr qsizetype bitsOfCharacter = 6;
    const QByteArray text = QByteArray(before, ' ').append(value).toBase64(alphabet);
    const qsizetype from = (before * bitsOfByte + bitsOfCharacter - 1) / bitsOfCharacter;
    const qsizetype to = (before + value.size()) * bitsOfByte / bitsOfCharacter;
    return text.mid(from, to - from);
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
    const QByteArray upper = QByteArray(name.data(), static_cast<qsizetype>(name.size())).toUpper();
    return std::any_of(secretEndings.begin(), secretEndings.end(), [&](std::string_view ending) {
        return upper.endsWith(QByteArrayView(ending.data(), static_cast<qsizetype>(ending.size())));
    });
}

void Redactor::addSecret(const std::string &value)
{
    if (value.size() < shortestSecret)
        return;
    constexpr qsizetype shifts = 3;
    const QByteArray bytes = QByteArray::fromStdString(value);
    for (const QByteArray &form :
        {bytes, jsonForm(bytes), jsonHtmlForm(bytes), jsonForm(bytes).replace('/', "\\/"),
            xmlForm(bytes, "&quot;", "&apos;"), xmlForm(bytes, "&#34;", "&#39;"),
            QByteArray(bytes).replace('\'', "'\\''")}) // between single quotes of a shell
        addForm(form);
    for (const QByteArray &encoded : {bytes.toPercentEncoding(), bytes.toPercentEncoding("/"),
             bytes.toPercentEncoding(" ").replace(' ', '+')}) {
        addForm(encoded);
        addForm(withLowerDigits(encoded));
    }
    for (qsizetype before = 0; before < shifts; ++before) {
        addForm(base64Core(bytes, before, QByteArray::Base64Encoding));
        addForm(base64Core(bytes, before, QByteArray::Base64UrlEncoding));
    }
    for (const QByteArray &line : QByteArray(bytes).replace('\r', '\n').split('\n'))
        addForm(line); // tools print a key line by line
}

void Redactor::addForm(const QByteArray &bytes)
{
    const std::string form = bytes.toStdString();
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

JsonValue Redactor::redactedJson(const JsonValue &value, Keys keys) const
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
            elements.push_back(redactedJson(element, keys));
        return elements;
    }
    if (const JsonObject *object = value.asObject()) {
        JsonObject::Members members;
        for (const JsonObject::Member &member : *object)
            members.push_back(
                {keys == Keys::Kept ? member.key : redacted(member.key), redactedJson(member.value, keys)});
        return JsonObject(std::move(members));
    }
    return value;
}

template <class IsThere>
std::size_t Redactor::longestPiece(IsThere isThere) const
{
    std::size_t longest = 0;
    for (const std::string &secret : m_secrets) {
        for (std::size_t length = secret.size() - 1; length > longest && length >= shortestPiece; --length) {
            if (isThere(std::string_view(secret), length))
                longest = length;
        }
    }
    return longest;
}

std::string Redactor::redactedHead(std::string_view text) const
{
    std::string clean = redacted(text);
    clean.resize(clean.size() - longestPiece([&](std::string_view secret, std::size_t length) {
        return clean.ends_with(secret.substr(0, length));
    }));
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
    clean.erase(0, longestPiece([&](std::string_view secret, std::size_t length) {
        return clean.starts_with(secret.substr(secret.size() - length));
    }));
    // "word@host" whose "://user:pass" is before the cut
    const std::size_t end = clean.find_first_of(" \t\r\n/@");
    if (end != std::string::npos && clean[end] == '@')
        clean.erase(0, end);
    return clean;
}

} // namespace inspector
