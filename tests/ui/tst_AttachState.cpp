// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/AttachedPage.h"
#include "tests/ui/WindowHarness.h"

using namespace inspector;

namespace {

constexpr const char *firstPage = LivePage::firstSession;
constexpr const char *secondPage = LivePage::otherSession;
const QString waitingForEvent = QStringLiteral("waiting for its first event");

} // namespace

/// What is told of the games that attach, and what becomes of the session that is looked at.
class tst_AttachState : public QObject
{
    Q_OBJECT

private slots:
    void aSecondPageIsWaitedForAsWell()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        AttachedPage first(window.attach(), firstPage);
        QTRY_VERIFY(says(window, waitingForEvent));
        first.send(1);
        QTRY_VERIFY(says(window, QStringLiteral("1 page attached, 1 record recorded")));
        first.close();

        AttachedPage second(window.attach(), secondPage);
        QTRY_VERIFY(says(window, waitingForEvent));
        second.send(1);

        QTRY_VERIFY(says(window, QStringLiteral("1 page attached, 2 records recorded")));
    }

    void aPageThatComesAgainIsNotRefused()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        const AttachedPage stranger(window.attach(), secondPage, "another");
        QTRY_VERIFY(says(window, QStringLiteral("Refused: the page gave another token")));
        AttachedPage first(window.attach(), firstPage);
        first.send(1);
        QTRY_VERIFY(says(window, QStringLiteral("1 record recorded")));
        QVERIFY(!says(window, QStringLiteral("Refused")));

        AttachedPage again(
            window.attach(), firstPage); // its connection was lost; the old one is not known to be dead
        again.send(2);

        QTRY_VERIFY(says(window, QStringLiteral("2 records recorded")));
        QVERIFY(!says(window, QStringLiteral("Refused")));
    }

    void turnedOffAndOnItGoesOn()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        AttachedPage before(window.attach(), firstPage);
        before.send(1);
        QTRY_VERIFY(says(window, QStringLiteral("1 page attached, 1 record recorded")));

        click(window, QStringLiteral("Turn off"));
        QVERIFY(before.hears("'code':'shutting_down'"));
        QTRY_VERIFY(says(window, QStringLiteral("can attach, and is recorded while it plays")));
        click(window, QStringLiteral("Turn on"));
        AttachedPage after(window.attach(), firstPage);
        after.send(1); // nobody told it that this was written
        after.send(2);

        QTRY_VERIFY(says(window, QStringLiteral("1 page attached, 2 records recorded")));
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 3; }));
        QCOMPARE(window.source().frame().report->issues.size(), std::size_t{0});
    }

    void whoLooksBackKeepsTheSession_data()
    {
        QTest::addColumn<bool>("isPaused");
        QTest::addColumn<bool>("isLeft"); // by the page that is shown
        QTest::addColumn<bool>("stays");

        QTest::addRow("who watches a page that is loaded again") << false << true << false;
        QTest::addRow("who looks back in it") << true << true << true;
        QTest::addRow("who watches a page beside which another one comes") << false << false << true;
    }

    void whoLooksBackKeepsTheSession()
    {
        QFETCH(bool, isPaused);
        QFETCH(bool, isLeft);
        QFETCH(bool, stays);
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        AttachedPage first(window.attach(), firstPage);
        first.send(1);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.cursor == 2; }));
        if (isPaused)
            QTest::keyClick(&window, Qt::Key_F9);
        if (isLeft) {
            first.close();
            QTRY_VERIFY(!window.attach().sessions().front().isAttached);
        }

        AttachedPage second(window.attach(), secondPage);
        second.send(1);

        QTRY_COMPARE(window.attach().sessions().size(), std::size_t{2});
        const char *shown = stays ? firstPage : secondPage;
        QVERIFY(harness.waitFor([&](const InspectorFrame &frame) {
            return frame.size() == 2 && frame.source.path.find(shown) != std::string::npos;
        }));
        QCOMPARE(window.cursor().mode(), isPaused ? SessionCursor::Mode::Paused : SessionCursor::Mode::Live);
    }
};

QTEST_MAIN(tst_AttachState)
#include "tst_AttachState.moc"
