// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inspector {

/// What one writer did in all batches that were told of, and how long that took.
struct WriterTotals
{
    std::string writer;
    std::uint64_t batches = 0;
    std::uint64_t artifacts = 0; ///< written
    std::uint64_t failures = 0;
    double totalMs = 0;
    double worstMs = 0; ///< an artifact of the slowest batch; the payload tells no more than a batch's sum

    /// An artifact, of all batches.
    [[nodiscard]] double msEach() const
    {
        const std::uint64_t tries = artifacts + failures;
        return tries == 0 ? 0 : totalMs / static_cast<double>(tries);
    }

    friend bool operator==(const WriterTotals &, const WriterTotals &) = default;
};

/// Adds what the payload of a `telemetry:artifacts_written` tells of each writer (docs/formats.md). What it
/// does not tell rightly is passed over, and so are writers beyond 64.
void addWriters(std::vector<WriterTotals> &totals, const JsonValue &payload);

} // namespace inspector
