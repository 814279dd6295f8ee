// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ReportFormat.h"
#include "core/compare/AlignedComparison.h"

#include <string>

namespace inspector {

/// What differs, the greatest effect first (docs/compare.md, "Aligned").
[[nodiscard]] std::string alignedReport(const AlignedComparison &comparison, ReportFormat format);

} // namespace inspector
