// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inspector {

/// Lines that a CI provider takes for commands, escaped by the provider's own rule (docs/ci-integration.md,
/// "Log commands"): whatever stands in a value, it stays a value.
using LogAttributes = std::vector<std::pair<std::string_view, std::string>>;

/// `::name key=value,…::message` of GitHub. The message is cut to what GitHub shows of it.
[[nodiscard]] std::string githubCommand(
    std::string_view name, const LogAttributes &properties, std::string_view message);

/// `##vso[name key=value;…]data` of Azure Pipelines.
[[nodiscard]] std::string azureCommand(
    std::string_view name, const LogAttributes &properties, std::string_view data);

/// `##teamcity[name key='value' …]`, or `##teamcity[name 'value']` for the one attribute without a name.
[[nodiscard]] std::string teamCityMessage(std::string_view name, const LogAttributes &attributes);

} // namespace inspector
