// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveTopics.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_LiveTopics : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("topics");
        const QByteArray usual = QByteArray::fromStdString(live::topicsText(live::defaultTopics()));

        QTest::addRow("one") << QByteArray("quest:*") << QByteArray("quest:*");
        QTest::addRow("spaces and commas")
            << QByteArray(" quest:*,npc:spoke  *:*:done\t,\n") << QByteArray("quest:* npc:spoke *:*:done");
        QTest::addRow("each once") << QByteArray("a:b c a:b") << QByteArray("a:b c");
        QTest::addRow("all of two parts") << QByteArray("*:*") << QByteArray("*:*");
        QTest::addRow("nothing") << QByteArray() << usual;
        QTest::addRow("only separators") << QByteArray(" , ") << usual;
        QTest::addRow("its own text") << usual << usual;
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, topics);

        const auto read = live::readTopics(text.toStdString());

        QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
        QCOMPARE(QByteArray::fromStdString(live::topicsText(*read)), topics);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("message");
        QByteArray many;
        for (int i = 0; i < 101; ++i)
            many += "t" + QByteArray::number(i) + ' ';
        const QByteArray isNone = " is no name of events, nor a pattern of names";

        QTest::addRow("an empty part") << QByteArray("a::b") << "\"a::b\"" + isNone;
        QTest::addRow("an empty first part") << QByteArray("a:b :b") << "\":b\"" + isNone;
        QTest::addRow("an empty last part") << QByteArray("quest:") << "\"quest:\"" + isNone;
        QTest::addRow("a quote") << QByteArray("a:\"b") << "\"a:\"b\"" + isNone;
        QTest::addRow("no ASCII") << QByteArray("qu\xc3\xaate") << QByteArray("\"qu\xc3\xaate\"") + isNone;
        QTest::addRow("a part of a part") << QByteArray("quest:pro*") << "\"quest:pro*\"" + isNone;
        QTest::addRow("two stars") << QByteArray("faction:**") << "\"faction:**\"" + isNone;
        QTest::addRow("one star") << QByteArray("*")
                                  << QByteArray(
                                         "\"*\" stands for names of one part only, and events have more");
        QTest::addRow("very long") << QByteArray(201, 'a') << '"' + QByteArray(40, 'a') + "…\"" + isNone;
        QTest::addRow("very long, and no ASCII")
            << "a" + QByteArray("\xc3\xaa").repeated(100)
            << "\"a" + QByteArray("\xc3\xaa").repeated(19) + "…\"" + isNone;
        QTest::addRow("the whole state")
            << QByteArray("quest:* worldstate:updated")
            << QByteArray("\"worldstate:updated\" is never forwarded: each of these carries the whole state");
        QTest::addRow("many") << many << QByteArray("there are 101 patterns, more than 100");
    }

    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, message);

        const auto read = live::readTopics(text.toStdString());

        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, std::string("bad_topics"));
        QCOMPARE(QByteArray::fromStdString(read.error().message), message);
        QVERIFY(!read.error().remedy.empty());
    }

    void theStateIsNeverForwardedUnasked()
    {
        for (const std::string &topic : live::defaultTopics())
            QVERIFY(!topic.starts_with("worldstate"));
    }
};

QTEST_APPLESS_MAIN(tst_LiveTopics)
#include "tst_LiveTopics.moc"
