// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/live/FileLimit.h"
#include "tests/core/live/LiveServerHarness.h"
#include "tests/core/live/RawPeer.h"

#include <QFile>
#include <QTcpSocket>

#include <algorithm>
#include <memory>
#include <vector>

using namespace inspector;
using namespace inspector::live_test;

/// Whoever breaks a rule is told why where it listens, and costs nobody else anything.
class tst_HostilePeers : public QObject
{
    Q_OBJECT

private slots:
    void whoIsNotWelcomeIsToldWhy_data()
    {
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QByteArray>("hello");
        QTest::addColumn<QByteArray>("code");

        const auto hello = [](const QByteArray &with, const QByteArray &version = "telemetry-live/1") {
            return QByteArray(json("{'type':'hello','protocol':'") + version + json("','session':'") + page +
                              "\"" + with + "}");
        };
        const QByteArray withToken = json(",'token':'") + token + "\"";
        const QString local = QStringLiteral("http://localhost");
        QTest::addRow("no token") << local << hello({}) << QByteArray("bad_token");
        QTest::addRow("a wrong token") << local << hello(json(",'token':'x'")) << QByteArray("bad_token");
        QTest::addRow("a token twice, the wrong one last")
            << local << hello(withToken + json(",'token':'x'")) << QByteArray("bad_token");
        QTest::addRow("a foreign page")
            << QStringLiteral("https://attacker.example") << hello(withToken) << QByteArray("bad_origin");
        QTest::addRow("a look-alike") << QStringLiteral("http://localhost.attacker.example")
                                      << hello(withToken) << QByteArray("bad_origin");
        QTest::addRow("no page") << QString() << hello(withToken) << QByteArray("bad_origin");
        QTest::addRow("a file") << QStringLiteral("null") << hello(withToken) << QByteArray("bad_origin");
        QTest::addRow("a record first") << local << record(1) << QByteArray("bad_message");
        QTest::addRow("no JSON first") << local << QByteArray("hello") << QByteArray("bad_message");
        QTest::addRow("an older protocol")
            << local << hello(withToken, "telemetry-live/0") << QByteArray("bad_protocol");
        QTest::addRow("a later protocol")
            << local << hello(withToken, "telemetry-live/2") << QByteArray("bad_protocol");
    }

    void whoIsNotWelcomeIsToldWhy()
    {
        QFETCH(QString, origin);
        QFETCH(QByteArray, hello);
        QFETCH(QByteArray, code);
        Server server;
        Page good(server);
        good.sayHello(otherPage);
        QVERIFY(good.waitFor(json("{'type':'welcome'")));

        Page bad(server, origin);
        bad.send(hello);

        QVERIFY(bad.waitUntilClosed());
        QCOMPARE(bad.errorCode(), code);
        QCOMPARE(server.refused, QByteArrayList{code});
        QVERIFY(!QFile::exists(server.path(page)));
        good.send(record(1)); // the others go on
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
    }

    void aBadMessageCostsItsPageOnly_data()
    {
        QTest::addColumn<QByteArray>("message");

        QTest::addRow("no JSON") << QByteArray("nonsense");
        QTest::addRow("no record") << QByteArray("[1]");
        QTest::addRow("no seq") << json("{'type':'event'}");
        QTest::addRow("nested too deep") << QByteArray(300, '[') + QByteArray(300, ']');
        QTest::addRow("larger than may be")
            << json("{'type':'event','seq':2,'payload':'") + QByteArray(4 << 20, 'x') + "\"}";
        QTest::addRow("a second hello") << json("{'type':'hello'}");
    }

