// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/CascadeCsv.h"
#include "core/artifacts/InspectorArtifacts.h"
#include "core/artifacts/TutorialCsv.h"
#include "tests/support/TestJson.h"

#include <QtTest>

using namespace inspector;

namespace {

WorldState stateOf(std::string_view snapshot)
{
    FieldReader reader;
    const JsonValue value = json(snapshot);
    return hydrated(*value.asObject(), WorldState(), reader);
}

QByteArray rowsOf(const std::string &csv)
{
    return QByteArray::fromStdString(csv.substr(csv.find('\n') + 1));
}

} // namespace

class tst_InspectorArtifacts : public QObject
{
    Q_OBJECT

private slots:
    void namesAndTypes()
    {
        InspectorSummary summary;
        summary.generatedAt = 1'768'469'443'999;
        summary.state = WorldState();
        InspectorArtifactOptions options;
        options.formats = allArtifactFormats();
        options.prefix = "p";

        const auto artifacts = createInspectorExportArtifacts(summary, options);

        QVERIFY(artifacts);
        QStringList described;
        for (const Artifact &a : *artifacts) {
            described.append(
                QString::fromStdString(a.type + ' ' + a.section + ' ' + a.filename + ' ' + a.mimeType));
            QVERIFY(a.content.ends_with('\n') && !a.content.ends_with("\n\n"));
        }
        QCOMPARE(described,
            QStringList({QStringLiteral("json json p-summary-20260115T093043Z.json application/json"),
                QStringLiteral("csv cascade p-cascade-targets-20260115T093043Z.csv text/csv"),
                QStringLiteral("csv tutorial p-tutorial-snapshots-20260115T093043Z.csv text/csv"),
                QStringLiteral(
                    "transcript-csv tutorial-transcript p-tutorial-transcript-20260115T093043Z.csv text/csv"),
                QStringLiteral("transcript-md tutorial-transcript p-tutorial-transcript-20260115T093043Z.md "
                               "text/markdown"),
                QStringLiteral("snapshot snapshot p-snapshot-20260115T093043Z.json application/json")}));
    }

    void withoutAStoreTheShapeIsTheSame()
    {
        QCOMPARE(shown(summaryJson({})),
            QByteArray(
                R"({"generatedAt":0,"generatedIso":null,"source":"unavailable","factions":{"lastCascadeEvent":null,)"
                R"("cascadeTargets":[],"recentMemberRemovals":[],"metrics":{"cascadeTargetCount":0,)"
                R"("activeCascadeTargets":0,"recentMemberRemovalCount":0}},"tutorial":{"latestSnapshot":null,)"
                R"("snapshots":[],"transcript":[],"metrics":{"snapshotCount":0,"transcriptCount":0}}})"));
    }

    void refusesAPrefixThatIsAPath()
    {
        InspectorArtifactOptions options;
        options.prefix = "a/b";

        const auto artifacts = createInspectorExportArtifacts({}, options);

        QVERIFY(!artifacts);
        QCOMPARE(artifacts.error().code, std::string("bad_name"));
    }

    void formats_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("expected"); // empty: an error

