// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/LivePage.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/compare/CompareView.h"
#include "ui/exporting/ExportPanel.h"
#include "ui/exporting/ExportRunner.h"
#include "ui/snapshots/SnapshotsView.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
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

constexpr int patience = 60'000; // ms; only a hang gets there

QString out(const WindowHarness &harness)
{
    return harness.path(QStringLiteral("out"));
}

using Begin = void (*)(const WindowHarness &harness, MainWindow &window);
/// Whether what was begun has come to its end.
using IsDone = bool (*)(const WindowHarness &harness, MainWindow &window);

void exportAll(const WindowHarness &harness, MainWindow &window)
{
    ExportChoice choice = window.exportPanel().choice();
    choice.folder = out(harness);
    window.exportPanel().setChoice(choice);
    window.exportPanel().exportNow();
}

bool isExported(const WindowHarness & /*harness*/, MainWindow &window)
{
    const auto *runner = window.findChild<ExportRunner *>();
    return !runner->isRunning() && !runner->outcome().error && !runner->outcome().inputs.empty();
}

void save(const WindowHarness &harness, MainWindow &window)
{
    window.commands().saveTo(out(harness) + QStringLiteral("/saved.ndjson"));
}

/// As far as the window knows; the file may be there before that.
bool isSaved(const WindowHarness & /*harness*/, MainWindow &window)
{
    return window.property("isSaved").toBool();
}

void filter(const WindowHarness &harness, MainWindow & /*window*/)
{
    auto *field = harness.find<QLineEdit>(QStringLiteral("Filter of the events"));
    QTest::keyClicks(field, QStringLiteral("f49"));
    QTest::keyClick(field, Qt::Key_Return);
}

bool isFiltered(const WindowHarness & /*harness*/, MainWindow &window)
{
    const InspectorFrame &frame = window.source().frame();
    return frame.filtered && frame.filtered->searched == records &&
           frame.filtered->matches.size() == records / 50;
}

void scrub(const WindowHarness & /*harness*/, MainWindow &window)
{
    window.cursor().goTo(records - 1);
}

bool isRebuilt(const WindowHarness & /*harness*/, MainWindow &window)
{
    return window.source().frame().cursor == records - 1;
}

void play(const WindowHarness &harness, MainWindow &window)
{
    QTest::keyClick(harness.find<QWidget>(QStringLiteral("Overview of the session")), Qt::Key_Space);
    QVERIFY(window.cursor().mode() == SessionCursor::Mode::Replay);
}

bool hasPlayed(const WindowHarness & /*harness*/, MainWindow &window)
{
    return window.source().frame().cursor > 10;
}

void compare(const WindowHarness &harness, MainWindow &window)
{
    window.tabs().showCompare();
    window.tabs().compare().compareWith(harness.path(QStringLiteral("s.ndjson")));
}

bool isCompared(const WindowHarness & /*harness*/, MainWindow &window)
{
    return window.tabs().compare().comparer().comparison() != nullptr;
}

void copyAll(const WindowHarness &harness, MainWindow & /*window*/)
{
    auto *table = harness.find<QWidget>(QStringLiteral("Events"));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
}

bool isCopied(const WindowHarness & /*harness*/, MainWindow & /*window*/)
{
    return QApplication::clipboard()->text().count(QLatin1Char('\n')) >= records;
}

void readAgain(const WindowHarness & /*harness*/, MainWindow &window)
{
    QTest::keyClick(&window, Qt::Key_F5);
}

bool isReadAgain(const WindowHarness & /*harness*/, MainWindow &window)
{
    const InspectorFrame &frame = window.source().frame();
    return frame.session == 2 && frame.phase == InspectorFrame::Phase::Ready && frame.size() == records;
}

void browse(const WindowHarness &harness, MainWindow &window)
{
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    window.snapshots().setFolder(harness.path(QString()));
}

bool isBrowsed(const WindowHarness &harness, MainWindow & /*window*/)
{
    const QAbstractItemModel *model = harness.find<QAbstractItemView>(QStringLiteral("Snapshots"))->model();
    return !model
                ->match(model->index(0, 0), Qt::DisplayRole, QStringLiteral("saved-before"), 1,
                    Qt::MatchContains | Qt::MatchRecursive)
                .isEmpty();
}

/// A window that has read the session and does nothing.
MainWindow &opened(WindowHarness &harness)
{
    MainWindow &window = harness.open();
    window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), session()));
    harness.write(QStringLiteral("saved-before.json"), R"({"factions":{"byId":{"f1":{"fame":3}}}})");
    if (!harness.waitUntilRead() || !QDir().mkpath(out(harness)))
        QTest::qFail("nothing to begin with", __FILE__, __LINE__);
    QApplication::clipboard()->clear();
    QObject::connect(&window.commands(), &SessionCommands::saved, &window,
        [&window] { window.setProperty("isSaved", true); });
    return window;
}

/// What a window may be busy with, a row each.
void addRows()
{
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<IsDone>("isDone");

    QTest::addRow("an export") << Begin(exportAll) << IsDone(isExported);
    QTest::addRow("a session is saved") << Begin(save) << IsDone(isSaved);
    QTest::addRow("a filter is applied") << Begin(filter) << IsDone(isFiltered);
    QTest::addRow("the state is rebuilt") << Begin(scrub) << IsDone(isRebuilt);
    QTest::addRow("it plays") << Begin(play) << IsDone(hasPlayed);
    QTest::addRow("two sessions are compared") << Begin(compare) << IsDone(isCompared);
    QTest::addRow("all is copied") << Begin(copyAll) << IsDone(isCopied);
    QTest::addRow("it is read again") << Begin(readAgain) << IsDone(isReadAgain);
    QTest::addRow("a folder is looked through") << Begin(browse) << IsDone(isBrowsed);
}

} // namespace

Q_DECLARE_METATYPE(Begin)
Q_DECLARE_METATYPE(IsDone)

/// Closing is safe at any moment: nothing hangs, nothing warns, and no file is half there.
class tst_Closing : public QObject
{
    Q_OBJECT

private slots:
    /// What the rows begin does begin: left alone, it comes to its end.
    void endsWhereTheWindowStays_data() { addRows(); }

    void endsWhereTheWindowStays()
    {
        QFETCH(Begin, begin);
        QFETCH(IsDone, isDone);
        WindowHarness harness;
        MainWindow &window = opened(harness);

        begin(harness, window);

        QTRY_VERIFY_WITH_TIMEOUT(isDone(harness, window), patience);
    }

    void closesWhileSomethingIsUnderWay_data() { addRows(); }

    void closesWhileSomethingIsUnderWay()
    {
        QFETCH(Begin, begin);
        QFETCH(IsDone, isDone);
        WindowHarness harness;
        MainWindow &window = opened(harness);

        begin(harness, window);
        QVERIFY(!isDone(harness, window));
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
        QVERIFY(source.readAll() == session());
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
