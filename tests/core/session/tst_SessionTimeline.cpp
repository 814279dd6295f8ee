// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionTimeline.h"
#include "core/session/TimelineReader.h"
#include "tests/support/PlayedSession.h"

#include <QBuffer>
#include <QIODevice>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

SessionRecord eventNamed(const char *name, double time)
{
    SessionRecord record;
    record.type = SessionRecord::Type::Event;
    record.typeName = "event";
    record.event = name;
    record.timestamp = time;
    record.payload = JsonObject{{"factionId", "a"}, {"newFame", time}};
    return record;
}

std::shared_ptr<const SessionFile> emptyFile()
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadOnly);
    return *SessionFile::fromDevice(buffer, "x");
}

} // namespace

class tst_SessionTimeline : public QObject
{
    Q_OBJECT

private slots:
    void onlyChangesCountForKeyframes()
    {
        SessionTimeline::Options options;
        options.keyframes.spacing = 3;
        SessionTimeline timeline(emptyFile(), options);
        SessionReplay replay;
        ReadReport report;
        for (int i = 1; i <= 30; ++i) {
            const SessionRecord record = eventNamed(i % 5 == 0 ? "reputation:changed" : "npc:moved", i);
            replay.apply(record, report);
            timeline.append(record, {static_cast<std::uint64_t>(i) * 10, 9, true}, replay);
        }

        QCOMPARE(timeline.size(), std::uint64_t{30});
        QCOMPARE(timeline.keyframes().size(), std::size_t{3});
        QCOMPARE(timeline.keyframes().nearest(29).number, std::uint64_t{15});
        QVERIFY(timeline.keyframes().nearest(30).state() == replay.state());
        QCOMPARE(timeline.index().names().count(0), std::uint64_t{24});
        QCOMPARE(timeline.index().nextChange(1, 30), std::optional<std::uint64_t>(5));
    }

    void beginsWithTheStart()
    {
        SessionTimeline::Options options;
        options.replay.store.promptHistoryLimit = 3;
        const SessionTimeline timeline(emptyFile(), options);

        QCOMPARE(timeline.size(), std::uint64_t{0});
        QVERIFY(TimelineReader(timeline).stateAt(0) == SessionReplay(options.replay).state());
    }

    void onlyWhatIsNoLineIsKept()
    {
        SessionTimeline timeline(emptyFile());
        const SessionReplay replay;
        const SessionRecord record = eventNamed("a", 1);
        timeline.append(record, {0, 9, true}, replay);
        timeline.append(record, {0, 9, false}, replay);

        QVERIFY(timeline.keptRecord(1) == nullptr);
        QVERIFY(*timeline.keptRecord(2) == record);
        QVERIFY(timeline.keptRecord(3) == nullptr);
        QVERIFY(timeline.keyframes().nearest(2).pinned);
    }

    void aCopyGoesItsOwnWay()
    {
        SessionTimeline timeline(emptyFile());
        const SessionReplay replay;
        timeline.append(eventNamed("a", 1), {0, 9, true}, replay);
        const SessionTimeline copy = timeline;
        timeline.append(eventNamed("b", 2), {10, 9, true}, replay);

        QCOMPARE(copy.size(), std::uint64_t{1});
        QCOMPARE(copy.index().names().size(), std::size_t{1});
        QCOMPARE(timeline.size(), std::uint64_t{2});
    }
};

QTEST_APPLESS_MAIN(tst_SessionTimeline)
#include "tst_SessionTimeline.moc"
