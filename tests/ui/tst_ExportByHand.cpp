// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"
#include "tests/ui/ByHand.h"
#include "ui/common/Banner.h"
#include "ui/exporting/ExportPanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QHashFunctions>
#include <QLabel>
#include <QTableView>
#include <QUrl>

using namespace inspector;

namespace {

QByteArray events(int count)
{
    const QByteArray event("{'type':'event','timestamp':1,'event':'reputation:changed',"
                           "'payload':{'factionId':'a','newFame':7}}\n");
    return QByteArray(event).replace('\'', '"').repeated(count);
}

/// What the desktop was asked to open.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Desktop() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    Q_INVOKABLE void open(const QUrl &url) { opened << url.toLocalFile(); }

    QStringList opened;
};

} // namespace

/// The export panel, with nothing but clicks and keys.
class tst_ExportByHand : public QObject
{
    Q_OBJECT

public:
    /// As the window's program does, for the bytes of a PDF.
    static void initMain() { QHashSeed::setDeterministicGlobalSeed(); }

private slots:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void whatIsChosenByHandIsWhatTheProgramWrites()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        window.cursor().goTo(200);
        const QString folder = makeFolder(harness, QStringLiteral("by hand"));

        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        ExportPanel &panel = window.exportPanel();
        QTRY_VERIFY(!panel.visibleRegion().isEmpty());
        QTest::keyClick(panel.findChild<QComboBox *>(), Qt::Key_Down); // the state at the cursor
        for (const char *box : {"json", "plots", "Guard CSV against formulas"})
            clickButton(panel, QString::fromLatin1(box));
        typeInto(
            *harness.find<QLineEdit>(QStringLiteral("Prefix of the file names")), QStringLiteral("it's"));
        answerFileDialog(folder);
        QTest::mouseClick(harness.find<QPushButton>(QStringLiteral("Choose a folder")), Qt::LeftButton);
        ExportChoice expected;
        expected.scope = ExportChoice::Scope::Cursor;
        expected.formats = {ArtifactFormat::Csv, ArtifactFormat::Plots};
        expected.prefix = QStringLiteral("it's");
        expected.folder = folder;
        expected.guardCsvFormulas = true;
        QCOMPARE(panel.choice(), expected);
        clickButton(panel, QStringLiteral("Export"));
        QTRY_VERIFY(!written(harness).isEmpty());

        clickButton(panel, QStringLiteral("Copy paths"));
        QVERIFY(written(harness).size() > 1);
        QCOMPARE(QGuiApplication::clipboard()->text().split(QLatin1Char('\n')), written(harness));
        clickButton(panel, QStringLiteral("Copy command line"));
        const QString other = harness.path(QStringLiteral("by command"));
        const QString command =
            QGuiApplication::clipboard()
                ->text()
                .replace(folder, other)
                .replace(QStringLiteral("telemetry-inspector"), QStringLiteral(INSPECTOR_PROGRAM));
        const ProgramRun run = runProgram(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
        QVERIFY2(run.exitCode == 0, run.err.constData());

        const FileContents byHand = artifactsOf(folder);
        QVERIFY2(
            byHand.size() == written(harness).size() && byHand.firstKey().startsWith(QStringLiteral("it's")),
            qPrintable(byHand.keys().join(QLatin1Char(' '))));
        QCOMPARE(differenceOf(byHand, artifactsOf(other)), QByteArray());
    }

    void theLinksBelowTheFilesLeadToThem()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        const QString folder = harness.path(QStringLiteral("out"));
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        typeInto(*harness.find<QLineEdit>(QStringLiteral("Folder of the files")), folder);
        clickButton(window.exportPanel(), QStringLiteral("Report"));
        QTRY_VERIFY(!written(harness).isEmpty());
        const Desktop desktop;

        clickButton(window.exportPanel(), QStringLiteral("Copy paths"));
        clickButton(window.exportPanel(), QStringLiteral("Open folder"));
        clickButton(window.exportPanel(), QStringLiteral("Open report"));

