// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SessionTracksRecorder.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "core/state/StoreWatchers.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray text(std::uint64_t number)
{
    return QByteArray::number(static_cast<qulonglong>(number));
}

/// All tracks, a line each point.
QByteArrayList shown(const SessionTracks &tracks)
{
    QByteArrayList lines;
    const auto showReputation = [&](const char *what, const QByteArray &id, const auto &points) {
        for (const FactionTrack::Reputation &point : points) {
            lines.append(
                id + " " + what + " #" + text(point.number) + " " +
                (point.isKnown ? QByteArray::number(point.fame) + "/" + QByteArray::number(point.infamy)
                               : QByteArray("unknown")) +
                (point.wasStale ? " stale" : ""));
        }
    };
    tracks.factions.forEach([&](std::string_view key, const FactionTrack &track) {
        const QByteArray id(key.data(), static_cast<qsizetype>(key.size()));
        showReputation("is", id, track.reputation);
        showReputation("modelled", id, track.modelled);
        for (const auto &point : track.attitudes)
            lines.append(
                id + " attitude #" + text(point.number) + " " + QByteArray::fromStdString(point.attitude));
        for (const auto &point : track.cascades)
            lines.append(id + (point.isRise ? " rises #" : " falls #") + text(point.number) + " by " +
                         QByteArray::fromStdString(point.source));
    });
    static constexpr const char *ends[] = {"running", "completed", "skipped", "left"};
    for (const TutorialTrack::Step &step : tracks.tutorial.steps)
        lines.append("step " + QByteArray::fromStdString(step.id) + " #" + text(step.number) + " to #" +
                     text(step.endNumber) + " " + ends[static_cast<int>(step.end)]);
    for (const TutorialTrack::Mark &mark : tracks.tutorial.marks)
        lines.append((mark.kind == TutorialTrack::Mark::Kind::HintUpdated ? "hint #" : "snapshot #") +
                     text(mark.number) + " " + QByteArray::fromStdString(mark.label));
    for (const auto &marker : tracks.markers)
        lines.append("marker #" + text(marker.number) + " " + QByteArray::fromStdString(marker.label));
    for (const auto &gap : tracks.gaps)
        lines.append("gap #" + text(gap.number) + " " + QByteArray::number(gap.durationMs) + " ms " +
                     QByteArray::fromStdString(gap.label));
    return lines;
}

/// The tracks of a session, given as lines with ' for ".
QByteArrayList tracksOf(QByteArray lines)
{
    const SessionInput input = SessionInput::fromText("x", lines.replace('\'', '"').toStdString());
    SessionReader reader(input.device(), {});
    SessionReplay replay;
    SessionTracksRecorder recorder(FactionCatalogue::builtIn());
    const StoreWatchers watchers(replay.store(), {&recorder});
    SessionRecord record;
    while (reader.next(record).value_or(false)) {
        recorder.begin(record, SessionReplay::changesState(record));
        replay.apply(record, reader.report());
    }
    return shown(recorder.tracks());
}

QByteArray eventLine(const char *name, const char *payload)
{
    return QByteArray("{'type':'event','timestamp':1,'event':'") + name + "','payload':" + payload + "}\n";
}

} // namespace

class tst_SessionTracksRecorder : public QObject
{
    Q_OBJECT

private slots:
    void writesDown_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QByteArrayList>("expected");
        const QByteArray fame = eventLine("reputation:changed",
            "{'factionId':'cipher_collective','newFame':5,'newInfamy':1,'deltaFame':5,'deltaInfamy':1}");

