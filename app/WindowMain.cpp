// SPDX-License-Identifier: GPL-3.0-or-later
// The program of the window. telemetry-inspector becomes it where --export is not given; started by itself it
// takes the same arguments, but shows the window always.
#include "app/CatalogueFile.h"
#include "app/CommandLine.h"
#include "app/ConsoleLog.h"
#include "app/SlotsFolder.h"
#include "app/Utf8Locale.h"
#include "core/base/SystemClock.h"
#include "core/telemetry/ExitCode.h"
#include "ui/MainWindow.h"
#include "ui/SessionCommands.h"

#include <QApplication>

using namespace inspector;

int main(int argc, char **argv)
{
    useUtf8Locale();
    const EnvironmentVariables variables = EnvironmentVariables::ofProcess();
    const Result<Options> options = parseCommandLine(std::vector<std::string>(argv + 1, argv + argc),
        [&](std::string_view name) { return variables.value(name); });
    if (!options) {
        ConsoleLog(stderr, LogFormat::Text, false, false, Redactor(variables)).error(options.error());
        return static_cast<int>(ExitCode::Usage);
    }
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationDisplayName(QStringLiteral("Telemetry Inspector"));
    FactionCatalogue catalogue = FactionCatalogue::builtIn();
    if (!options->factionsFile.empty()) {
        Result<FactionCatalogue> loaded = loadCatalogue(options->factionsFile);
        if (!loaded) {
            ConsoleLog(stderr, LogFormat::Text, false, false, Redactor(variables)).error(loaded.error());
            return static_cast<int>(ExitCode::Usage);
        }
        catalogue = std::move(*loaded);
    }
    const SystemClock clock;
    const std::string slotFolder = options->slotsFolder.empty() ? defaultSlotsFolder() : options->slotsFolder;
    MainWindow window(clock, {catalogue, QString::fromStdString(options->factionsFile)},
        QString::fromStdString(slotFolder));
    window.show();
    if (!options->request.files.empty())
        window.commands().openFile(QString::fromStdString(options->request.files.front()));
    return QApplication::exec();
}
