// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/EnvironmentVariables.h"

#include <map>
#include <string>
#include <string_view>

namespace inspector {

/// Reads the text of a Java properties file: `key=value`, `key: value`, comments, `\` escapes, lines that go
/// on behind a `\`. Of a repeated key the last one counts; nothing is an error.
[[nodiscard]] std::map<std::string, std::string> parseJavaProperties(std::string_view text);

/// TeamCity tells the id of a build in no variable, but in the properties file that
/// TEAMCITY_BUILD_PROPERTIES_FILE names, and in the one that this one names. Adds what the table of providers
/// asks for under the properties' own names, such as `teamcity.build.id`; a file that cannot be read adds
/// nothing.
void addTeamCityProperties(EnvironmentVariables &variables);

} // namespace inspector
