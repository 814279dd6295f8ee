// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"
#include "tests/ui/PictureChecks.h"
#include "tests/ui/WindowHarness.h"
#include "ui/common/Banner.h"
#include "ui/exporting/ExportPanel.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace inspector;

namespace {

/// A window with a session that holds two snapshots, which is read.
MainWindow &openSnapshots(WindowHarness &harness)
{
    const QByteArray snapshot(
        R"({"type":"snapshot","timestamp":5,"snapshot":{"factions":{},"tutorial":{}}})");
    const QByteArray marker(R"({"type":"marker","timestamp":6,"label":"x"})");
    MainWindow &window = harness.open();
    window.commands().openFile(harness.write(QStringLiteral("snapshots.ndjson"),
        snapshot + '\n' + marker + '\n' + snapshot + '\n' + marker + '\n'));
    if (!harness.waitUntilRead())
        QTest::qFail("it is not read", __FILE__, __LINE__);
    return window;
}

} // namespace

class tst_ExportPanel : public QObject
{
    Q_OBJECT

public:
    /// As the window's program does, for the bytes of a PDF.
    static void initMain() { QHashSeed::setDeterministicGlobalSeed(); }

private slots:
    void makesTheBytesOfItsCommandLine_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<bool>("gzip");
        QTest::addColumn<bool>("plots");
        QTest::addColumn<int>("files");

