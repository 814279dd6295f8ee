// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// One option of the command line (docs/command-line.md).
struct OptionSpec
{
    std::string_view name;  ///< without dashes, e.g. "artifact-dir"; one letter for a short one
    std::string_view alias; ///< the short or long twin, or empty
    std::string_view value; ///< what it takes, e.g. "DIR"; empty for a flag
    std::string_view help;  ///< one sentence, with default and environment variable
};

/// Every option, in the order in which the help lists them.
[[nodiscard]] const std::vector<OptionSpec> &optionTable();

/// The option that is called so, by name or alias, also in camel case ("artifactDir"); nullptr where there is
/// none.
[[nodiscard]] const OptionSpec *findOption(std::string_view name);

/// A name with the dashes with which it is typed.
[[nodiscard]] std::string dashed(std::string_view name);

/// The option whose name needs the fewest changes to become `name`, or empty when none is near.
[[nodiscard]] std::string nearestOption(std::string_view name);

/// The help text: usage, options, examples.
[[nodiscard]] std::string helpText();

} // namespace inspector
