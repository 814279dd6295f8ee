// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inspector {

/// The first thing that is wrong in a JSON text; what goes wrong after it is mostly its consequence.
class JsonProblem
{
public:
    [[nodiscard]] bool found() const { return !m_text.empty(); }
    /// Member path and reason, such as `factions[0].name must be a string, not a number`.
    [[nodiscard]] const std::string &text() const { return m_text; }

    void report(std::string_view path, std::string_view reason);

private:
    std::string m_text;
};

/// A place in a JSON value that must be exactly as its reader wants it. Whatever is not is reported with its
/// path, and an empty value is returned in its stead, so that a reader can go on and ask once at the end
/// whether a problem was found. The value and the problem must outlive it.
class StrictJson
{
public:
    StrictJson(const JsonValue &value, JsonProblem &problem)
        : StrictJson(value, {}, problem)
    {}

    /// A member that must be there; null counts as missing.
    [[nodiscard]] StrictJson member(std::string_view key) const;
    /// A member that may be missing or null.
    [[nodiscard]] std::optional<StrictJson> optionalMember(std::string_view key) const;
    /// All members, in key order.
    [[nodiscard]] std::vector<std::pair<std::string, StrictJson>> members() const;
    [[nodiscard]] std::vector<StrictJson> elements() const;

    [[nodiscard]] std::string text() const;
    /// A text with at least one character.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] double number() const;
    /// A number from `least` to `most`.
    [[nodiscard]] double number(double least, double most) const;
    [[nodiscard]] bool flag() const;

    [[nodiscard]] bool isObject() const { return m_value->asObject() != nullptr; }
    [[nodiscard]] bool isList() const { return m_value->asArray() != nullptr; }
    [[nodiscard]] const JsonValue &value() const { return *m_value; }

    /// Reports a member that is none of these: most likely a misspelt one.
    void allowOnly(std::initializer_list<std::string_view> keys) const;
    /// Reports that this place is wrong; `reason` goes on from its path.
    void fail(std::string_view reason) const { m_problem->report(m_path, reason); }

private:
    StrictJson(const JsonValue &value, std::string path, JsonProblem &problem)
        : m_value(&value)
        , m_path(std::move(path))
        , m_problem(&problem)
    {}

    [[nodiscard]] std::string pathOf(std::string_view key) const;
    void failType(std::string_view expected) const;

    const JsonValue *m_value;
    std::string m_path;
    JsonProblem *m_problem;
};

} // namespace inspector
