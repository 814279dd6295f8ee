// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveAccess.h"

#include <QRandomGenerator>
#include <QString>

#include <algorithm>
#include <array>

namespace inspector {

namespace {

bool isLoopback(std::string_view host)
{
    static constexpr std::array<std::string_view, 3> names{"localhost", "127.0.0.1", "[::1]"};
    return std::find(names.begin(), names.end(), host) != names.end();
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char &c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

bool isPort(std::string_view text)
{
    constexpr std::size_t mostDigits = 5;
    return !text.empty() && text.size() <= mostDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "host" or "host:port"; an address of version 6 stands in brackets. Empty where it is none of these.
std::string hostOf(std::string_view authority)
{
    const std::size_t closed = authority.find(']');
    const std::size_t colon = authority.find(':', closed == std::string_view::npos ? 0 : closed);
    if (colon == std::string_view::npos)
        return lower(authority);
    return isPort(authority.substr(colon + 1)) ? lower(authority.substr(0, colon)) : std::string();
}

/// Whether it is http or https from this machine, at any port.
bool isLocalPage(std::string_view origin)
{
    const std::string text = lower(origin);
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (text.starts_with(scheme))
            return isLoopback(hostOf(std::string_view(text).substr(scheme.size())));
    }
    return false;
}

} // namespace

std::string LiveAccess::makeToken()
{
    constexpr int halves = 2;
    constexpr int digits = 16;
    constexpr int base = 16;
    QString token;
    for (int i = 0; i < halves; ++i)
        token += QStringLiteral("%1").arg(
            QRandomGenerator::system()->generate64(), digits, base, QLatin1Char('0'));
    return token.toStdString();
}

Result<void> LiveAccess::checkHost(std::string_view host)
{
    if (isLoopback(hostOf(host)))
        return {};
    return failure("bad_host",
        "the page dialled \"" + std::string(host) + "\", which is no name of this machine",
        "Dial ws://127.0.0.1 with the port that is shown.");
}

Result<void> LiveAccess::checkOrigin(std::string_view origin) const
{
    if (origin.empty() || origin == "null") {
        if (allowsNoOrigin)
            return {};
        return failure("bad_origin",
            origin.empty() ? "whoever dials does not say where the page is from"
                           : "the page is a file or sandboxed, and has no origin",
            "Serve the game from http://localhost, or allow it with --allow-no-origin.");
    }
    const std::string given = lower(origin);
    const bool isListed = std::any_of(
        origins.begin(), origins.end(), [&](const std::string &each) { return lower(each) == given; });
    if (isListed || isLocalPage(origin))
        return {};
    const std::string where(origin);
    return failure("bad_origin", "the page is served from " + where,
        "Allow it with --allow-origin " + where + ", or serve the game from http://localhost.");
}

Result<void> LiveAccess::checkToken(std::string_view given) const
{
    unsigned difference = token.size() == given.size() ? 0U : 1U;
    for (std::size_t i = 0; i < given.size() && !token.empty(); ++i)
        difference |=
            static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(token[i % token.size()]);
    if (difference == 0 && !token.empty())
        return {};
    return failure("bad_token", given.empty() ? "the page gave no token" : "the page gave another token",
        "Copy the snippet again: the token in it is the one that counts.");
}

} // namespace inspector