        QTest::addRow("a reputation") << fame << QByteArrayList{"cipher_collective is #1 5/1"};
        QTest::addRow("a value that is not where it was left")
            << fame + eventLine(
                          "reputation:changed", "{'factionId':'cipher_collective','newFame':9,'deltaFame':1}")
            << QByteArrayList{"cipher_collective is #1 5/1", "cipher_collective is #2 9/1 stale"};
        QTest::addRow("what cannot be compared is where it was left")
            << fame + eventLine("reputation:changed", "{'factionId':'cipher_collective','newFame':9}") +
                   eventLine("reputation:changed", "{'factionId':'cipher_collective','deltaFame':3}")
            << QByteArrayList{"cipher_collective is #1 5/1", "cipher_collective is #2 9/1",
                   "cipher_collective is #3 9/1"};
        QTest::addRow("an attitude")
            << eventLine("faction:attitude_changed",
                   "{'factionId':'x','newAttitude':'hostile','oldAttitude':'neutral'}")
            << QByteArrayList{"x attitude #1 hostile"};
        QTest::addRow("the same attitude again is one")
            << eventLine("faction:attitude_changed", "{'factionId':'x','newAttitude':'hostile'}").repeated(2)
            << QByteArrayList{"x attitude #1 hostile"};
        QTest::addRow("a cascade downwards")
            << eventLine("faction:attitude_changed", "{'factionId':'x','newAttitude':'hostile','oldAttitude':"
                                                     "'neutral','cascade':true,'source':'y'}")
            << QByteArrayList{"x attitude #1 hostile", "x falls #1 by y"};
        QTest::addRow("a cascade upwards")
            << eventLine("faction:attitude_changed",
                   "{'factionId':'x','newAttitude':'allied','oldAttitude':'neutral','cascade':true}")
            << QByteArrayList{"x attitude #1 allied", "x rises #1 by "};
        QTest::addRow("a reset") << fame + eventLine("faction:reputation_reset", "{}")
                                 << QByteArrayList{"cipher_collective is #1 5/1",
                                        "cipher_collective is #2 unknown", "cipher_collective attitude #2 "};
        QTest::addRow("what the rule does to an ally and an enemy")
            << eventLine(
                   "reputation:changed", "{'factionId':'luminari_syndicate','newFame':10,'newInfamy':10}") +
                   eventLine("reputation:changed", "{'factionId':'vanguard_prime','newFame':30,'newInfamy':4,"
                                                   "'deltaFame':8,'deltaInfamy':-6}")
            << QByteArrayList{"luminari_syndicate is #1 10/10", "luminari_syndicate modelled #2 14/13",
                   "vanguard_prime is #2 30/4"};
        QTest::addRow("a model ends with the next event")
            << eventLine(
                   "reputation:changed", "{'factionId':'luminari_syndicate','newFame':10,'newInfamy':10}") +
                   eventLine("reputation:changed",
                       "{'factionId':'vanguard_prime','newFame':8,'newInfamy':0,'deltaFame':8}") +
                   eventLine("reputation:changed",
                       "{'factionId':'luminari_syndicate','newFame':15,'newInfamy':10,'deltaFame':1}")
            << QByteArrayList{"luminari_syndicate is #1 10/10", "luminari_syndicate is #3 15/10 stale",
                   "luminari_syndicate modelled #2 14/10", "luminari_syndicate modelled #3 unknown",
                   "vanguard_prime is #2 8/0", "vanguard_prime modelled #3 8.5/0"};
        QTest::addRow("a snapshot")
            << QByteArray("{'type':'snapshot','timestamp':1,'snapshot':{'factions':{'byId':{'x':{'fame':7,"
                          "'attitude':'friendly'}}}}}\n")
            << QByteArrayList{"x is #1 7/0", "x attitude #1 friendly"};
        QTest::addRow("a snapshot without a faction that was there")
            << fame + "{'type':'snapshot','timestamp':1,'snapshot':{'factions':{}}}\n"
            << QByteArrayList{"cipher_collective is #1 5/1", "cipher_collective is #2 unknown",
                   "cipher_collective attitude #2 "};
        QTest::addRow("steps") << eventLine("tutorial:step_started", "{'stepId':'a','stepIndex':0}") +
                                      eventLine("tutorial:step_completed", "{'stepId':'a'}") +
                                      eventLine("tutorial:step_started", "{'stepId':'b'}") +
                                      eventLine("tutorial:step_started", "{'stepId':'c'}") +
                                      eventLine("tutorial:skipped", "{}") +
                                      eventLine("tutorial:step_started", "{'stepId':'d'}")
                               << QByteArrayList{"step a #1 to #2 completed", "step b #3 to #4 left",
                                      "step c #4 to #5 skipped", "step d #6 to #0 running",
                                      "snapshot #2 step_completed", "snapshot #5 tutorial_skipped"};
        QTest::addRow("a hint") << eventLine("tutorial:step_started", "{'stepId':'a'}") +
                                       eventLine("tutorial:control_hint_updated",
                                           "{'stepId':'a','controlHint':{'label':'Press E'}}")
                                << QByteArrayList{"step a #1 to #0 running", "hint #2 Press E",
                                       "snapshot #2 control_hint_updated"};
        QTest::addRow("a marker and a gap")
            << QByteArray("{'type':'marker','timestamp':1,'label':'here'}\n"
                          "{'type':'gap','timestamp':1,'durationMs':40,'reason':'lost'}\n")
            << QByteArrayList{"marker #1 here", "gap #2 40 ms lost"};
        QTest::addRow("a jump of seq")
            << QByteArray("{'type':'marker','timestamp':100,'label':'a','seq':1}\n"
                          "{'type':'marker','timestamp':130,'label':'b','seq':3}\n")
            << QByteArrayList{"marker #1 a", "marker #2 b", "gap #2 30 ms seq"};
        QTest::addRow("a jump that its gap tells of")
            << QByteArray("{'type':'marker','timestamp':100,'label':'a','seq':1}\n"
                          "{'type':'gap','timestamp':130,'durationMs':40,'reason':'lost','seq':3}\n")
            << QByteArrayList{"marker #1 a", "gap #2 40 ms lost"};
    }

    void writesDown()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(tracksOf(lines), expected);
    }
};

QTEST_APPLESS_MAIN(tst_SessionTracksRecorder)
#include "tst_SessionTracksRecorder.moc"
