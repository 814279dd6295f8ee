// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/compare/SessionAlignment.h"
#include "core/diff/DiffReport.h"
#include "core/live/LiveAccess.h"
#include "core/publish/PublishRequest.h"
#include "core/telemetry/ExportRequest.h"

#include <optional>
#include <string>
#include <vector>

namespace inspector {

enum class LogFormat
{
    Text,
    Json,
};

/// How a live game is recorded.
struct ListenOptions
{
    std::uint16_t port = 0;            ///< 0: any that is free
    std::optional<double> forSeconds;  ///< how long; without an end where it is absent
    std::optional<double> idleSeconds; ///< how long without a record
};

/// What a bug bundle is made of.
struct BundleOptions
{
    std::string file;                  ///< where it goes
    std::optional<double> lastSeconds; ///< only so much of the end; all where it is absent
    std::string notes;
};

/// How two inputs are compared.
struct DiffOptions
{
    PathPatterns ignored = PathPatterns::times();
    std::optional<SessionAlignment::Choice> align; ///< side by side, with a verdict; else record by record
};

/// What the user asked for, from arguments and environment.
struct Options
{
    bool exportMode = false;
    bool help = false;
    bool version = false;
    bool quiet = false;
    bool verbose = false;
    LogFormat logFormat = LogFormat::Text;
    std::optional<TimeMs> clock; ///< generatedAt, ms since the epoch; the system's time where it is absent
    std::string factionsFile;    ///< catalogue; the built-in one where it is empty
    std::string resultFile;      ///< standard output where it is empty
    std::string slotsFolder;     ///< defaultSlotsFolder() where it is empty
    std::optional<std::size_t> jobs; ///< inputs worked on side by side; one for each core where it is absent
    std::optional<ListenOptions> listen; ///< record, then export
    LiveAccess access; ///< who may attach, also to the window; without a token, one is made, or the window's
                       ///< own taken
    std::string bridgeFolder; ///< where the bridge is written, and nothing else is done
    ReportFormat reportFormat = ReportFormat::Text;
    std::string expectFile;              ///< of expectations; none where it is empty
    std::optional<BundleOptions> bundle; ///< write one, and nothing else
    std::optional<DiffOptions> diff;     ///< compare the two files of the request, and nothing else
    ExportRequest request;
    PublishRequest publish;
    std::string ciCommandsFile; ///< commands behind those of `publish`; none where it is empty
};

} // namespace inspector
