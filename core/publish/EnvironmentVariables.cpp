// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/EnvironmentVariables.h"

#include <unistd.h>

namespace inspector {

EnvironmentVariables EnvironmentVariables::ofProcess()
{
    EnvironmentVariables variables;
    for (char **each = environ; each != nullptr && *each != nullptr; ++each) {
        const std::string_view entry(*each);
        const std::size_t equals = entry.find('=');
        if (equals != std::string_view::npos)
            variables.set(std::string(entry.substr(0, equals)), std::string(entry.substr(equals + 1)));
    }
    return variables;
}

std::optional<std::string> EnvironmentVariables::value(std::string_view name) const
{
    const auto found = m_variables.find(name);
    if (found == m_variables.end() || found->second.empty())
        return std::nullopt;
    return found->second;
}

} // namespace inspector
