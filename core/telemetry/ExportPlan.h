// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/ExportRequest.h"

#include <string>
#include <vector>

namespace inspector {

/// One input of an export, and what the names of its artifacts begin with.
struct ExportItem
{
    std::string file; ///< empty for the demo mission
    std::uint64_t seed = 1;
    std::string prefix;

    friend bool operator==(const ExportItem &, const ExportItem &) = default;
};

/// The inputs of a request, in the order in which they are reported (docs/command-line.md, "Many inputs"). No
/// two prefixes are alike, in upper or lower case; they do not depend on the shard, so that the artifacts of
/// all shards fit into one folder.
[[nodiscard]] std::vector<ExportItem> planExport(const ExportRequest &request);

} // namespace inspector