        const QStringList reports = QDir(folder).entryList({QStringLiteral("*.html")});
        QCOMPARE(reports.size(), 1);
        const QString report = folder + QLatin1Char('/') + reports.first();
        QCOMPARE(QGuiApplication::clipboard()->text(), report);
        QCOMPARE(desktop.opened, (QStringList{folder, report}));
    }

    void anExportThatIsCancelledLeavesNothing_data()
    {
        QTest::addColumn<int>("records");
        QTest::addColumn<bool>("isUnderWay"); // else it has only begun

        QTest::addRow("at once") << 100'000 << false;
        QTest::addRow("while it reads") << 600'000 << true;
    }

    void anExportThatIsCancelledLeavesNothing()
    {
        QFETCH(int, records);
        QFETCH(bool, isUnderWay);
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("large.ndjson"), events(records)));
        QVERIFY(harness.waitUntilRead());
        const QString folder = makeFolder(harness, QStringLiteral("out"));
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        typeInto(*harness.find<QLineEdit>(QStringLiteral("Folder of the files")), folder);
        ExportPanel &panel = window.exportPanel();

        QAbstractButton *button = seenButton(panel, QStringLiteral("Export"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!seenButton(panel, QStringLiteral("Report"))->isEnabled());
        const auto *status = harness.find<QLabel>(QStringLiteral("exportStatus"));
        if (isUnderWay)
            QVERIFY(QTest::qWaitFor([&] { return status->text().endsWith(QStringLiteral(" records")); }));
        QCOMPARE(button->text(), QStringLiteral("Cancel"));
        QTest::mouseClick(button, Qt::LeftButton);

        QTRY_COMPARE(button->text(), QStringLiteral("Export"));
        QVERIFY(button->isEnabled() && seenButton(panel, QStringLiteral("Report"))->isEnabled());
        QCOMPARE(filesOf(folder).keys(), QStringList());
        QCOMPARE(written(harness), QStringList());
        QVERIFY(!window.findChild<Banner *>()->isVisible());

        constexpr int patience = 60'000;           // ms; only a hang gets there
        QTest::mouseClick(button, Qt::LeftButton); // and the next one is whole
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Export"), patience);
        QCOMPARE(artifactsOf(folder).size(), written(harness).size());
        QVERIFY(!written(harness).isEmpty());
    }

    void whatWasReadStaysWhenTheReadingIsStopped()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        constexpr std::uint64_t records = 600'000;
        window.commands().openFile(
            harness.write(QStringLiteral("large.ndjson"), events(static_cast<int>(records))));
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() > 0; }));

        QTest::keyClick(&window, Qt::Key_F5, Qt::ShiftModifier);

        QVERIFY(harness.waitUntilRead());
        const std::uint64_t kept = window.source().frame().size();
        QVERIFY2(kept > 0 && kept < records, qPrintable(QString::number(kept)));
        QVERIFY(window.source().frame().isCut);
        const auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        QTRY_COMPARE(table->model()->rowCount(), static_cast<int>(kept));
        QVERIFY(!window.findChild<Banner *>()->isVisible());
        QTest::keyClick(&window, Qt::Key_F5); // reads it all
        QVERIFY(harness.waitFor([&](const InspectorFrame &frame) { return frame.size() == records; }));
    }

private:
    static QString makeFolder(const WindowHarness &harness, const QString &name)
    {
        QString path = harness.path(name);
        if (!QDir().mkpath(path))
            QTest::qFail("there is no folder", __FILE__, __LINE__);
        return path;
    }

    /// The paths in the list of the files that were written.
    static QStringList written(const WindowHarness &harness)
    {
        const auto *table = harness.find<QTableView>(QStringLiteral("Files that were written"));
        QStringList paths;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            paths << table->model()->index(row, 0).data().toString();
        return paths;
    }
};

QTEST_MAIN(tst_ExportByHand)
#include "tst_ExportByHand.moc"
