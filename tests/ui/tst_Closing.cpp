// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LivePage.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/compare/CompareView.h"
#include "ui/exporting/ExportPanel.h"
#include "ui/snapshots/SnapshotsView.h"

#include <QDir>
#include <QJsonDocument>
#include <QLineEdit>

using namespace inspector;

namespace {

constexpr int records = 40'000; // so many that whatever is begun with them is not done when the window closes

QByteArray session()
{
    QByteArray lines;
    for (int i = 0; i < records; ++i)
        lines += R"({"type":"event","timestamp":)" + QByteArray::number(i) +
                 R"(,"event":"reputation:changed","payload":{"factionId":"f)" + QByteArray::number(i % 50) +
                 R"(","newFame":)" + QByteArray::number(i % 100) + "}}\n";
    return lines;
}

QString out(const WindowHarness &harness)
{
    return harness.path(QStringLiteral("out"));
}

using Begin = void (*)(const WindowHarness &harness, MainWindow &window);

void exportAll(const WindowHarness &harness, MainWindow &window)
{
    ExportChoice choice = window.exportPanel().choice();
    choice.folder = out(harness);
    window.exportPanel().setChoice(choice);
    window.exportPanel().exportNow();
}

void save(const WindowHarness &harness, MainWindow &window)
{
    window.commands().saveTo(out(harness) + QStringLiteral("/saved.ndjson"));
}

void filter(const WindowHarness &harness, MainWindow & /*window*/)
{
    auto *field = harness.find<QLineEdit>(QStringLiteral("Filter of the events"));
    QTest::keyClicks(field, QStringLiteral("f49"));
    QTest::keyClick(field, Qt::Key_Return);
}

void scrub(const WindowHarness & /*harness*/, MainWindow &window)
{
    window.cursor().goTo(records - 1);
}

void play(const WindowHarness &harness, MainWindow &window)
{
    QTest::keyClick(harness.find<QWidget>(QStringLiteral("Overview of the session")), Qt::Key_Space);
    QVERIFY(window.cursor().mode() == SessionCursor::Mode::Replay);
}

void compare(const WindowHarness &harness, MainWindow &window)
{
    window.tabs().showCompare();
    window.tabs().compare().compareWith(harness.path(QStringLiteral("s.ndjson")));
}

void copyAll(const WindowHarness &harness, MainWindow & /*window*/)
{
    auto *table = harness.find<QWidget>(QStringLiteral("Events"));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
}

void readAgain(const WindowHarness & /*harness*/, MainWindow &window)
{
    QTest::keyClick(&window, Qt::Key_F5);
}

void browse(const WindowHarness &harness, MainWindow &window)
{
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    window.snapshots().setFolder(harness.path(QString()));
}

} // namespace

Q_DECLARE_METATYPE(Begin)

/// Closing is safe at any moment: nothing hangs, nothing warns, and no file is half there.
class tst_Closing : public QObject
{
    Q_OBJECT

private slots:
    void closesWhileSomethingIsUnderWay_data()
    {
        QTest::addColumn<Begin>("begin");

        QTest::addRow("an export") << Begin(exportAll);
        QTest::addRow("a session is saved") << Begin(save);
        QTest::addRow("a filter is applied") << Begin(filter);
        QTest::addRow("the state is rebuilt") << Begin(scrub);
        QTest::addRow("it plays") << Begin(play);
        QTest::addRow("two sessions are compared") << Begin(compare);
        QTest::addRow("all is copied") << Begin(copyAll);
        QTest::addRow("it is read again") << Begin(readAgain);
        QTest::addRow("a folder is looked through") << Begin(browse);
    }

    void closesWhileSomethingIsUnderWay()
    {
        QFETCH(Begin, begin);
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QByteArray lines = session();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), lines));
        QVERIFY(harness.waitUntilRead());
        QVERIFY(QDir().mkpath(out(harness)));

        begin(harness, window);
        window.close();
        harness.close();

        for (const QFileInfo &file :
            QDir(out(harness)).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot)) {
            QFile content(file.filePath());
            QVERIFY(content.open(QIODevice::ReadOnly));
            const QByteArray bytes = content.readAll();
            QVERIFY2(!file.fileName().startsWith(QLatin1Char('.')), qPrintable(file.fileName()));
            QVERIFY2(bytes.endsWith('\n'), qPrintable(file.fileName()));
            if (file.suffix() == QLatin1String("json"))
                QVERIFY2(!QJsonDocument::fromJson(bytes).isNull(), qPrintable(file.fileName()));
            if (file.suffix() == QLatin1String("ndjson"))
                QVERIFY(bytes.count('\n') >= records);
        }
        QFile source(harness.path(QStringLiteral("s.ndjson")));
        QVERIFY(source.open(QIODevice::ReadOnly));
        QVERIFY(source.readAll() == lines);
    }

    void whatAGameSentBeforeIsOnTheDisk()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        LivePage page(QUrl(window.attach().url()));
        page.sayHello(LivePage::firstSession, window.attach().token().toUtf8());
        for (int seq = 1; seq <= 100; ++seq)
            page.send(LivePage::record(seq));
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 101; }));
        const QString path = window.attach().sessions().front().path;

        window.close();
        harness.close();

        QFile recording(path);
        QVERIFY(recording.open(QIODevice::ReadOnly));
        const QByteArray lines = recording.readAll();
        QVERIFY(lines.endsWith('\n'));
        QCOMPARE(lines.count("\"event\":\"a:b\""), 100);
    }
};

QTEST_MAIN(tst_Closing)
#include "tst_Closing.moc"
