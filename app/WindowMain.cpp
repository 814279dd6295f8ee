// SPDX-License-Identifier: GPL-3.0-or-later
// The program of the window. telemetry-inspector becomes it where --export is not given, and where plots are
// to be drawn; started by itself it takes the same arguments, but exports only what has plots.
#include "app/CatalogueFile.h"
#include "app/CommandLine.h"
#include "app/ConsoleLog.h"
#include "app/DataFolders.h"
#include "app/ExportProgram.h"
#include "app/FileSizeSignal.h"
#include "app/Utf8Locale.h"
#include "core/base/SystemClock.h"
#include "core/telemetry/ExitCode.h"
#include "ui/MainWindow.h"
#include "ui/SessionCommands.h"
#include "ui/common/Translations.h"
#include "ui/pictures/SessionPlotDrawer.h"

#include <QApplication>
#include <QHashFunctions>
#include <QLibraryInfo>
#include <QLocale>

#include <exception>
#include <thread>

using namespace inspector;

namespace {

/// What Qt says is for whoever looks closer: standard error has a format of its own.
const ConsoleLog *qtLog = nullptr;

void takeQtMessage(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &message)
{
    qtLog->write({LogMessage::Level::Debug, "qt", message.toStdString(), {}, {}, 0});
}

/// Exports on a thread of its own, and draws on this one what the export asks for.
int exportWithPlots(int argc, char **argv, const Options &options, const EnvironmentVariables &variables)
{
    const ConsoleLog log(stderr, options.logFormat, options.quiet, options.verbose, Redactor(variables));
    qtLog = &log;
    qInstallMessageHandler(takeQtMessage);
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    SessionPlotDrawer plots;
    ExitCode code = ExitCode::InternalError;
    const std::jthread exporting([&] {
        try {
            code = runExport(options, log, variables, &plots);
        } catch (const std::exception &error) {
            log.error({"internal", std::string("internal error: ") + error.what(), "Please report it."});
        }
        QMetaObject::invokeMethod(qApp, "quit", Qt::QueuedConnection);
    });
    QApplication::exec();
    qInstallMessageHandler(nullptr);
    return static_cast<int>(code);
}

int showWindow(int argc, char **argv, const Options &options, const EnvironmentVariables &variables)
{
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationDisplayName(QStringLiteral("Telemetry Inspector"));
    QGuiApplication::setDesktopFileName(QStringLiteral("telemetry-inspector")); // whose icon Wayland shows
    const Translations translations(QLocale::system().uiLanguages(),
        Translations::foldersOf(QApplication::applicationDirPath()),
        QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    FactionCatalogue catalogue = FactionCatalogue::builtIn();
    if (!options.factionsFile.empty()) {
        Result<FactionCatalogue> loaded = loadCatalogue(options.factionsFile);
        if (!loaded) {
            ConsoleLog(stderr, LogFormat::Text, false, false, Redactor(variables)).error(loaded.error());
            return static_cast<int>(ExitCode::Usage);
        }
        catalogue = std::move(*loaded);
    }
    const SystemClock clock;
    const std::string slotFolder = options.slotsFolder.empty() ? defaultSlotsFolder() : options.slotsFolder;
    MainWindow window(clock, {catalogue, QString::fromStdString(options.factionsFile)},
        {QString::fromStdString(slotFolder), QString::fromStdString(defaultDataFolder())});
    window.attach().setAccess(options.access);
    window.show();
    if (!options.request.files.empty())
        window.commands().openFile(QString::fromStdString(options.request.files.front()));
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8Locale();
    ignoreFileSizeSignal();
    // Qt writes the fonts of a PDF in the order of its hashes; the same session has to give the same bytes.
    // No hash of Qt's is keyed by what a session says, so that nobody gains by knowing the seed.
    QHashSeed::setDeterministicGlobalSeed();
    const EnvironmentVariables variables = EnvironmentVariables::ofProcess();
    const Result<Options> options = parseCommandLine(std::vector<std::string>(argv + 1, argv + argc),
        [&](std::string_view name) { return variables.value(name); });
    if (!options) {
        ConsoleLog(stderr, LogFormat::Text, false, false, Redactor(variables)).error(options.error());
        return static_cast<int>(ExitCode::Usage);
    }
    return needsWindowProgram(*options) ? exportWithPlots(argc, argv, *options, variables)
                                        : showWindow(argc, argv, *options, variables);
}
