// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExportProgram.h"

#include "app/ConsoleLog.h"
#include "app/ExportCommand.h"
#include "app/StopSignals.h"
#include "core/base/SystemClock.h"
#include "core/publish/ProcessCommandRunner.h"

#include <algorithm>
#include <cstdio>

namespace inspector {

ExitCode runExport(
    const Options &options, const ConsoleLog &log, const EnvironmentVariables &variables, PlotDrawer *plots)
{
    const SystemClock clock;
    const StopSignals stopSignals;
    ProcessCommandRunner runner;
    Options drawn = options;
    drawn.request.plots = plots;
    return ExportCommand(clock, log, stdout, runner, variables).run(drawn, &stopSignals.flag());
}

ExitCode failExport(
    const Error &error, const Options &options, const ConsoleLog &log, const EnvironmentVariables &variables)
{
    const SystemClock clock;
    ProcessCommandRunner runner;
    return ExportCommand(clock, log, stdout, runner, variables).fail(error, options.resultFile);
}

bool needsWindowProgram(const Options &options)
{
    const auto &formats = options.request.formats;
    return options.exportMode &&
           std::find(formats.begin(), formats.end(), ArtifactFormat::Plots) != formats.end();
}

} // namespace inspector
