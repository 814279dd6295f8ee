// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/live/LiveServerHarness.h"
#include "tests/support/SmallDisk.h"

#include <QElapsedTimer>

using namespace inspector;
using namespace inspector::live_test;

class tst_LiveServer : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSentIsInTheFileBeforeItIsAcknowledged()
    {
        Server server;
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome','session':'") + page));

        game.send("[" + record(1) + "," + record(2) + "]");
        game.send(record(3));

        QVERIFY(game.waitFor(json("{'type':'ack','seq':3}")));
        QCOMPARE(server.lines(), (QByteArrayList{record(1), record(2), record(3)}));
        QCOMPARE(server.server().clients(), std::size_t{1});
    }

    void aPageThatComesAgainLosesAndDoublesNothing()
    {
        Server server;
        {
            Page game(server);
            game.sayHello();
            game.send("[" + record(1) + "," + record(2) + "]");
            QVERIFY(game.waitFor(json("{'type':'ack','seq':2}")));
        }
        Page again(server);
        again.sayHello();
        QVERIFY(again.waitFor(json("{'type':'welcome'")));
        QVERIFY(again.messages.first().contains(json("'ackedSeq':2")));

        again.send("[" + record(1) + "," + record(2) + "," + record(3) + "]");

        QVERIFY(again.waitFor(json("{'type':'ack','seq':3}")));
        QCOMPARE(server.lines(), (QByteArrayList{record(1), record(2), record(3)}));
    }

    void aServerThatComesAgainKnowsWhereItWas()
    {
        const QTemporaryDir folder;
        {
            Server server({}, folder.path());
            Page game(server);
            game.sayHello();
            game.send(record(5));
            QVERIFY(game.waitFor(json("{'type':'ack','seq':5}")));
        }
        Server server({}, folder.path());
        Page game(server);
        game.sayHello();

        QVERIFY(game.waitFor(json("{'type':'welcome'")));
        QVERIFY2(game.messages.first().contains(json("'ackedSeq':5")), game.messages.first().constData());
        game.send("[" + record(5) + "," + record(6) + "]");
        QVERIFY(game.waitFor(json("{'type':'ack','seq':6}")));
        QCOMPARE(server.lines(), (QByteArrayList{record(5), record(6)}));
    }

    void whereAPageWasRecordedElsewhereBeforeItIsAGapAndTheStateIsAskedFor()
    {
        Server server;
        Page game(server);
        game.send(json("{'type':'hello','protocol':'telemetry-live/1','resumeFrom':7,'session':'") + page +
                  json("','token':'") + token + json("'}"));
        game.send(record(7));

        QVERIFY(game.waitFor(json("{'type':'request','what':'snapshot'}")));
        QVERIFY(game.waitFor(json("{'type':'ack','seq':7}")));
        const QByteArrayList lines = server.lines();
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().startsWith(json("{'type':'gap'")));
        QCOMPARE(lines.last(), record(7));
    }

    void whatThePageItselfSaysIsMissingIsAGapOnce_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("gaps");

        QTest::addRow("what it had to drop") << QByteArray("buffer_full") << 1;
        QTest::addRow("that record only") << QByteArray("too_large") << 2;
    }

    void whatThePageItselfSaysIsMissingIsAGapOnce()
    {
        QFETCH(QByteArray, reason);
        QFETCH(int, gaps);
        Server server;
        Page game(server);
        const QByteArray gap =
            json("{'type':'gap','timestamp':5,'durationMs':3,'reason':'" + reason + "','seq':7}");
        game.send(json("{'type':'hello','protocol':'telemetry-live/1','resumeFrom':7,'session':'") + page +
                  json("','token':'") + token + json("'}"));
        game.send("[" + gap + "," + record(8) + "]");

        QVERIFY(game.waitFor(json("{'type':'request','what':'snapshot'}")));
        QVERIFY(game.waitFor(json("{'type':'ack','seq':8}")));
        const QByteArrayList lines = server.lines();
        QCOMPARE(lines.size(), qsizetype{gaps} + 1);
        QVERIFY(lines.first().startsWith(json("{'type':'gap'")));
        QCOMPARE(lines.mid(gaps - 1), (QByteArrayList{gap, record(8)}));
    }

    void aFullDiskLosesNothingThatIsSentAgain()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("this takes the right to mount");
        Server server({}, disk.path());
        Page game(server);
        game.sayHello();
        game.send(record(1));
        QVERIFY(game.waitFor(json("{'type':'ack','seq':1}")));
        QVERIFY(disk.fill());
        game.send(json("{'type':'event','seq':2,'payload':{'x':'") + QByteArray(10'000, 'x') + "\"}}");
        game.send(record(3));
        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("shutting_down"));
        QCOMPARE(server.lines(), QByteArrayList{record(1)});

        QVERIFY(QFile::remove(disk.filePath(QStringLiteral("filler"))));
        Page again(server);
        again.sayHello();
        again.send("[" + record(2) + "," + record(3) + "]");

        QVERIFY(again.waitFor(json("{'type':'ack','seq':3}")));
        QCOMPARE(server.lines(), (QByteArrayList{record(1), record(2), record(3)}));
    }

    void pagesAreRecordedApart()
    {
        Server server;
        Page first(server);
        Page second(server);
        first.sayHello();
        second.sayHello(otherPage);
        first.send(record(1));
        second.send(record(7));

        QVERIFY(first.waitFor(json("{'type':'ack','seq':1}")));
        QVERIFY(second.waitFor(json("{'type':'ack','seq':7}")));
        QCOMPARE(server.lines(page), QByteArrayList{record(1)});
        QCOMPARE(server.lines(otherPage), QByteArrayList{record(7)});
    }

    void aSnapshotIsAskedFor()
    {
        Server server;
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));

        server.server().requestSnapshots();

        QVERIFY(game.waitFor(json("{'type':'request','what':'snapshot'}")));
    }

    void otherEventsAreWantedOfThoseThatAreThereAndOfThoseThatCome()
    {
        Server server;
        Page there(server);
        there.sayHello();
        QVERIFY(there.waitFor(json("{'type':'welcome'")));

        server.server().setTopics({"npc:*", "quest:done"});

        QVERIFY(there.waitFor(json("{'type':'topics','topics':['npc:*','quest:done']}")));
        Page late(server);
        late.sayHello(otherPage);
        QVERIFY(late.waitFor(json("'topics':['npc:*','quest:done']")));
    }

    void aSecondSocketOfAPageReplacesTheFirst()
    {
        Server server;
        Page first(server);
        first.sayHello();
        QVERIFY(first.waitFor(json("{'type':'welcome'")));
        Page second(server);
        second.sayHello();

        QVERIFY(second.waitFor(json("{'type':'welcome'")));
        QVERIFY(first.waitUntilClosed());
        QCOMPARE(first.errorCode(), QByteArray("superseded"));
        Page third(server);
        third.sayHello();
        QVERIFY(third.waitFor(json("{'type':'welcome'")));
        QVERIFY(second.waitUntilClosed());
        QCOMPARE(second.errorCode(), QByteArray("superseded"));
        third.send(record(1));
        QVERIFY(third.waitFor(json("{'type':'ack','seq':1}")));
        QCOMPARE(server.server().clients(), std::size_t{1});
    }

    void moreThanFourWait()
    {
        Server server;
        std::vector<std::unique_ptr<Page>> pages;
        for (int i = 0; i < 4; ++i) {
            pages.push_back(std::make_unique<Page>(server));
            pages.back()->sayHello(QByteArray(page).replace(0, 1, QByteArray::number(i)));
            QVERIFY(pages.back()->waitFor(json("{'type':'welcome'")));
        }
        Page fifth(server);
        fifth.sayHello(otherPage);
        QVERIFY(fifth.waitUntilClosed());
        QCOMPARE(fifth.errorCode(), QByteArray("too_many_clients"));

        Page again(server); // one of the four, which lost its connection
        again.sayHello(QByteArray(page).replace(0, 1, "3"));
        QVERIFY(again.waitFor(json("{'type':'welcome'")));
        QVERIFY(pages.back()->waitUntilClosed());
        QCOMPARE(pages.back()->errorCode(), QByteArray("superseded"));

        pages.erase(pages.begin());
        QVERIFY(QTest::qWaitFor([&] { return server.server().clients() == 3; }, patience));
        Page sixth(server);
        sixth.sayHello(otherPage);
        QVERIFY(sixth.waitFor(json("{'type':'welcome'")));
    }

    void thoseWhoSayNothingAreFew()
    {
        Server server;
        std::vector<std::unique_ptr<Page>> pages;
        for (std::size_t i = 0; i < LiveServer::mostSockets; ++i)
            pages.push_back(std::make_unique<Page>(server));
        Page oneMore(server);

        QVERIFY(oneMore.waitUntilClosed());
        QCOMPARE(oneMore.errorCode(), QByteArray("too_many_clients"));
    }

    void acknowledgementsWaitWhereTheRateIsPassed()
    {
        LivePeer::Limits limits;
        limits.recordsPerSecond = 100;
        Server server(limits);
        Page game(server);
        game.sayHello();
        QByteArray batch = "[";
        for (int seq = 1; seq <= 150; ++seq)
            batch += (seq == 1 ? "" : ",") + record(seq);
        QElapsedTimer timer;
        timer.start();

        game.send(batch + "]");

        QVERIFY(game.waitFor(json("{'type':'ack','seq':150}")));
        QVERIFY2(timer.elapsed() >= 450, QByteArray::number(timer.elapsed()).constData());
        QCOMPARE(server.lines().size(), 150);
    }

    void whereNothingCanBeWrittenThePageIsTold()
    {
        Server server({}, QStringLiteral("/proc/no/such/folder"));
        Page game(server);
        game.sayHello();

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("shutting_down"));
        QCOMPARE(server.failed, QByteArrayList{"write_failed"});
    }

    void aServerThatEndsSaysSo()
    {
        auto server = std::make_unique<Server>();
        Page game(*server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));

        server.reset();

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("shutting_down"));
    }

    void aPortIsTakenOnce()
    {
        Server first;
        SystemClock clock;
        LiveServer second(clock, {});

        const auto listening = second.listen(first.server().port());

        QVERIFY(!listening);
        QCOMPARE(listening.error().code, std::string("port_in_use"));
    }
};

QTEST_GUILESS_MAIN(tst_LiveServer)
#include "tst_LiveServer.moc"
