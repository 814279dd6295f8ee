// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/AttachedPage.h"
#include "tests/ui/WindowHarness.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace inspector;

namespace {

using Page = AttachedPage;
constexpr const char *firstPage = LivePage::firstSession;
constexpr const char *secondPage = LivePage::otherSession;

} // namespace

/// A game that attaches to the window.
class tst_Attach : public QObject
{
    Q_OBJECT

private slots:
    void whatHappensInTheGameIsSeenLiveAndIsOnTheDisk()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();

        QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier);

        QTRY_VERIFY(says(window, QStringLiteral("Waiting for a page at ") + window.attach().url()));
        const auto *lines = harness.find<QPlainTextEdit>(QStringLiteral("Lines for the game's page"));
        QVERIFY(lines->toPlainText().contains(window.attach().token()));
        Page page(window.attach(), firstPage);
        QTRY_VERIFY(says(window, QStringLiteral("waiting for its first event")));
        page.send(1);
        page.send(2);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 3; }));
        QCOMPARE(window.cursor().mode(), SessionCursor::Mode::Live);
        page.send(3);
        QVERIFY(harness.waitFor(
            [](const InspectorFrame &frame) { return frame.size() == 4 && frame.cursor == 4; }));
        QTRY_VERIFY(says(window, QStringLiteral("1 page attached, 3 records recorded")));
        const QString path = window.attach().sessions().front().path;
        QVERIFY(path.endsWith(QStringLiteral("-%1.ndjson").arg(QString::fromLatin1(firstPage))));
        QCOMPARE(QFile::permissions(harness.path(QStringLiteral("data/live-token"))) &
                     (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
    }

    void whoMayAttachCanBeSaidBeforehand()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.attach().setAccess({"a token of a script", {}, true});
        window.showAttach();

        QCOMPARE(window.attach().token(), QStringLiteral("a token of a script"));
        LivePage page(QUrl(window.attach().url()), QString());
        page.sayHello(firstPage, "a token of a script");
        page.send(LivePage::record(1));
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 2; }));
        QVERIFY(!QFile::exists(harness.path(QStringLiteral("data/live-token"))));

        window.attach().renewToken();
        QVERIFY(window.attach().token() != QStringLiteral("a token of a script"));
    }

    void whoPausesLosesNothing()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        Page page(window.attach(), firstPage);
        page.send(1);
        QVERIFY(harness.waitFor(
            [](const InspectorFrame &frame) { return frame.size() == 2 && frame.cursor == 2; }));

        auto *overview = harness.find<QWidget>(QStringLiteral("Overview of the session"));
        QTest::keyClick(overview, Qt::Key_Space);
        QCOMPARE(window.cursor().mode(), SessionCursor::Mode::Paused);
        page.send(2);
        page.send(3);

        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 4; }));
        QCOMPARE(window.cursor().number(), std::uint64_t{2});
        QTest::keyClick(overview, Qt::Key_End);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.cursor == 4; }));
    }

    void theStatusTellsHowLateItIsAndWhatIsMissing()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        Page page(window.attach(), firstPage);
        page.send(1);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 2; }));
        page.send(2);
        QTRY_VERIFY(says(window, QStringLiteral("seen after ")));
        QVERIFY(says(window, QStringLiteral("nothing lost")));

        page.send(5); // two were dropped by the page

        QTRY_VERIFY(says(window, QStringLiteral("lost in 1 gap")));
        page.close();
        QTRY_VERIFY(!says(window, QStringLiteral("lost in 1 gap")));
    }

    void aRecordingThatACrashEndedIsOfferedOnce()
    {
        WindowHarness harness;
        const QString path =
            harness.write(QStringLiteral("20261126-killed.ndjson"), LivePage::record(1, "faction:a") + "\n");
        Settings().addOpenRecording(path);
        Settings().addOpenRecording(harness.path(QStringLiteral("gone.ndjson")));
        MainWindow &window = harness.open();

        const auto offer = [&]() -> QPushButton * {
            for (QPushButton *button : window.findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text() == QStringLiteral("20261126-killed.ndjson"))
                    return button;
            }
            return nullptr;
        };
        QVERIFY(says(window, QStringLiteral("Interrupted")));
        QVERIFY(offer() != nullptr);
        QTest::mouseClick(offer(), Qt::LeftButton);

        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 1; }));
        QCOMPARE(Settings().openRecordings(), QStringList());
        QVERIFY(!says(harness.open(), QStringLiteral("Interrupted")));
    }

    void aRecordingThatGoesOnIsRememberedUntilItEnds()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        Page page(window.attach(), firstPage);
        QTRY_COMPARE(window.attach().sessions().size(), std::size_t{1});
        const QString path = window.attach().sessions().front().path;

        QTRY_COMPARE(Settings().openRecordings(), QStringList{path});

        harness.open(); // the window before is closed
        QCOMPARE(Settings().openRecordings(), QStringList());
    }

    void theLastMinutesAreASessionOfTheirOwn()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        const SessionTimeline timeline = *window.source().frame().timeline;
        window.cursor().goTo(timeline.size());
        QVERIFY(
            harness.waitFor([&](const InspectorFrame &frame) { return frame.cursor == timeline.size(); }));
        const WorldState atTheEnd = window.source().frame().state.world;
        const SessionCut cut = lastOf(timeline, 60'000);
        QVERIFY(cut.first > 1);
        const QString path = harness.path(QStringLiteral("cut.ndjson"));
        QSignalSpy saved(&window.commands(), &SessionCommands::saved);

        window.commands().saveTo(path, cut);

        QVERIFY(saved.wait());
        window.commands().openFile(path);
        QVERIFY(harness.waitFor([&](const InspectorFrame &frame) {
            return frame.phase == InspectorFrame::Phase::Ready && frame.source.path == path.toStdString();
        }));
        const std::uint64_t size = timeline.size() - cut.first + 1 + 2; // the session record and the state
        QCOMPARE(window.source().frame().size(), size);
        window.cursor().goTo(size);
        QVERIFY(harness.waitFor([&](const InspectorFrame &frame) { return frame.cursor == size; }));
        QVERIFY(window.source().frame().state.world == atTheEnd);
    }

    void theLastMinutesAreAskedFor()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        const SessionTimeline timeline = *window.source().frame().timeline;
        const QString path = harness.path(QStringLiteral("minute.ndjson"));
        QSignalSpy saved(&window.commands(), &SessionCommands::saved);

        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);

        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field != nullptr);
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("some"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(says(window, QStringLiteral("A number of minutes, such as 5 or 0.5")));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("1"));
        WindowHarness::whenShown<QFileDialog>([path](QFileDialog &dialog) {
            dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
            static_cast<QDialog &>(dialog).accept(); // a key would go to the list of completions
        });
        QTest::keyClick(field, Qt::Key_Return);

        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, LivePage::patience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const SessionCut cut = lastOf(timeline, 60'000);
        QCOMPARE(file.readAll().count('\n'), static_cast<qsizetype>(timeline.size() - cut.first + 1 + 2));
    }

    void theStateIsAskedFor()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        Page page(window.attach(), firstPage);
        QTRY_VERIFY(says(window, QStringLiteral("waiting for its first event")));

        click(window, QStringLiteral("Ask for state"));

        QVERIFY(page.hears("{'type':'request','what':'snapshot'}"));
    }

    void otherEventsAreAskedFor()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        Page page(window.attach(), firstPage);
        auto *field = harness.find<QLineEdit>(QStringLiteral("Events that pages forward"));
        QTRY_VERIFY(says(window, QStringLiteral("waiting for its first event")));
        QVERIFY(field->text().startsWith(QStringLiteral("faction:* reputation:*")));

        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("npc:* worldstate:*"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(says(window, QStringLiteral("\"worldstate:*\" is never forwarded")));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("npc:*,quest:done"));
        QTest::keyClick(field, Qt::Key_Return);

        QVERIFY(page.hears("{'type':'topics','topics':['npc:*','quest:done']}"));
        QVERIFY(!says(window, QStringLiteral("is never forwarded")));
        QCOMPARE(field->text(), QStringLiteral("npc:* quest:done"));
        harness.open().showAttach(); // it is remembered
        Page next(harness.window().attach(), secondPage);
        QVERIFY(next.hears("'topics':['npc:*','quest:done']"));
    }

    void aPageThatIsLoadedAgainIsShownInPlaceOfTheOldOne()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        Page first(window.attach(), firstPage);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 1; }));
        first.close();
        Page second(window.attach(), secondPage);
        QTRY_COMPARE(window.attach().sessions().size(), std::size_t{2});
        second.send(1);

        QVERIFY(harness.waitFor([&](const InspectorFrame &frame) {
            return frame.size() == 2 && frame.source.path.find(secondPage) != std::string::npos;
        }));
    }

    void aSessionThatSomebodyLooksAtStays()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        window.showAttach();
        Page page(window.attach(), firstPage);
        auto *table = harness.find<QTableView>(QStringLiteral("Sessions that attached"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(window.source().frame().source.kind, SessionSource::Kind::Demo);

        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);

        QVERIFY(harness.waitFor(
            [](const InspectorFrame &frame) { return frame.source.kind == SessionSource::Kind::File; }));
    }

    void whoIsTurnedAwayIsSaidWithARemedy()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        const Page page(window.attach(), firstPage, "another");

        QTRY_VERIFY(
            says(window, QStringLiteral("Refused: the page gave another token. Copy the snippet again")));
        QVERIFY(window.attach().sessions().empty());
    }

    void aNewTokenEndsTheOldOne()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.showAttach();
        const QString before = window.attach().token();

        window.attach().renewToken();

        QVERIFY(window.attach().isOn());
        QVERIFY(window.attach().token() != before);
        const Page old(window.attach(), firstPage, before.toUtf8());
        QTRY_VERIFY(!window.attach().refusal().isEmpty());
        const QString now = window.attach().token();
        harness.open().showAttach();
        QCOMPARE(harness.window().attach().token(), now); // it belongs to the installation
    }

    void itIsOffUntilItIsTurnedOnAndWhenItIsTurnedOff()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        QVERIFY(!window.attach().isOn());
        window.showAttach();
        QVERIFY(window.attach().isOn());
        const QUrl url(window.attach().url());

        window.attach().turnOff();

        QWebSocket socket(QStringLiteral("http://localhost"));
        bool hasFailed = false;
        QObject::connect(&socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), &socket,
            [&] { hasFailed = true; });
        socket.open(url);
        QTRY_VERIFY(hasFailed);
    }

    void theThirdCardAttaches()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        for (QPushButton *button : window.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Attach…"))
                QTest::mouseClick(button, Qt::LeftButton);
        }

        QVERIFY(window.attach().isOn());
        QVERIFY(window.findChild<QDockWidget *>(QStringLiteral("attach"))->isVisible());
    }
};

QTEST_MAIN(tst_Attach)
#include "tst_Attach.moc"
