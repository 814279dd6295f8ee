// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/BridgeFiles.h"
#include "tests/support/FileContents.h"
#include "tests/ui/AttachedPage.h"
#include "tests/ui/ByHand.h"
#include "ui/common/Banner.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>

using namespace inspector;

namespace {

/// A window that waits for a game, after Ctrl+L.
MainWindow &openAttach(WindowHarness &harness)
{
    MainWindow &window = harness.open();
    QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);
    if (!QTest::qWaitFor([&] { return says(window, QStringLiteral("Waiting for a page at ")); }))
        QTest::qFail("it does not wait for a page", __FILE__, __LINE__);
    return window;
}

} // namespace

/// The buttons of the attach panel, clicked.
class tst_AttachButtons : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void theBridgeIsSavedWhereItIsWanted()
    {
        WindowHarness harness;
        MainWindow &window = openAttach(harness);
        const QString folder = harness.path(QStringLiteral("page")),
                      other = harness.path(QStringLiteral("o"));
        QVERIFY(QDir().mkpath(folder) && QDir().mkpath(other));
        QVERIFY(writeBridge(other.toStdString()).has_value());
        answerFileDialog(folder);

        click(window, QStringLiteral("Save bridge to…"));

        QVERIFY(!filesOf(folder).isEmpty());
        QCOMPARE(differenceOf(filesOf(folder), filesOf(other)), QByteArray());
        QVERIFY2(window.statusBar()->currentMessage().contains(folder),
            qPrintable(window.statusBar()->currentMessage()));
        QVERIFY(!window.findChild<Banner *>()->isVisible());
    }

    void theLinesAreCopied()
    {
        WindowHarness harness;
        MainWindow &window = openAttach(harness);
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));

        click(window, QStringLiteral("Copy lines"));

        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(window.attach().token()) && copied.contains(window.attach().url()),
            qPrintable(copied));
        QCOMPARE(
            copied, harness.find<QPlainTextEdit>(QStringLiteral("Lines for the game's page"))->toPlainText());
    }

    void aPageWithTheOldTokenIsRefusedAfterANewOne()
    {
        WindowHarness harness;
        MainWindow &window = openAttach(harness);
        const QString before = window.attach().token();
        const auto *lines = harness.find<QPlainTextEdit>(QStringLiteral("Lines for the game's page"));
        QVERIFY(lines->toPlainText().contains(before));

        click(window, QStringLiteral("New token"));

        QTRY_VERIFY(!lines->toPlainText().contains(before));
        QVERIFY(lines->toPlainText().contains(window.attach().token()));
        const AttachedPage old(window.attach(), LivePage::firstSession, before.toUtf8());
        QTRY_VERIFY(says(window, QStringLiteral("Refused: the page gave another token")));
        QVERIFY(window.attach().sessions().empty());
        AttachedPage page(window.attach(), LivePage::otherSession); // with the new one
        page.send(1);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 2; }));
    }

    void itIsTurnedOffAndOn()
    {
        WindowHarness harness;
        MainWindow &window = openAttach(harness);
        AttachedPage page(window.attach(), LivePage::firstSession);
        page.send(1);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 2; }));
        const QUrl url(window.attach().url());

        click(window, QStringLiteral("Turn off"));

        QTRY_VERIFY(says(window, QStringLiteral("can attach, and is recorded while it plays")));
        QVERIFY(!window.attach().isOn());
        QCOMPARE(window.source().frame().size(), std::uint64_t{2}); // what was recorded stays
        QVERIFY(!harness.find<QPlainTextEdit>(QStringLiteral("Lines for the game's page"))->isVisible());
        QWebSocket refused(QStringLiteral("http://localhost"));
        QSignalSpy failed(&refused, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error));
        refused.open(url);
        QTRY_VERIFY(!failed.isEmpty());

        click(window, QStringLiteral("Turn on"));

        QTRY_VERIFY(says(window, QStringLiteral("Waiting for a page at ") + window.attach().url()));
        AttachedPage again(window.attach(), LivePage::otherSession);
        again.send(1);
        const auto *sessions = harness.find<QTableView>(QStringLiteral("Sessions that attached"));
        QTRY_COMPARE(sessions->model()->index(sessions->model()->rowCount() - 1, 2).data().toString(),
            QStringLiteral("1"));
        QCOMPARE(seenButton(window, QStringLiteral("Turn off"))->isEnabled(), true);
    }
};

QTEST_MAIN(tst_AttachButtons)
#include "tst_AttachButtons.moc"
