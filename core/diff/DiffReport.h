// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ReportFormat.h"
#include "core/diff/SessionComparison.h"

#include <string>

namespace inspector {

/// What differs, and where they part (docs/compare.md, "What it says").
[[nodiscard]] std::string diffReport(const SessionComparison &comparison, ReportFormat format);

} // namespace inspector
