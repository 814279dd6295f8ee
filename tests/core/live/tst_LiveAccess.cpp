// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveAccess.h"

#include <QObject>
#include <QRegularExpression>
#include <QTest>

using namespace inspector;

namespace {

QByteArray code(const Result<void> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().code);
}

} // namespace

class tst_LiveAccess : public QObject
{
    Q_OBJECT

private slots:
    void hosts_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("isWelcome");

        for (const char *host :
            {"127.0.0.1:9777", "127.0.0.1", "localhost:1", "LOCALHOST:9777", "[::1]:9777", "[::1]"})
            QTest::addRow("%s", host) << QByteArray(host) << true;
        for (const char *host :
            {"", "attacker.example:9777", "localhost.attacker.example", "127.0.0.1.attacker.example:80",
                "attacker.example/localhost", "127.0.0.1:9777:1", "localhost:", "localhost:x", "0.0.0.0:9777",
                "::1", "[::1", "127.0.0.1@attacker.example", "localhost:123456"})
            QTest::addRow("not '%s'", host) << QByteArray(host) << false;
    }

    void hosts()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, isWelcome);

        QCOMPARE(code(LiveAccess::checkHost(host.toStdString())), isWelcome ? QByteArray() : "bad_host");
    }

    void origins_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<bool>("isWelcome");
        QTest::addColumn<bool>("isWelcomeWithoutOrigin"); // where pages without one are allowed

        for (const char *origin : {"http://localhost", "http://localhost:5173", "https://127.0.0.1:8080",
                 "http://[::1]:3000", "HTTP://LocalHost:80", "https://game.example:8443"})
            QTest::addRow("%s", origin) << QByteArray(origin) << true << true;
        for (const char *origin : {"", "null"})
            QTest::addRow("no origin '%s'", origin) << QByteArray(origin) << false << true;
        for (const char *origin :
            {"https://game.example", "http://game.example:8443", "https://game.example:84431",
                "https://xgame.example:8443", "http://localhost.attacker.example",
                "http://attacker.example/localhost", "http://127.0.0.1.attacker.example", "ws://localhost",
                "file://", "localhost:5173", "http://localhost@attacker.example", "http://localhost:5173/"})
            QTest::addRow("not %s", origin) << QByteArray(origin) << false << false;
    }

    void origins()
    {
        QFETCH(QByteArray, origin);
        QFETCH(bool, isWelcome);
        QFETCH(bool, isWelcomeWithoutOrigin);
        LiveAccess access{"t", {"https://game.example:8443"}, false};

        QCOMPARE(code(access.checkOrigin(origin.toStdString())), isWelcome ? QByteArray() : "bad_origin");
        access.allowsNoOrigin = true;
        QCOMPARE(code(access.checkOrigin(origin.toStdString())),
            isWelcomeWithoutOrigin ? QByteArray() : "bad_origin");
    }

    void theRemedyNamesThePage()
    {
        const auto refused = LiveAccess{"t", {}, false}.checkOrigin("https://example.org");

        QVERIFY(!refused);
        QCOMPARE(refused.error(), (Error{"bad_origin", "the page is served from https://example.org",
                                      "Allow it with --allow-origin https://example.org, or serve the game "
                                      "from http://localhost."}));
    }

    void tokens_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<bool>("isWelcome");

        QTest::addRow("the token") << QByteArray("0123abcd") << true;
        QTest::addRow("none") << QByteArray() << false;
        QTest::addRow("another") << QByteArray("0123abce") << false;
        QTest::addRow("its beginning") << QByteArray("0123abc") << false;
        QTest::addRow("more than it") << QByteArray("0123abcd0") << false;
        QTest::addRow("it twice") << QByteArray("0123abcd0123abcd") << false;
        QTest::addRow("in capitals") << QByteArray("0123ABCD") << false;
    }

    void tokens()
    {
        QFETCH(QByteArray, given);
        QFETCH(bool, isWelcome);

        QCOMPARE(code(LiveAccess{"0123abcd", {}, false}.checkToken(given.toStdString())),
            isWelcome ? QByteArray() : "bad_token");
        QCOMPARE(code(LiveAccess{{}, {}, false}.checkToken(given.toStdString())), QByteArray("bad_token"));
    }

    void aTokenHas128Bits()
    {
        const QString token = QString::fromStdString(LiveAccess::makeToken());

        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{32}$")).match(token).hasMatch());
        QVERIFY(token.toStdString() != LiveAccess::makeToken());
    }
};

QTEST_APPLESS_MAIN(tst_LiveAccess)
#include "tst_LiveAccess.moc"
