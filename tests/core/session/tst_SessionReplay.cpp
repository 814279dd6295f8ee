// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "core/session/StopPoint.h"
#include "tests/support/TestJson.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace inspector;

class tst_SessionReplay : public QObject
{
    Q_OBJECT

private slots:
    void tellsFieldsOfTheWrongTypeOnce()
    {
        const SessionInput input = SessionInput::fromText("x",
            R"({"type":"event","timestamp":1,"event":"tutorial:step_started","payload":{"title":9,"durationMs":"x"}}
{"type":"snapshot","timestamp":2,"snapshot":{"factions":{"byId":{"a":{"fame":"x"}}},"tutorial":[]},"transcript":[{"event":1},7]}
{"type":"event","timestamp":3,"event":"nobody:knows","payload":{"title":9}}
)");
        SessionReplay replay;
        SessionReader reader(input.device(), {});
        SessionRecord record;

        while (reader.next(record).value_or(false))
            replay.apply(record, reader.report());

        QStringList warnings;
        for (const ReadIssue &issue : reader.report().issues)
            warnings.append(
                QString::number(quint64{issue.line}) + u' ' + QString::fromStdString(issue.field));
        QCOMPARE(warnings, QStringList({QStringLiteral("1 title"), QStringLiteral("1 durationMs"),
                               QStringLiteral("2 factions.byId.a.fame"), QStringLiteral("2 tutorial"),
                               QStringLiteral("2 transcript.0.event"), QStringLiteral("2 transcript.1")}));
        QCOMPARE(reader.report().unknownEvents, std::uint64_t{1});
        QCOMPARE(replay.firstTime().value_or(-1), 1.0);
        QCOMPARE(replay.lastTime().value_or(-1), 3.0);
        QCOMPARE(replay.recorder().entries().size(), std::size_t{1});
    }

    void stopPoint_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shownAs");    // empty: an error
        QTest::addColumn<bool>("reachedByRecord7"); // an event a:b

        QTest::addRow("number") << QByteArray("7") << QByteArray("#7") << true;
        QTest::addRow("number with a hash") << QByteArray("#8") << QByteArray("#8") << false;
        QTest::addRow("event") << QByteArray("a:b") << QByteArray("a:b") << true;
        QTest::addRow("other event") << QByteArray("a:c") << QByteArray("a:c") << false;
        QTest::addRow("zero") << QByteArray("0") << QByteArray() << false;
        QTest::addRow("nothing") << QByteArray("") << QByteArray() << false;
    }

    void stopPoint()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shownAs);
        QFETCH(bool, reachedByRecord7);
        SessionRecord record;
        record.number = 7;
        record.event = "a:b";

        const auto point = StopPoint::parse(text.toStdString());

        QCOMPARE(point ? QByteArray::fromStdString(point->text()) : QByteArray(), shownAs);
        QCOMPARE(point && point->isReached(record), reachedByRecord7);
    }

    void openingFails_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("code");

        QTest::addRow("missing") << QStringLiteral("/nonexistent/x") << QByteArray("input_missing");
        QTest::addRow("folder") << QStringLiteral("/") << QByteArray("input_unreadable");
    }

    void openingFails()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, code);

        const auto input = SessionInput::openFile(path.toStdString());

        QVERIFY(!input);
        QCOMPARE(QByteArray::fromStdString(input.error().code), code);
        QVERIFY(input.error().message.find(path.toStdString()) != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_SessionReplay)
#include "tst_SessionReplay.moc"
