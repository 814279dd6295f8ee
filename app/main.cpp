// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/BundleCommand.h"
#include "app/CommandLine.h"
#include "app/ConsoleLog.h"
#include "app/DiffCommand.h"
#include "app/ExpectCommand.h"
#include "app/ExportProgram.h"
#include "app/FileSizeSignal.h"
#include "app/OptionTable.h"
#include "app/RawArguments.h"
#include "app/SiblingProgram.h"
#include "app/StopSignals.h"
#include "app/Utf8Locale.h"
#include "core/base/SystemClock.h"
#include "core/live/BridgeFiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>
#include <exception>

using namespace inspector;

namespace {

std::filesystem::path ownFolder()
{
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

int showWindow(
    const std::vector<std::string> &arguments, const EnvironmentVariables &variables, const ConsoleLog &log)
{
    const auto program = SiblingProgram::window().find(ownFolder());
    if (!program)
        log.error(program.error());
    else if (!variables.has("DISPLAY") && !variables.has("WAYLAND_DISPLAY") &&
             !variables.has("QT_QPA_PLATFORM"))
        log.error({"usage", "there is no display to show the window on", "Use --export, which needs none."});
    else
        log.error(SiblingProgram::window().become(*program, arguments));
    return static_cast<int>(ExitCode::Usage);
}

/// Plots are drawn by the window's program, on a platform that shows nothing. Where it is not there the
/// export goes on, and says that it has no plots.
void becomeDrawingProgram(const std::vector<std::string> &arguments)
{
    if (const auto program = SiblingProgram::window().find(ownFolder())) {
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
        static_cast<void>(SiblingProgram::window().become(*program, arguments));
    }
}

int listen(const std::vector<std::string> &arguments, const ConsoleLog &log)
{
    const SiblingProgram &live = SiblingProgram::live();
    const auto program = live.find(ownFolder());
    log.error(program ? live.become(*program, arguments) : program.error());
    return static_cast<int>(ExitCode::Usage);
}

int saveBridge(const std::string &folder, const ConsoleLog &log)
{
    const Result<std::vector<std::string>> written = writeBridge(folder);
    if (!written) {
        log.error(written.error());
        return static_cast<int>(ExitCode::WriteFailed);
    }
    for (const std::string &path : *written)
        std::printf("%s\n", path.c_str());
    return static_cast<int>(ExitCode::Done);
}

/// Whether a mistake in the arguments may be told there: nothing is, or an earlier result. The mistake may be
/// the very name.
bool mayBeResult(const std::string &path)
{
    constexpr qint64 looked = 16;
    const QFileInfo info(QString::fromStdString(path));
    if (!info.exists())
        return !info.isSymLink();
    if (!info.isFile())
        return false; // a pipe would be waited for
    QFile file(info.filePath());
    return info.size() == 0 ||
           (file.open(QIODevice::ReadOnly) && file.read(looked).simplified().startsWith("{ \"ok\":"));
}

int usageError(
    const Error &error, const std::vector<std::string> &arguments, const EnvironmentVariables &variables)
{
    Options options = outputOptions(arguments);
    const ConsoleLog log(stderr, options.logFormat, false, false, Redactor(variables));
    if (!asksForExport(arguments)) {
        log.error(error);
        return static_cast<int>(ExitCode::Usage);
    }
    if (error.code == "output_clash" || !mayBeResult(options.resultFile))
        options.resultFile.clear();
    return static_cast<int>(failExport(error, options, log, variables));
}

int run(int argc, char **argv)
{
    useUtf8Locale();
    ignoreFileSizeSignal();
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
    if (!options->bridgeFolder.empty())
        return saveBridge(options->bridgeFolder, log);
    if (options->listen)
        return listen(arguments, log);
    if (options->diff)
        return static_cast<int>(DiffCommand(log, stdout).run(*options));
    if (options->bundle) {
        const StopSignals stopSignals;
        return static_cast<int>(BundleCommand(log).run(*options, &stopSignals.flag()));
    }
    if (!options->exportMode && !options->expectFile.empty()) {
        const SystemClock clock;
        const StopSignals stopSignals;
        return static_cast<int>(
            ExpectCommand(clock, log, stdout, Redactor(variables)).run(*options, &stopSignals.flag()));
    }
    if (!options->exportMode)
        return showWindow(arguments, variables, log);
    if (needsWindowProgram(*options))
        becomeDrawingProgram(arguments);
    const QCoreApplication application(argc, argv);
    return static_cast<int>(runExport(*options, log, variables, nullptr));
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
