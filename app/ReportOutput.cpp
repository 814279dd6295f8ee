// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ReportOutput.h"

#include "core/telemetry/AtomicFile.h"

namespace inspector {

Result<void> writeReport(const std::string &report, const std::string &resultFile, std::FILE *out)
{
    if (!resultFile.empty())
        return writeFileWithFolder(resultFile, report);
    if (std::fwrite(report.data(), 1, report.size(), out) != report.size() || std::fflush(out) != 0)
        return failure(
            "write_failed", "the report could not be written to standard output", "Give --result a file.");
    return {};
}

} // namespace inspector
