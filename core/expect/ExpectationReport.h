// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ReportFormat.h"
#include "core/expect/ExpectationResult.h"

#include <string>
#include <vector>

namespace inspector {

/// What became of the expectations of one input.
struct CheckedInput
{
    std::string name;
    std::vector<ExpectationResult> results;
    std::string error; ///< why it was not read, and so not checked; empty where it was
};

/// What is as expected, and what is not, input by input (docs/expectations.md, "What it says").
[[nodiscard]] std::string expectationReport(const std::vector<CheckedInput> &inputs, ReportFormat format);

/// One line: what was expected, why it is not so where it is not, and where that was decided.
[[nodiscard]] std::string resultText(const ExpectationResult &result);

/// "after record #185"; "at the end" where there is no record.
[[nodiscard]] std::string placeText(const ExpectationResult &result);

} // namespace inspector
