// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/OutputTail.h"
#include "core/publish/Redactor.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const EnvironmentVariables job{{"DEPLOY_TOKEN", "s3cr3t+/value"}, {"game_password", "pa\"ss'wo\nrd-line-two"},
    {"SHORT_TOKEN", "12345"}, {"LONGER_API_KEY", "s3cr3t+/value-and-more"}, {"PATH", "/usr/bin"},
    {"EMPTY_SECRET", ""}};

QByteArray redacted(const QByteArray &text)
{
    return QByteArray::fromStdString(Redactor(job).redacted(text.toStdString()));
}

} // namespace

class tst_Redactor : public QObject
{
    Q_OBJECT

private slots:
    void secretNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("secret");

        for (const char *name : {"A_TOKEN", "A_SECRET", "A_PASSWORD", "A_PRIVATE_KEY", "A_ACCESS_KEY",
                 "A_SECRET_KEY", "A_SSH_KEY", "A_API_KEY", "a_token"})
            QTest::addRow("%s", name) << QByteArray(name) << true;
        for (const char *name : {"PATH", "TOKEN_COUNT", "TOKENS", "KEY", "MONKEY"})
            QTest::addRow("%s", name) << QByteArray(name) << false;
    }

    void secretNames()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, secret);

        QCOMPARE(Redactor::isSecretName(name.toStdString()), secret);
    }

    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray token("s3cr3t+/value");

        QTest::addRow("nothing") << QByteArray("") << QByteArray("");
        QTest::addRow("none in it") << QByteArray("all is well /usr/bin 12345")
                                    << QByteArray("all is well /usr/bin 12345");
        QTest::addRow("a value") << "use " + token + "!" << QByteArray("use [redacted]!");
        QTest::addRow("twice") << token + token << QByteArray("[redacted][redacted]");
        QTest::addRow("the longer one first") << token + "-and-more" << QByteArray("[redacted]");
        QTest::addRow("percent") << "q=" + token.toPercentEncoding() << QByteArray("q=[redacted]");
        QTest::addRow("percent, lower case")
            << QByteArray("q=s3cr3t%2b%2fvalue") << QByteArray("q=[redacted]");
        QTest::addRow("base64") << token.toBase64()
                                << QByteArray("[redacted]Q=="); // with what the bytes behind it are in
        QTest::addRow("percent, mixed case") << QByteArray("q=s3cr3t%2b/value") << QByteArray("q=[redacted]");
        QTest::addRow("base64 with a newline")
            << QByteArray(token + '\n').toBase64()
            << QByteArray("[redacted]WUK").replace("WUK", QByteArray(token + '\n').toBase64().mid(17));
        QTest::addRow("basic authentication") << QByteArray("me:" + token).toBase64()
                                              << QByteArray(QByteArray("me:").toBase64() + "[redacted]Q==");
        QTest::addRow("json of a browser") << QByteArray("s3cr3t+\\/value") << QByteArray("[redacted]");
        QTest::addRow("json") << QByteArray("{\"a\":\"pa\\\"ss'wo\\nrd-line-two\"}")
                              << QByteArray("{\"a\":\"[redacted]\"}");
        QTest::addRow("xml") << QByteArray("pa&quot;ss&apos;wo\nrd-line-two") << QByteArray("[redacted]");
        QTest::addRow("shell") << QByteArray("'pa\"ss'\\''wo\nrd-line-two'") << QByteArray("'[redacted]'");
        QTest::addRow("one line of it") << QByteArray("> rd-line-two") << QByteArray("> [redacted]");
        QTest::addRow("password of a URL")
            << QByteArray("git https://me:hunter2@host/x and ftp://a:b@c")
            << QByteArray("git https://me:[redacted]@host/x and ftp://a:[redacted]@c");
        QTest::addRow("a URL without one") << QByteArray("https://host:80/a@b https://me@host")
                                           << QByteArray("https://host:80/a@b https://me@host");
        QTest::addRow("a password with an at")
            << QByteArray("https://me:a@b@host/") << QByteArray("https://me:[redacted]@host/");
    }

    void texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);

        QCOMPARE(redacted(text), expected);
    }

    void values()
    {
        const JsonValue value = json("{\"s3cr3t+/value\":[\"s3cr3t+/value\",1,{\"a\":null}],\"b\":true}");
        QCOMPARE(shown(Redactor(job).redactedJson(value)),
            QByteArray("{\"[redacted]\":[\"[redacted]\",1,{\"a\":null}],\"b\":true}"));
    }

    void aNumberMayBeOne()
    {
        const Redactor redactor({{"PIN_PASSWORD", "12345678"}});
        QCOMPARE(shown(redactor.redactedJson(JsonArray{12345678, 1})), QByteArray("[\"[redacted]\",1]"));
    }

    void aVariableMayComeLater()
    {
        Redactor redactor;
        redactor.addVariable("A_TOKEN", "s3cr3t");
        redactor.addVariable("B", "plain-value");
        QCOMPARE(redactor.redacted("s3cr3t plain-value"), std::string("[redacted] plain-value"));
    }

    void aCutLeavesNoPieceOfASecret()
    {
        const Redactor redactor(job);
        QCOMPARE(redactor.redactedHead("abc s3cr3t+/val"), std::string("abc "));
        QCOMPARE(redactor.redactedTail("t+/value abc"), std::string(" abc"));
        QCOMPARE(redactor.redactedHead("abc"), std::string("abc"));
        QCOMPARE(redactor.redactedHead("get https://me:hunt"), std::string("get https://me:"));
        QCOMPARE(redactor.redactedHead("get https://host/a:b"), std::string("get https://host/a:b"));
        QCOMPARE(redactor.redactedTail("er2@host/x"), std::string("@host/x"));
        QCOMPARE(redactor.redactedTail("er2/x@y"), std::string("er2/x@y"));
        QCOMPARE(Redactor().redactedTail("abc"), std::string("abc"));
    }

    void outputKeepsItsEnds_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QByteArray>("left"); // what stands in the middle

        const int kept = static_cast<int>(OutputTail::keptBytes);
        QTest::addRow("nothing") << 0 << QByteArray();
        QTest::addRow("little") << 100 << QByteArray();
        QTest::addRow("just all") << 2 * kept << QByteArray();
        QTest::addRow("one more") << 2 * kept + 1 << QByteArray("\n[… 1 bytes left out …]\n");
        QTest::addRow("much") << 10'000'000 << QByteArray("\n[… 9868928 bytes left out …]\n");
    }

    void outputKeepsItsEnds()
    {
        QFETCH(int, bytes);
        QFETCH(QByteArray, left);
        QByteArray all;
        for (int i = 0; i < bytes; ++i)
            all += static_cast<char>('a' + i % 23);
        for (const int piece : {1000, 70'000, 10'000'000}) {
            OutputTail tail;
            for (int at = 0; at < bytes; at += piece)
                tail.append(all.mid(at, piece).toStdString());
            const auto kept = static_cast<qsizetype>(OutputTail::keptBytes);
            const QByteArray expected = left.isEmpty() ? all : all.left(kept) + left + all.right(kept);

            QCOMPARE(tail.bytes(), static_cast<std::uint64_t>(bytes));
            QVERIFY(QByteArray::fromStdString(tail.text(Redactor())) == expected);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Redactor)
#include "tst_Redactor.moc"
