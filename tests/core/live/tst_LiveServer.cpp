// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "core/base/SystemClock.h"
#include "core/live/LiveServer.h"
#include "tests/support/SmallDisk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace inspector;

namespace {

constexpr int patience = 20'000; // ms; only a hang gets there
const QByteArray token = "0123456789abcdef";
const QByteArray page = "0f8fad5b-d9cb-469f-a165-70867728950e";
const QByteArray otherPage = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

/// JSON is easier to read here with ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray record(int seq)
{
    const QByteArray number = QByteArray::number(seq);
    return json("{'type':'event','timestamp':") + number + json(",'event':'a:b','payload':{},'seq':") +
           number + "}";
}

/// A server on a free port, with what it told.
class Server
{
public:
    explicit Server(LivePeer::Limits limits = {}, const QString &folder = {})
        : m_folderName(folder.isEmpty() ? m_folder.path() : folder)
        , m_server(m_clock, options(limits))
    {
        QObject::connect(&m_server, &LiveServer::refused,
            [this](const Error &error) { refused << QByteArray::fromStdString(error.code); });
        QObject::connect(&m_server, &LiveServer::writeFailed,
            [this](const Error &error) { failed << QByteArray::fromStdString(error.code); });
        if (!m_server.listen(0))
            QTest::qFail("it does not listen", __FILE__, __LINE__);
    }

    [[nodiscard]] LiveServer &server() { return m_server; }
    [[nodiscard]] QString path(const QByteArray &session) const
    {
        return QDir(m_folderName).filePath(QString::fromLatin1(session) + QStringLiteral(".ndjson"));
    }
    /// The file of a session without its first line, which tells the time.
    [[nodiscard]] QByteArrayList lines(const QByteArray &session = page) const
    {
        QFile file(path(session));
        if (!file.open(QIODevice::ReadOnly))
            return {"there is no file"};
        QByteArrayList all = file.readAll().split('\n');
        all.removeFirst();
        all.removeLast();
        return all;
    }

    QByteArrayList refused, failed;

private:
    LiveServer::Options options(const LivePeer::Limits &limits) const
    {
        LiveServer::Options options;
        options.access.token = token.toStdString();
        options.pathFor = [this](const LiveHello &hello) {
            return path(QByteArray::fromStdString(hello.session)).toStdString();
        };
        options.limits = limits;
        return options;
    }

    QTemporaryDir m_folder;
    QString m_folderName;
    SystemClock m_clock;
    LiveServer m_server;
};

/// A page, as far as the server can tell.
class Page
{
public:
    explicit Page(Server &server, const QString &origin = QStringLiteral("http://localhost:5173"))
        : m_socket(origin)
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived,
            [this](const QString &text) { messages << text.toUtf8(); });
        m_socket.open(QUrl(QString::fromStdString(server.server().url())));
        // Who is not welcome is gone again at once.
        bool wasConnected = false;
        QObject::connect(
            &m_socket, &QWebSocket::connected, &m_socket, [&] { wasConnected = true; },
            Qt::SingleShotConnection);
        if (!QTest::qWaitFor([&] { return wasConnected; }, patience))
            QTest::qFail("no connection", __FILE__, __LINE__);
    }

    void send(const QByteArray &message) { m_socket.sendTextMessage(QString::fromUtf8(message)); }
    void sayHello(const QByteArray &session = page, const QByteArray &with = token)
    {
        send(json("{'type':'hello','protocol':'telemetry-live/1','session':'") + session +
             json("','token':'") + with + json("','game':'Harbour'}"));
    }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

    bool waitFor(const QByteArray &beginning)
    {
        return QTest::qWaitFor(
            [&] {
                return std::any_of(messages.begin(), messages.end(),
                    [&](const QByteArray &message) { return message.startsWith(beginning); });
            },
            patience);
    }
    bool waitUntilClosed()
    {
        return QTest::qWaitFor(
            [&] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, patience);
    }
    /// The code of the error that it was told; empty for none.
    [[nodiscard]] QByteArray errorCode() const
    {
        for (const QByteArray &message : messages) {
            const auto value = parseJson(message.toStdString());
            const JsonObject *object = value ? value->asObject() : nullptr;
            if (object != nullptr && (*object)["type"] == JsonValue("error"))
                return QByteArray::fromStdString(*(*object)["code"].asString());
        }
        return {};
    }

    QByteArrayList messages;

private:
    QWebSocket m_socket;
};

} // namespace

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
        QTest::addRow("a second hello") << json("{'type':'hello'}");
    }

    void aBadMessageCostsItsPageOnly()
    {
        QFETCH(QByteArray, message);
        Server server;
        Page game(server);
        game.sayHello();
        game.send(record(1));
        QVERIFY(game.waitFor(json("{'type':'ack','seq':1}")));

        game.send(message);

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("bad_message"));
        QCOMPARE(server.lines(), QByteArrayList{record(1)});
    }

    void binaryIsNoMessage()
    {
        Server server;
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));

        game.socket().sendBinaryMessage("x");

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(game.errorCode(), QByteArray("bad_message"));
    }

    void whatIsTooLargeClosesTheConnection()
    {
        Server server;
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));

        game.send(json("{'type':'event','seq':1,'payload':'") + QByteArray(10'000'000, 'x') + "\"}");

        QVERIFY(game.waitUntilClosed());
        QCOMPARE(server.lines(), QByteArrayList());
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

        QVERIFY(fifth.waitUntilClosed());
        QCOMPARE(fifth.errorCode(), QByteArray("too_many_clients"));
        pages.pop_back();
        QVERIFY(QTest::qWaitFor([&] { return server.server().clients() == 3; }, patience));
        Page sixth(server);
        sixth.sayHello(otherPage);
        QVERIFY(sixth.waitFor(json("{'type':'welcome'")));
    }

    void manyConnectionsLeaveRoomForTheOnesThatAreThere()
    {
        Server server;
        Page game(server);
        game.sayHello();
        QVERIFY(game.waitFor(json("{'type':'welcome'")));
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 1000; ++i) {
            auto &socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
            socket->connectToHost(QStringLiteral("127.0.0.1"), server.server().port());
            if (i % 50 == 0)
                QCoreApplication::processEvents();
        }

        game.send(record(1));

        QVERIFY(game.waitFor(json("{'type':'ack','seq':1}")));
    }

    void aForeignNameForThisMachineIsRefused()
    {
        Server server;
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), server.server().port());
        socket.write(
            "GET / HTTP/1.1\r\nHost: attacker.example:9777\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            "Origin: http://localhost\r\n\r\n");

        QVERIFY(QTest::qWaitFor([&] { return !server.refused.isEmpty(); }, patience));
        QCOMPARE(server.refused, QByteArrayList{"bad_host"});
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
        limits.idleMs = 100;
        limits.farewellMs = 50;
        Server server(limits);
        QTcpSocket silent; // never answers a ping
        silent.connectToHost(QStringLiteral("127.0.0.1"), server.server().port());
        silent.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                     "Origin: http://localhost\r\n\r\n");
        Page alive(server);
        alive.sayHello();

        QVERIFY(QTest::qWaitFor([&] { return !server.refused.isEmpty(); }, patience));
        QCOMPARE(server.refused, QByteArrayList{"idle"});
        QVERIFY(
            QTest::qWaitFor([&] { return silent.state() == QAbstractSocket::UnconnectedState; }, patience));
        alive.send(record(1));
        QVERIFY(alive.waitFor(json("{'type':'ack','seq':1}")));
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
