// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Options.h"
#include "core/publish/EnvironmentVariables.h"
#include "core/telemetry/ExitCode.h"

namespace inspector {

class ConsoleLog;
class PlotDrawer;

/// Exports as a whole process does: with its clock, its signals, its standard output and its children.
/// `plots` (may be null) draws what the formats ask for. To be called once, while a QCoreApplication is
/// there.
[[nodiscard]] ExitCode runExport(
    const Options &options, const ConsoleLog &log, const EnvironmentVariables &variables, PlotDrawer *plots);

/// Ends a process that could not begin to export: tells the error, also in the result document.
[[nodiscard]] ExitCode failExport(
    const Error &error, const Options &options, const ConsoleLog &log, const EnvironmentVariables &variables);

/// Whether only the window's program can write what is asked for.
[[nodiscard]] bool needsWindowProgram(const Options &options);

} // namespace inspector
