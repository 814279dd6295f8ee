// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "app/ConsoleLog.h"
#include "app/ExportCommand.h"
#include "app/OptionTable.h"
#include "app/StopSignals.h"
#include "app/Utf8Locale.h"
#include "app/WindowProgram.h"
#include "core/base/SystemClock.h"
#include "core/publish/ProcessCommandRunner.h"

#include <QCoreApplication>

#include <cstdio>
#include <exception>

using namespace inspector;

namespace {

int showWindow(
    const std::vector<std::string> &arguments, const EnvironmentVariables &variables, const ConsoleLog &log)
{
    const auto program = findWindowProgram(std::filesystem::read_symlink("/proc/self/exe").parent_path());
    if (!program)
        log.error(program.error());
    else if (!variables.has("DISPLAY") && !variables.has("WAYLAND_DISPLAY") &&
             !variables.has("QT_QPA_PLATFORM"))
        log.error({"usage", "there is no display to show the window on", "Use --export, which needs none."});
    else
        log.error(becomeWindowProgram(*program, arguments));
    return static_cast<int>(ExitCode::Usage);
}

int runExport(int argc, char **argv, const EnvironmentVariables &variables, const Options &options,
    const ConsoleLog &log)
{
    const QCoreApplication application(argc, argv);
    const SystemClock clock;
    const StopSignals stopSignals;
    ProcessCommandRunner runner;
    const ExportCommand command(clock, log, stdout, runner, variables);
    return static_cast<int>(command.run(options, &stopSignals.flag()));
}

int usageError(
    const Error &error, const std::vector<std::string> &arguments, const EnvironmentVariables &variables)
{
    const ConsoleLog log(stderr, LogFormat::Text, false, false, Redactor(variables));
    if (!asksForExport(arguments)) {
        log.error(error);
        return static_cast<int>(ExitCode::Usage);
    }
    const SystemClock clock;
    ProcessCommandRunner runner;
    return static_cast<int>(ExportCommand(clock, log, stdout, runner, variables).fail(error, {}));
}

int run(int argc, char **argv)
{
    useUtf8Locale();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const EnvironmentVariables variables = EnvironmentVariables::ofProcess();
    const Result<Options> options =
        parseCommandLine(arguments, [&](std::string_view name) { return variables.value(name); });
    if (!options)
        return usageError(options.error(), arguments, variables);
    if (options->help || options->version) {
        const std::string text = options->help ? helpText() : "telemetry-inspector " INSPECTOR_VERSION "\n";
        std::fputs(text.c_str(), stdout);
        return static_cast<int>(ExitCode::Done);
    }
    const ConsoleLog log(stderr, options->logFormat, options->quiet, options->verbose, Redactor(variables));
    return options->exportMode ? runExport(argc, argv, variables, *options, log)
                               : showWindow(arguments, variables, log);
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "telemetry-inspector: internal error: %s\n", error.what());
    } catch (...) {
        std::fputs("telemetry-inspector: internal error\n", stderr);
    }
    return static_cast<int>(ExitCode::InternalError);
}
