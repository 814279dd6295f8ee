// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expect/Expectation.h"

#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// Reads a file of expectations (docs/expectations.md, resources/schemas/expectations.schema.json). `source`
/// names it in the error, `bad_expectations`.
[[nodiscard]] Result<std::vector<Expectation>> parseExpectations(
    std::string_view text, std::string_view source);

/// The same out of a file. Errors: `expectations_unreadable`, `bad_expectations`.
[[nodiscard]] Result<std::vector<Expectation>> readExpectations(const std::string &path);

/// As such a file has them; parseExpectations() reads the same out of it.
[[nodiscard]] std::string expectationsText(const std::vector<Expectation> &expectations);

/// One of them, as the file has it.
[[nodiscard]] JsonObject toJson(const Expectation &expectation);

/// Reads "factions.byId.wraith_network.fame" and "tutorial.completedSteps[0]". Error `bad_path`.
[[nodiscard]] Result<ValuePath> parseValuePath(std::string_view text);

} // namespace inspector