        QTest::addRow("one") << QByteArray("csv") << QByteArray("csv");
        QTest::addRow("aliases") << QByteArray("md,transcript,cascade,tutorial-csv")
                                 << QByteArray("csv transcript-csv transcript-md");
        QTest::addRow("order, case and spaces do not matter")
            << QByteArray(" Snapshot , JSON,json") << QByteArray("json snapshot");
        QTest::addRow("all") << QByteArray("json,all")
                             << QByteArray("json csv transcript-csv transcript-md snapshot");
        QTest::addRow("unknown") << QByteArray("json,xml") << QByteArray();
        QTest::addRow("empty") << QByteArray("") << QByteArray();
        QTest::addRow("empty entry") << QByteArray("json,") << QByteArray();
    }

    void formats()
    {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, expected);

        const auto formats = parseFormats(list.toStdString());

        QByteArrayList names;
        for (const ArtifactFormat format : formats.value_or(std::vector<ArtifactFormat>()))
            names.append(QByteArray::fromStdString(std::string(formatName(format))));
        QCOMPARE(names.join(' '), expected);
        QCOMPARE(formats.has_value(), !expected.isEmpty());
    }

    void cascadeNames_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QByteArray>("row");

        QTest::addRow("the event's own")
            << QByteArray(
                   R"("targetFactionId":"wraith_network","targetFactionName":"W","sourceFactionId":"x","sourceFactionName":"X")")
            << QByteArray("last_event,wraith_network,W,,x,X,,,,\n");
        QTest::addRow("empty is none")
            << QByteArray(
                   R"("targetFactionId":"wraith_network","targetFactionName":"","sourceFactionId":"x","sourceFactionName":"")")
            << QByteArray("last_event,wraith_network,The Wraith Network,,x,x,,,,\n");
        QTest::addRow("no ids") << QByteArray(R"("occurredAt":0)") << QByteArray("last_event,,,,,,,0,,\n");
    }

    void cascadeNames()
    {
        QFETCH(QByteArray, last);
        QFETCH(QByteArray, row);
        const WorldState state = stateOf(R"({"factions":{"lastCascadeEvent":{)" + last.toStdString() + "}}}");

        QCOMPARE(rowsOf(cascadeCsv(state.get<FactionSlice>(), FactionCatalogue::builtIn())), row);
    }

    void mostReachedTargetsComeFirst()
    {
        const WorldState state =
            stateOf(R"({"factions":{"byId":{"b":{"cascadeCount":1},"a":{"cascadeCount":2},
            "none":{},"7":{"cascadeCount":1,"cascadeSources":["x","y,z"]}}}})");

        QCOMPARE(rowsOf(cascadeCsv(state.get<FactionSlice>(), FactionCatalogue::builtIn())),
            QByteArray("target,a,a,2,,,,,,\ntarget,7,7,1,,,,,,\"x|y,z\"\ntarget,b,b,1,,,,,,\n"));
    }

    void stepTitle_data()
    {
        QTest::addColumn<QByteArray>("snapshot");
        QTest::addColumn<QByteArray>("title");

        QTest::addRow("no step") << QByteArray(R"("promptHistory":[{"title":"H"}])") << QByteArray();
        QTest::addRow("the current prompt's")
            << QByteArray(
                   R"("stepId":"s","currentPrompt":{"stepId":"s","title":"C"},"promptHistory":[{"stepId":"s","title":"H"}])")
            << QByteArray("C");
        QTest::addRow("the current prompt has none")
            << QByteArray(
                   R"("stepId":"s","currentPrompt":{"stepId":"s","title":""},"promptHistory":[{"stepId":"s","title":"H"}])")
            << QByteArray("H");
        QTest::addRow("the current prompt is another step's")
            << QByteArray(
                   R"("stepId":"s","currentPrompt":{"stepId":"t","title":"C"},"promptHistory":[{"stepId":"s","title":"H"}])")
            << QByteArray("H");
        QTest::addRow("the newest of the step")
            << QByteArray(
                   R"("stepId":"s","promptHistory":[{"stepId":"s","title":"1"},{"stepId":"s","title":"2"},{"stepId":"t"}])")
            << QByteArray("2");
        QTest::addRow("nowhere") << QByteArray(R"("stepId":"s")") << QByteArray();
    }

    void stepTitle()
    {
        QFETCH(QByteArray, snapshot);
        QFETCH(QByteArray, title);
        const WorldState state =
            stateOf(R"({"tutorial":{"promptHistorySnapshots":[{)" + snapshot.toStdString() + "}]}}");

        const QByteArray row = rowsOf(tutorialSnapshotsCsv(state.get<TutorialSlice>()));

        QCOMPARE(row.split(',').at(0), QByteArray("unknown"));
        QCOMPARE(row.split(',').at(6), title);
    }
};

QTEST_APPLESS_MAIN(tst_InspectorArtifacts)
#include "tst_InspectorArtifacts.moc"
