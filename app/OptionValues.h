// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diff/DiffReport.h"
#include "core/telemetry/ExportRequest.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <vector>

namespace inspector {

/// A mistake in what follows an option; its code is `usage`.
[[nodiscard]] tl::unexpected<Error> usageError(
    const std::string &message, const std::string &remedy = "See --help.");

/// Reads a whole number from `least` to `most`. All of these name `option` (without dashes) in their errors.
template <class T>
[[nodiscard]] Result<T> readWholeNumber(const std::string &option, const std::string &text, T least, T most)
{
    T number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
        return usageError("'" + text + "' is no value for --" + option,
            "Give a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
    }
    return number;
}

/// Reads "1,7,42".
[[nodiscard]] Result<std::vector<std::uint64_t>> readSeeds(
    const std::string &option, const std::string &text);
/// Reads "2/5".
[[nodiscard]] Result<Shard> readShard(const std::string &option, const std::string &text);
/// Reads "all" or "3".
[[nodiscard]] Result<SnapshotChoice> readSnapshotChoice(const std::string &option, const std::string &text);
/// Whether `text` is `second`; it must be that or `first`.
[[nodiscard]] Result<bool> readChoice(
    const std::string &option, const std::string &text, const std::string &first, const std::string &second);
/// Reads "text", "md" or "json".
[[nodiscard]] Result<ReportFormat> readReportFormat(const std::string &text);

} // namespace inspector
