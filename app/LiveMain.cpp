// SPDX-License-Identifier: GPL-3.0-or-later
// The program that records games which attach, and then exports what it recorded. telemetry-inspector becomes
// it for --listen, and takes the same arguments.
#include "app/CommandLine.h"
#include "app/ConsoleLog.h"
#include "app/DataFolders.h"
#include "app/ExportProgram.h"
#include "app/FileSizeSignal.h"
#include "app/LiveRecording.h"
#include "app/PreparedRequest.h"
#include "app/StopSignals.h"
#include "app/Utf8Locale.h"
#include "core/base/SystemClock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace inspector;

namespace {

/// Whoever starts it reads this line to know where to dial; it is not for the eyes of a log.
void tellWhere(const LiveServer &server, const std::string &token)
{
    std::fprintf(stderr, "listening %s token %s\n", server.url().c_str(), token.c_str());
    std::fflush(stderr);
}

Result<std::vector<std::string>> record(const Options &options, const ConsoleLog &log)
{
    const SystemClock clock;
    const StopSignals stopSignals;
    LiveRecording recording(clock, options, log, defaultSessionsFolder());
    if (const auto started = recording.start(); !started)
        return tl::unexpected(started.error());
    tellWhere(recording.server(), options.access.token);
    return recording.run(&stopSignals.flag());
}

int run(int argc, char **argv)
{
    useUtf8Locale();
    ignoreFileSizeSignal();
    const EnvironmentVariables variables = EnvironmentVariables::ofProcess();
    Result<Options> options = parseCommandLine(std::vector<std::string>(argv + 1, argv + argc),
        [&](std::string_view name) { return variables.value(name); });
    if (!options || !options->listen) {
        const ConsoleLog log(stderr, LogFormat::Text, false, false, Redactor(variables));
        log.error(options ? Error{"usage", "this program listens only", "Use telemetry-inspector."}
                          : options.error());
        return static_cast<int>(ExitCode::Usage);
    }
    const QCoreApplication application(argc, argv);
    if (options->access.token.empty())
        options->access.token = LiveAccess::makeToken();
    const ConsoleLog log(stderr, options->logFormat, options->quiet, options->verbose, Redactor(variables));
    // What the export could not begin with would come too late behind an hour of recording.
    if (const auto prepared = PreparedRequest::of(*options); !prepared)
        return static_cast<int>(failExport(prepared.error(), *options, log, variables));
    const Result<std::vector<std::string>> files = record(*options, log);
    if (!files)
        return static_cast<int>(failExport(files.error(), *options, log, variables));
    options->request.files = *files;
    options->request.sessionOut.clear(); // it is what was recorded
    return static_cast<int>(runExport(*options, log, variables, nullptr));
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "telemetry-inspector: internal error: %s\n", error.what());
    }
    return static_cast<int>(ExitCode::InternalError);
}
