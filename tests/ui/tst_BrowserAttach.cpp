// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"
#include "tests/ui/WindowHarness.h"
#include "ui/exporting/ExportPanel.h"

#include <QTableView>

using namespace inspector;

/// A game that is played in a real browser while the window looks on.
class tst_BrowserAttach : public QObject
{
    Q_OBJECT

private slots:
    void whatTheWindowExportsIsWhatTheCommandLineMakesOfTheRecording()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        QProcess browser;
        browser.start(QStringLiteral(INSPECTOR_SOURCE_DIR "/tests/e2e/run.sh"),
            {QStringLiteral("play.mjs"), window.attach().url(), window.attach().token()});
        constexpr int patience = 120'000; // ms; only a hang gets there
        constexpr int noBrowser = 77;
        const bool hasEnded =
            QTest::qWaitFor([&] { return browser.state() == QProcess::NotRunning; }, patience);
        QVERIFY(hasEnded);
        if (browser.exitCode() == noBrowser)
            QSKIP("there is no browser here, or no Playwright");
        QVERIFY2(browser.exitCode() == 0, browser.readAllStandardError().constData());
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 14; }));
        const QString session = window.attach().sessions().front().path;

        ExportChoice choice;
        choice.folder = harness.path(QStringLiteral("by hand"));
        choice.formats = {ArtifactFormat::Json, ArtifactFormat::Csv, ArtifactFormat::TranscriptCsv,
            ArtifactFormat::TranscriptMarkdown, ArtifactFormat::Snapshot};
        window.exportPanel().setChoice(choice);
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        const auto *table = harness.find<QTableView>(QStringLiteral("Files that were written"));
        QTRY_COMPARE(table->model()->rowCount(), 6);

        QVERIFY(window.exportPanel().commandLine().contains(session));
        const QString other = harness.path(QStringLiteral("by command"));
        QString command = window.exportPanel().commandLine();
        command.replace(choice.folder, other)
            .replace(QStringLiteral("telemetry-inspector"), QStringLiteral(INSPECTOR_PROGRAM));
        const ProgramRun run = runProgram(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(differenceOf(artifactsOf(other), artifactsOf(choice.folder)), QByteArray());
        QCOMPARE(artifactsOf(other).size(), qsizetype{6});
    }
};

QTEST_MAIN(tst_BrowserAttach)
#include "tst_BrowserAttach.moc"