        QTest::addRow("the end") << int(ExportChoice::Scope::Session) << false << false << 5;
        QTest::addRow("the cursor") << int(ExportChoice::Scope::Cursor) << false << false << 5;
        QTest::addRow("the snapshot") << int(ExportChoice::Scope::Snapshot) << false << false << 5;
        QTest::addRow("every snapshot") << int(ExportChoice::Scope::AllSnapshots) << false << false << 10;
        QTest::addRow("packed") << int(ExportChoice::Scope::Cursor) << true << false << 5;
        QTest::addRow("plots") << int(ExportChoice::Scope::Session) << false << true << 32;
    }

    void makesTheBytesOfItsCommandLine()
    {
        QFETCH(int, scope);
        QFETCH(bool, gzip);
        QFETCH(bool, plots);
        QFETCH(int, files);
        WindowHarness harness;
        ExportChoice choice;
        choice.scope = static_cast<ExportChoice::Scope>(scope);
        const bool isOfSnapshots = choice.scope == ExportChoice::Scope::Snapshot ||
                                   choice.scope == ExportChoice::Scope::AllSnapshots;
        MainWindow &window = isOfSnapshots ? openSnapshots(harness) : harness.openDemo();
        window.cursor().goTo(200);
        choice.formats = {
            ArtifactFormat::Json, ArtifactFormat::Csv, ArtifactFormat::Snapshot, ArtifactFormat::Report};
        if (plots)
            choice.formats.push_back(ArtifactFormat::Plots);
        choice.prefix = QStringLiteral("it's");
        choice.folder = harness.path(QStringLiteral("by hand"));
        choice.gzip = gzip;
        window.exportPanel().setChoice(choice);

        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        const auto *table = harness.find<QTableView>(QStringLiteral("Files that were written"));
        QTRY_COMPARE(table->model()->rowCount(), files);

        const auto *log = harness.find<QTableView>(QStringLiteral("Log"));
        QCOMPARE(log->model()->index(0, 1).data().toString(), QStringLiteral("telemetry:export_started"));
        const auto byHand = filesOf(choice.folder);
        QString command = window.exportPanel().commandLine();
        const QString other = harness.path(QStringLiteral("by command"));
        command.replace(choice.folder, other)
            .replace(QStringLiteral("telemetry-inspector"), QStringLiteral(INSPECTOR_PROGRAM));
        const ProgramRun run = runProgram(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        auto byCommand = filesOf(other);
        for (QByteArray &content : byCommand)
            content.replace(other.toUtf8(), choice.folder.toUtf8());
        constexpr int filesOfPublishing = 3; // manifest, checksums, summary
        QCOMPARE(byHand.size(), qsizetype{files + filesOfPublishing});
        QCOMPARE(byCommand.keys(), byHand.keys());
        for (const QString &name : byHand.keys()) {
            if (!name.startsWith(QLatin1String("ci-"))) // tell how long it took
                QCOMPARE(byCommand.value(name), byHand.value(name));
        }
    }

    void aReportIsWrittenByItsKey()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        ExportChoice choice;
        choice.folder = harness.path(QStringLiteral("out"));
        choice.gzip = true; // which no browser opens
        window.exportPanel().setChoice(choice);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
        const auto *table = harness.find<QTableView>(QStringLiteral("Files that were written"));
        QTRY_COMPARE(table->model()->rowCount(), 1);

        const QString path = table->model()->index(0, 0).data().toString();
        QVERIFY2(path.startsWith(choice.folder) && path.endsWith(QStringLiteral(".html")), qPrintable(path));
        QVERIFY(contentOf(path).startsWith("<!DOCTYPE html>"));
        QCOMPARE(window.exportPanel().choice(), choice);
        QStringList links;
        for (const QPushButton *button : window.exportPanel().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->property("role") == QStringLiteral("link"))
                links << button->text();
        }
        QCOMPARE(links, (QStringList{QStringLiteral("Open report"), QStringLiteral("Open folder"),
                            QStringLiteral("Copy paths")}));
    }

    void saysWhatCannotBeWritten()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        ExportChoice choice;
        choice.folder = harness.write(QStringLiteral("a file"), "x") + QStringLiteral("/below it");
        window.exportPanel().setChoice(choice);
        window.showExport();

        window.exportPanel().exportNow();

        QTRY_VERIFY2(
            [&] {
                for (const QLabel *label : window.exportPanel().findChildren<QLabel *>()) {
                    if (label->text().contains(choice.folder) &&
                        label->text().contains(QStringLiteral("0 files")))
                        return true;
                }
                return false;
            }(),
            "no label names the folder");
        const auto *banner = window.findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(choice.folder), qUtf8Printable(banner->text()));
        const auto *problems = harness.find<QTableView>(QStringLiteral("Problems"));
        QVERIFY(problems->model()->index(0, 0).data().toString().contains(choice.folder));
        QVERIFY(!window.isModal() && QApplication::activeModalWidget() == nullptr);

        // A folder that can be written puts all of it away.
        choice.folder = harness.path(QStringLiteral("there"));
        window.exportPanel().setChoice(choice);
        const int before = problems->model()->rowCount();
        window.exportPanel().exportNow();
        QTRY_COMPARE(problems->model()->rowCount(), before - 1);
        QTRY_VERIFY(!banner->isVisible());
    }

    void thePreviewNamesWhatWillBeWritten()
    {
        WindowHarness harness;
        MainWindow &window = openSnapshots(harness);
        window.cursor().goTo(200);
        ExportChoice choice;
        choice.scope = ExportChoice::Scope::Snapshot;
        choice.folder = harness.path(QStringLiteral("out"));
        window.exportPanel().setChoice(choice);
        window.showExport();
        const auto *preview = harness.find<QPlainTextEdit>(QStringLiteral("Preview of the files"));
        QTRY_VERIFY2(preview->toPlainText().contains(QStringLiteral("save-inspector-snap2-")),
            qPrintable(preview->toPlainText()));

        window.exportPanel().exportNow();
        const auto *table = harness.find<QTableView>(QStringLiteral("Files that were written"));
        QTRY_COMPARE(table->model()->rowCount(), 3);

        QTRY_VERIFY2(preview->toPlainText().contains(
                         QFileInfo(table->model()->index(0, 0).data().toString()).fileName()),
            qPrintable(preview->toPlainText()));
    }

    void theStartHasNothingToExport()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        window.cursor().goTo(0);
        ExportChoice choice;
        choice.scope = ExportChoice::Scope::Cursor;
        choice.folder = harness.path(QStringLiteral("out"));
        window.exportPanel().setChoice(choice);
        window.showExport();

        window.exportPanel().exportNow();

        const auto *preview = harness.find<QPlainTextEdit>(QStringLiteral("Preview of the files"));
        QTRY_VERIFY(preview->toPlainText().startsWith(QStringLiteral("The cursor is at the start")));
        QVERIFY(!QFileInfo::exists(choice.folder));
    }

    void theCommandLineEndsWhereTheSessionDid()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QByteArray marker("{\"type\":\"marker\",\"timestamp\":1}\n");
        const QString name = QStringLiteral("s.ndjson");
        window.commands().openFile(harness.write(name, marker));
        QVERIFY(harness.waitUntilRead());
        QVERIFY(!window.exportPanel().commandLine().contains(QStringLiteral("--until")));

        harness.write(name, marker);

        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 2; }));
        QVERIFY2(window.exportPanel().commandLine().contains(QStringLiteral(" --until 2 ")),
            qPrintable(window.exportPanel().commandLine()));
    }

    void aChoiceIsTheSameFromASetting()
    {
        ExportChoice choice;
        choice.scope = ExportChoice::Scope::AllSnapshots;
        choice.formats = {ArtifactFormat::Snapshot};
        choice.prefix = QStringLiteral("p");
        choice.folder = QStringLiteral("/f");
        choice.gzip = true;
        choice.guardCsvFormulas = true;
        choice.overwrite = true;

        QVERIFY(ExportChoice::fromMap(choice.toMap()) == choice);
        QVERIFY(ExportChoice::fromMap({}) == ExportChoice());
    }

    void theCommandLineIsCopied()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path =
            harness.write(QStringLiteral("a b.ndjson"), "{\"type\":\"marker\",\"timestamp\":1}\n");
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());
        window.showExport();
        for (QPushButton *button : window.exportPanel().findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Copy command line"))
                QTest::mouseClick(button, Qt::LeftButton);
        }

        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(QStringLiteral("telemetry-inspector --export --formats json,csv")),
            qUtf8Printable(copied));
        QVERIFY2(copied.endsWith(QLatin1Char('\'') + path + QLatin1Char('\'')), qUtf8Printable(copied));
    }
};

QTEST_MAIN(tst_ExportPanel)
#include "tst_ExportPanel.moc"
