// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspector/InspectorSummary.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

WorldState stateOf(const QByteArray &snapshot)
{
    FieldReader reader;
    const JsonValue value = json(snapshot.toStdString());
    return hydrated(*value.asObject(), WorldState(), reader);
}

/// JSON with ' for ".
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class tst_InspectorSummary : public QObject
{
    Q_OBJECT

private slots:
    void withoutAStoreTheShapeIsTheSame_data()
    {
        QTest::addColumn<bool>("hasStore");
        QTest::addColumn<QByteArray>("source");

        QTest::addRow("no store") << false << QByteArray("unavailable");
        QTest::addRow("an empty store") << true << QByteArray("worldStateStore");
    }

    void withoutAStoreTheShapeIsTheSame()
    {
        QFETCH(bool, hasStore);
        QFETCH(QByteArray, source);
        InspectorSummary summary;
        if (hasStore)
            summary.state = WorldState();

        QCOMPARE(shown(summaryJson(summary)),
            quoted(QByteArray("{'generatedAt':0,'generatedIso':null,'source':'")
                       .append(source)
                       .append("','factions':{'lastCascadeEvent':null,'cascadeTargets':[],"
                               "'recentMemberRemovals':[],'metrics':{'cascadeTargetCount':0,"
                               "'activeCascadeTargets':0,'recentMemberRemovalCount':0}},"
                               "'tutorial':{'latestSnapshot':null,'snapshots':[],'transcript':[],"
                               "'metrics':{'snapshotCount':0,'transcriptCount':0}}}")));
    }

    void generatedAt_data()
    {
        QTest::addColumn<double>("time");
        QTest::addColumn<QByteArray>("iso");

        QTest::addRow("now") << 1'768'469'443'001.0 << QByteArray("\"2026-01-15T09:30:43.001Z\"");
        QTest::addRow("never") << 0.0 << QByteArray("null");
        QTest::addRow("beyond dates") << 8.64e15 + 1 << QByteArray("null");
    }

    void generatedAt()
    {
        QFETCH(double, time);
        QFETCH(QByteArray, iso);
        InspectorSummary summary;
        summary.generatedAt = time;

        QCOMPARE(shown((*summaryJson(summary).asObject())["generatedIso"]), iso);
    }

    void factions()
    {
        InspectorSummary summary;
        summary.state =
            stateOf(quoted("{'factions':{'byId':{'b':{'cascadeCount':1,'cascadeSources':['x']},'none':{},"
                           "'7':{'cascadeCount':2,'lastCascade':{'sourceFactionId':'b','occurredAt':5}}},"
                           "'lastCascadeEvent':{'targetFactionId':'b','occurredAt':6},"
                           "'recentMemberRemovals':[{'factionId':'b','npcId':'n','entityId':3,"
                           "'removedAt':1768469443000},{'entityId':'e','removedAt':0}]}}"));

        QCOMPARE(shown((*summaryJson(summary).asObject())["factions"]),
            quoted("{'lastCascadeEvent':{'targetFactionId':'b','targetFactionName':null,"
                   "'sourceFactionId':null,'sourceFactionName':null,'newAttitude':null,'oldAttitude':null,"
                   "'occurredAt':6},'cascadeTargets':["
                   "{'factionId':'7','cascadeCount':2,'lastCascade':{'sourceFactionId':'b',"
                   "'sourceFactionName':null,'occurredAt':5,'newAttitude':null},'sources':[]},"
                   "{'factionId':'b','cascadeCount':1,'lastCascade':null,'sources':['x']}],"
                   "'recentMemberRemovals':[{'factionId':'b','factionName':null,'npcId':'n','entityId':3,"
                   "'tag':null,'removedAt':1768469443000,'removedIso':'2026-01-15T09:30:43.000Z'},"
                   "{'factionId':null,'factionName':null,'npcId':null,'entityId':'e','tag':null,"
                   "'removedAt':0,'removedIso':null}],'metrics':{'cascadeTargetCount':2,"
                   "'activeCascadeTargets':2,'recentMemberRemovalCount':2}}"));
    }

    void tutorial()
    {
        InspectorSummary summary;
        summary.state =
            stateOf(quoted("{'tutorial':{'promptHistorySnapshots':[{'event':'a'},{'event':'b'}]}}"));
        TranscriptEntry entry;
        entry.event = "e";
        entry.promptId = "p";
        entry.promptText = "t";
        entry.actionTaken = "did";
        entry.timestamp = 1'768'469'443'000;
        summary.transcript = {entry, TranscriptEntry()};

        const JsonValue whole = summaryJson(summary);

        const JsonObject &tutorial = *(*whole.asObject())["tutorial"].asObject();
        QCOMPARE(shown(tutorial["transcript"]),
            quoted("[{'sequence':0,'event':'e','promptId':'p','title':'t','action':'did',"
                   "'timestamp':1768469443000,'timestampIso':'2026-01-15T09:30:43.000Z',"
                   "'followUpNarrative':null,'metadata':null},"
                   "{'sequence':1,'event':'unknown','promptId':null,'title':null,'action':null,"
                   "'timestamp':null,'timestampIso':null,'followUpNarrative':null,'metadata':null}]"));
        QCOMPARE(shown(tutorial["metrics"]), quoted("{'snapshotCount':2,'transcriptCount':2}"));
        QCOMPARE(tutorial["snapshots"].asArray()->size(), std::size_t{2});
        QCOMPARE(shown(tutorial["latestSnapshot"]), shown(tutorial["snapshots"].asArray()->at(1)));
        QCOMPARE(shown((*tutorial["latestSnapshot"].asObject())["event"]), quoted("'b'"));
    }
};

QTEST_APPLESS_MAIN(tst_InspectorSummary)
#include "tst_InspectorSummary.moc"
