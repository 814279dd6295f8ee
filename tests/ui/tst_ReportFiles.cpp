// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ByHand.h"
#include "tests/ui/PictureChecks.h"
#include "ui/WindowTabs.h"
#include "ui/common/Banner.h"
#include "ui/compare/CompareView.h"
#include "ui/expect/ExpectationsView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QStatusBar>

using namespace inspector;

namespace {

QByteArray reputation(int fame)
{
    return QByteArray("{'type':'event','timestamp':1000,'event':'reputation:changed',"
                      "'payload':{'factionId':'a','newFame':" +
                      QByteArray::number(fame) + "}}\n")
        .replace('\'', '"');
}

QByteArray expectations(int fame)
{
    return QByteArray("{'schema':'telemetry-expectations/1','expectations':[{'path':'factions.byId.a.fame',"
                      "'operator':'equals','value':" +
                      QByteArray::number(fame) + "}]}")
        .replace('\'', '"');
}

} // namespace

/// What a comparison and a list of expectations are copied, saved to and read from, by clicks and dialogs.
class tst_ReportFiles : public QObject
{
    Q_OBJECT

private:
    class Opened
    {
    public:
        Opened()
        {
            window.commands().openFile(harness.write(QStringLiteral("head.ndjson"), reputation(7)));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
        }

        /// A comparison that is made, after Ctrl+Shift+D.
        CompareView &compare()
        {
            const QString base = harness.write(QStringLiteral("base.ndjson"), reputation(3) + reputation(4));
            answerFileDialog(base);
            QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
            CompareView &view = window.tabs().compare();
            if (!QTest::qWaitFor([&] { return view.comparer().comparison() != nullptr; }))
                QTest::qFail("not compared", __FILE__, __LINE__);
            comeToFront(window);
            return view;
        }

        /// The list of expectations, which is seen.
        ExpectationsView &expectations()
        {
            QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
            auto *view = window.findChild<ExpectationsView *>();
            if (!QTest::qWaitFor([&] { return !view->visibleRegion().isEmpty(); }))
                QTest::qFail("not seen", __FILE__, __LINE__);
            return *view;
        }

        [[nodiscard]] QString verdict() const
        {
            return harness.find<QLabel>(QStringLiteral("How many are met"))->text();
        }

        WindowHarness harness;
        MainWindow &window = harness.open();
    };

private slots:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void aComparisonIsCopied()
    {
        Opened opened;
        const CompareView &view = opened.compare();
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));

        clickButton(view, QStringLiteral("Copy"));

        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, view.report(ReportFormat::Markdown));
        QVERIFY2(copied.contains(QStringLiteral("reputation:changed")), qPrintable(copied));
    }

    void aComparisonIsSavedUnlessSomebodyCancels()
    {
        Opened opened;
        const CompareView &view = opened.compare();
        const auto *banner = opened.window.findChild<Banner *>();
        answerFileDialog(opened.harness.path(QStringLiteral("nowhere/diff.md")));
        clickButton(view, QStringLiteral("Save…"));
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(QStringLiteral("nowhere/diff.md")), qPrintable(banner->text()));

        WindowHarness::whenShown<QFileDialog>(
            [](QFileDialog &dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
        clickButton(view, QStringLiteral("Save…"));
        QVERIFY(banner->isVisible()); // nothing was saved since
        const QString path = opened.harness.path(QStringLiteral("diff.md"));
        answerFileDialog(path);
        clickButton(view, QStringLiteral("Save…"));

        QCOMPARE(QString::fromUtf8(contentOf(path)), view.report(ReportFormat::Markdown));
        QCOMPARE(opened.window.statusBar()->currentMessage(), QStringLiteral("Saved ") + path);
        QVERIFY(!banner->isVisible());
    }

    void expectationsAreOpenedAndSavedElsewhere()
    {
        Opened opened;
        ExpectationsView &view = opened.expectations();
        QVERIFY(!seenButton(view, QStringLiteral("Save as…"))->isEnabled());
        const QString first = opened.harness.write(QStringLiteral("first.json"), expectations(7));
        answerFileDialog(first);
        clickButton(view, QStringLiteral("Open…"));
        QTRY_COMPARE(opened.verdict(), QStringLiteral("all met"));
        const auto *name = opened.harness.find<QLabel>(QStringLiteral("File of the expectations"));
        QCOMPARE(name->text(), QStringLiteral("first.json"));
        const QString second = opened.harness.path(QStringLiteral("second.json"));
        answerFileDialog(second);

        clickButton(view, QStringLiteral("Save as…"));

        QCOMPARE(name->text(), QStringLiteral("second.json"));
        const QByteArray saved = contentOf(second);
        QVERIFY2(
            saved.contains("\"factions.byId.a.fame\"") && saved.contains("\"value\": 7"), saved.constData());
        // From then on each change goes there, and the first file stays as it is.
        auto *list = opened.harness.find<QListView>(QStringLiteral("Expectations"));
        comeToFront(opened.window);
        QTest::mouseClick(
            list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(contentOf(second).contains("\"expectations\": []"));
        QCOMPARE(contentOf(first), expectations(7));
    }

    void aFileThatIsNoneIsSaidAndTheOthersStay()
    {
        Opened opened;
        ExpectationsView &view = opened.expectations();
        answerFileDialog(opened.harness.write(QStringLiteral("good.json"), expectations(8)));
        clickButton(view, QStringLiteral("Open…"));
        QTRY_COMPARE(opened.verdict(), QStringLiteral("1 not met"));
        const QString bad = opened.harness.write(QStringLiteral("bad.json"), "{");
        answerFileDialog(bad);

        clickButton(view, QStringLiteral("Open…"));

        const auto *banner = opened.window.findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(bad), qPrintable(banner->text()));
        QCOMPARE(opened.harness.find<QListView>(QStringLiteral("Expectations"))->model()->rowCount(), 1);
        QCOMPARE(opened.harness.find<QLabel>(QStringLiteral("File of the expectations"))->text(),
            QStringLiteral("good.json"));
    }
};

QTEST_MAIN(tst_ReportFiles)
#include "tst_ReportFiles.moc"
