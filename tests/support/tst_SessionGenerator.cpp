// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionReplay.h"
#include "tests/support/ReadSession.h"
#include "tests/support/SessionGenerator.h"
#include "tests/support/TestJson.h"

using namespace inspector;

namespace {

QByteArray textOf(const SessionGenerator::Options &options)
{
    SessionGenerator generator(options);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const auto written = generator.writeTo(buffer); !written)
        QTest::qFail(written.error().message.c_str(), __FILE__, __LINE__);
    return buffer.data();
}

ReadReport replayed(const SessionGenerator::Options &options, SessionReplay &replay)
{
    QBuffer buffer;
    buffer.setData(textOf(options));
    buffer.open(QIODevice::ReadOnly);
    SessionReader reader(buffer, {});
    SessionRecord record;
    while (reader.next(record).value_or(false))
        replay.apply(record, reader.report());
    return reader.report();
}

} // namespace

class tst_SessionGenerator : public QObject
{
    Q_OBJECT

private slots:
    void givesTheSameForTheSameSeed()
    {
        QCOMPARE(textOf({.records = 500, .seed = 7}), textOf({.records = 500, .seed = 7}));
        QVERIFY(textOf({.records = 500, .seed = 7}) != textOf({.records = 500, .seed = 8}));
    }

    void makesRecordsWithoutFault()
    {
        SessionReplay replay;
        const ReadReport report = replayed({.records = 4001, .factions = 30}, replay);
        QCOMPARE(report.records, 4001U);
        QCOMPARE(report.events, 4000U);
        QCOMPARE(shownIssues(report.issues), QByteArrayList());
        QCOMPARE(replay.store().state().get<FactionSlice>().byId.size(), std::size_t{30});
    }

    void leavesHalfOfTheEventsUnreduced()
    {
        SessionReplay replay;
        const ReadReport report = replayed({.records = 4001}, replay);
        QVERIFY(report.unknownEvents > 1800 && report.unknownEvents < 2200);
    }

    void canLeaveThemOut()
    {
        SessionReplay replay;
        const ReadReport report = replayed({.records = 1001, .onlyReduced = true}, replay);
        QCOMPARE(report.events, 1000U);
        QCOMPARE(report.unknownEvents, 0U);
    }

    void takesStepsOneAfterAnother()
    {
        SessionReplay replay;
        replayed({.records = 1001, .tutorialSteps = 3, .onlyReduced = true}, replay);
        QCOMPARE(shown(toJson(replay.store().state().get<TutorialSlice>().completedSteps)),
            QByteArray(R"(["walk_the_pier_0","walk_the_pier_1","walk_the_pier_2"])"));
    }

    void endsWithItsLastRecord()
    {
        SessionGenerator generator({.records = 1});
        std::string text;
        QVERIFY(generator.appendRecord(text));
        QVERIFY(!generator.appendRecord(text));
        QCOMPARE(QByteArray::fromStdString(text).count('\n'), 1);
    }

    void tellsThatItCannotWrite()
    {
        QBuffer closed;
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): device not open");
        const auto written = SessionGenerator({.records = 10}).writeTo(closed);
        QCOMPARE(QByteArray::fromStdString(written.error().code), QByteArray("write_failed"));
    }
};

QTEST_GUILESS_MAIN(tst_SessionGenerator)
#include "tst_SessionGenerator.moc"
