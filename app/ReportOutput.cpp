// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ReportOutput.h"

#include "core/telemetry/AtomicFile.h"

#include <filesystem>

namespace inspector {

Result<void> writeResultFile(const std::string &path, const std::string &text)
{
    std::error_code ignored; // the writing tells
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    return writeFileAtomically(QString::fromStdString(path), text);
}

Result<void> writeReport(const std::string &report, const std::string &resultFile, std::FILE *out)
{
    if (!resultFile.empty())
        return writeResultFile(resultFile, report);
    if (std::fwrite(report.data(), 1, report.size(), out) != report.size() || std::fflush(out) != 0)
        return failure(
            "write_failed", "the report could not be written to standard output", "Give --result a file.");
    return {};
}

} // namespace inspector
