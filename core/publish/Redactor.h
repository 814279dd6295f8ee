// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/publish/EnvironmentVariables.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

class QByteArray;

namespace inspector {

/// Takes secrets out of text that goes into a log or a manifest: the values of variables whose names say so,
/// as they are and in the forms that JSON, URLs, XML, base64 and a shell give them, and passwords in URLs
/// (docs/ci-integration.md, "Secrets").
class Redactor
{
public:
    static constexpr std::string_view mark = "[redacted]";
    static constexpr std::size_t shortestSecret = 6; ///< bytes; shorter values stand in every other word

    Redactor() = default;
    explicit Redactor(const EnvironmentVariables &variables);

    /// Whether the value of a variable of this name is a secret.
    [[nodiscard]] static bool isSecretName(std::string_view name);

    /// Takes one variable more, such as one that only a command is given.
    void addVariable(std::string_view name, const std::string &value);

    [[nodiscard]] std::string redacted(std::string_view text) const;
    enum class Keys
    {
        Redacted,
        Kept, ///< where they are those of a format: a secret may be a word that is one of them
    };
    /// With every text and number in it redacted, and every key.
    [[nodiscard]] JsonValue redactedJson(const JsonValue &value, Keys keys = Keys::Redacted) const;

    /// As `redacted`, of text that goes on behind its end, or began before its start: the piece of a secret
    /// that the cut left there goes as well.
    [[nodiscard]] std::string redactedHead(std::string_view text) const;
    [[nodiscard]] std::string redactedTail(std::string_view text) const;

private:
    void addSecret(const std::string &value);
    void addForm(const QByteArray &bytes);
    /// Length of the longest piece of a secret, not all of it, for which `isThere(secret, length)` holds.
    template <class IsThere>
    [[nodiscard]] std::size_t longestPiece(IsThere isThere) const;

    std::vector<std::string> m_secrets; // every form of each, the longest first
};

} // namespace inspector
