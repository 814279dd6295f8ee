// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdio>
#include <string>

namespace inspector {

/// Writes a report to the file of --result, or to `out` where that is empty. Error `write_failed`.
[[nodiscard]] Result<void> writeReport(
    const std::string &report, const std::string &resultFile, std::FILE *out);

} // namespace inspector