    void aBadMessageCostsItsPageOnly()
    {
        QFETCH(QByteArray, message);
        Server server;
        Page good(server);
        good.sayHello(otherPage);
        Page game(server);
        game.sayHello();
        game.send(record(1));
        QVERIFY(game.waitFor(json("{'type':'ack','seq':1}")));

        game.send(message);

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("bad_message"));
        QCOMPARE(server.lines(), QByteArrayList{record(1)});
        good.send(record(1));
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
    }

    void binaryIsNoMessage()
    {
        Server server;
        Page good(server);
        good.sayHello(otherPage);
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));

        game.socket().sendBinaryMessage("x");

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("bad_message"));
        good.send(record(1));
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
    }

    void whatIsTooLargeClosesTheConnection()
    {
        Server server;
        Page good(server);
        good.sayHello(otherPage);
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));

        game.send(json("{'type':'event','seq':1,'payload':'") + QByteArray(10'000'000, 'x') + "\"}");

        QVERIFY(game.waitUntilClosed());
        QVERIFY(QTest::qWaitFor([&] { return !server.refused.isEmpty(); }, patience));
        QCOMPARE(
            server.refused, QByteArrayList{"bad_message"}); // Qt closed; whoever looks is told all the same
        QCOMPARE(server.lines(), QByteArrayList());
        good.send(record(1));
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
    }

    void manyConnectionsLeaveRoomForTheOnesThatAreThere()
    {
        Server server;
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));
        constexpr std::ptrdiff_t many = 1000;
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (std::ptrdiff_t i = 0; i < many; ++i) {
            peers.push_back(std::make_unique<RawPeer>(server));
            if (i % 50 == 0)
                QCoreApplication::processEvents();
        }

        game.send(record(1));

        QVERIFY(game.waitFor(json("{'type':'ack','seq':1}")));
        const auto closed = [&] {
            return std::count_if(
                peers.begin(), peers.end(), [](const auto &peer) { return peer->isClosed(); });
        };
        constexpr auto most = static_cast<std::ptrdiff_t>(LiveServer::mostSockets);
        QVERIFY(QTest::qWaitFor([&] { return closed() >= many - most; }, patience));
        QVERIFY(server.refused.contains("too_many_clients"));
        game.send(record(2));
        QVERIFY(game.waitFor(json("{'type':'ack','seq':2}")));
    }

    void aServerThatMayOpenNoFurtherFileGoesOn()
    {
        Server server;
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));
        {
            constexpr rlim_t more = 20;
            QFile spare(QStringLiteral("/dev/null"));
            QVERIFY(spare.open(QIODevice::ReadOnly));
            const FileLimit limit(more);
            std::vector<std::unique_ptr<QTcpSocket>> peers;
            const auto connects = [&] {
                peers.push_back(std::make_unique<QTcpSocket>());
                peers.back()->connectToHost(QHostAddress::LocalHost, server.server().port());
                const bool isConnected = peers.back()->waitForConnected();
                QCoreApplication::processEvents();
                return isConnected;
            };
            while (connects()) {
            }
            spare.close();
            QVERIFY(connects()); // with the last file there is: the server has none for it
            game.send(record(1));
            QVERIFY(game.waitFor(json("{'type':'ack','seq':1}")));
        }

        Page late(server);
        late.sayHello(otherPage);

        QVERIFY(late.waitFor(json("{'type':'welcome'")));
    }

    void aForeignNameForThisMachineIsRefused()
    {
        Server server;
        Page good(server);
        good.sayHello(otherPage);
        QVERIFY(good.waitFor(json("{'type':'welcome'")));
        RawPeer peer(server, "attacker.example:9777");

        QVERIFY(peer.waitUntilClosed());
        QCOMPARE(server.refused, QByteArrayList{"bad_host"});
        good.send(record(1));
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
    }

    void whoSaysNothingGoes()
    {
        LivePeer::Limits limits;
        limits.helloMs = 50;
        Server server(limits);
        Page game(server);

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("idle"));
    }

    void whoDoesNotAnswerGoes()
    {
        LivePeer::Limits limits;
        limits.pingMs = 20;
        limits.idleMs = 2'000;
        limits.farewellMs = 50;
        Server server(limits);
        RawPeer silent(server); // never answers a ping
        Page alive(server);
        alive.sayHello();

        QVERIFY(QTest::qWaitFor([&] { return !server.refused.isEmpty(); }, patience));
        QCOMPARE(server.refused, QByteArrayList{"idle"});
        QVERIFY(silent.waitUntilClosed());
        alive.send(record(1));
        QVERIFY(alive.waitFor(json("{'type':'ack','seq':1}")));
    }

    void whoPassesTheWindowGoes()
    {
        LivePeer::Limits limits;
        limits.recordsPerSecond = 1;
        Server server(limits);
        Page game(server);
        game.sayHello();
        for (int message = 0; message < 20; ++message) {
            QByteArray batch = "[";
            for (int i = 1; i <= 1000; ++i)
                batch += (i == 1 ? "" : ",") + record(message * 1000 + i);
            game.send(batch + "]");
        }

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("rate"));
    }

    void aBrokenFrameCostsItsPeerOnly_data()
    {
        QTest::addColumn<QByteArray>("what");

        QTest::addRow("a frame that claims to be larger than may be") << QByteArray("large");
        QTest::addRow("a message of frames that has no end") << QByteArray("fragments");
        QTest::addRow("text that is no UTF-8") << QByteArray("utf8");
        QTest::addRow("an opcode that there is not") << QByteArray("opcode");
    }

    void aBrokenFrameCostsItsPeerOnly()
    {
        QFETCH(QByteArray, what);
        Server server;
        Page good(server);
        good.sayHello(otherPage);
        RawPeer bad(server);
        bad.attach();
        QVERIFY(QTest::qWaitFor([&] { return server.server().clients() == 2; }, patience));

        constexpr quint64 mebibyte = 1024ULL * 1024;
        constexpr quint64 tooLarge = 2 * live::mostMessageBytes + 1; // up to there a page is told why
        if (what == "large")
            bad.beginFrame(RawPeer::Final | RawPeer::Text, tooLarge);
        else if (what == "utf8")
            bad.sendFrame(RawPeer::Final | RawPeer::Text, "{\"type\":\"event\xc3\x28\"}");
        else if (what == "opcode")
            bad.sendFrame(RawPeer::Final | 0x03, "x");
        const QByteArray part(qsizetype{mebibyte}, 'x');
        for (quint64 i = 0; what == "fragments" && i <= tooLarge / mebibyte; ++i)
            bad.sendFrame(i == 0 ? RawPeer::Text : RawPeer::Continuation, part);

        QVERIFY(bad.waitUntilClosed());
        QVERIFY(QTest::qWaitFor([&] { return !server.refused.isEmpty(); }, patience));
        QCOMPARE(server.refused, QByteArrayList{"bad_message"});
        QCOMPARE(server.lines(), QByteArrayList());
        good.send(record(1));
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
        QCOMPARE(server.server().clients(), std::size_t{1});
    }

    void aFrameThatNeverEndsEnds()
    {
        LivePeer::Limits limits;
        limits.pingMs = 20;
        limits.idleMs = 2'000;
        limits.farewellMs = 50;
        Server server(limits);
        Page good(server);
        good.sayHello(otherPage);
        RawPeer bad(server);
        bad.attach();
        QVERIFY(QTest::qWaitFor([&] { return server.server().clients() == 2; }, patience));

        bad.beginFrame(RawPeer::Final | RawPeer::Text, 1'000'000);
        QTimer drop;
        QObject::connect(&drop, &QTimer::timeout, [&] {
            if (!bad.isClosed())
                bad.write("x");
        });
        drop.start(10);

        QVERIFY(bad.waitUntilClosed());
        QCOMPARE(server.refused, QByteArrayList{"idle"});
        good.send(record(1));
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
    }

    void whoNeverReadsHoldsUpNobody()
    {
        Server server;
        RawPeer deaf(server);
        deaf.attach();
        QVERIFY(QTest::qWaitFor([&] { return server.server().clients() == 1; }, patience));
        deaf.stopReading();

        constexpr int messages = 50'000;
        for (int seq = 1; seq <= messages; ++seq) {
            deaf.sendFrame(RawPeer::Final | RawPeer::Text, record(seq));
            if (seq % 500 == 0)
                QVERIFY(QTest::qWaitFor([&] { return deaf.socket().bytesToWrite() == 0; }, patience));
        }

        QVERIFY(QTest::qWaitFor([&] { return server.lines().size() == messages; }, patience));
        QCOMPARE(server.refused, QByteArrayList());
        Page good(server);
        good.sayHello(otherPage);
        good.send(record(1));
        QVERIFY(good.waitFor(json("{'type':'ack','seq':1}")));
    }

    void aHalfOpenPeerIsReplacedByItsSuccessor()
    {
        Server server;
        RawPeer gone(server); // its machine sleeps: it neither reads nor closes
        gone.attach();
        gone.sendFrame(RawPeer::Final | RawPeer::Text, record(1));
        QVERIFY(QTest::qWaitFor([&] { return server.lines().size() == 1; }, patience));

        Page successor(server);
        successor.sayHello();

        QVERIFY(successor.waitFor(json("{'type':'welcome'")));
        QVERIFY(successor.messages.front().contains(json("'ackedSeq':1")));
        successor.send(record(2));
        QVERIFY(successor.waitFor(json("{'type':'ack','seq':2}")));
        QCOMPARE(server.lines(), (QByteArrayList{record(1), record(2)}));
        QCOMPARE(server.refused, QByteArrayList{"superseded"});
    }
};

QTEST_GUILESS_MAIN(tst_HostilePeers)
#include "tst_HostilePeers.moc"
