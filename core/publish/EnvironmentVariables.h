// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace inspector {

/// The environment of a process, as a value: what a CI provider says about a job, in tests what a provider
/// would say.
class EnvironmentVariables
{
public:
    EnvironmentVariables() = default;
    EnvironmentVariables(std::initializer_list<std::pair<const std::string, std::string>> variables)
        : m_variables(variables)
    {}

    /// Those of this process.
    [[nodiscard]] static EnvironmentVariables ofProcess();

    void set(std::string name, std::string value)
    {
        m_variables.insert_or_assign(std::move(name), std::move(value));
    }

    /// The value; nothing for a variable that is not set or empty.
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const { return value(name).has_value(); }

    /// All of them, by name.
    [[nodiscard]] const std::map<std::string, std::string, std::less<>> &all() const { return m_variables; }

private:
    std::map<std::string, std::string, std::less<>> m_variables;
};

} // namespace inspector
