// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/InspectorArtifacts.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const std::string session =
    R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"7","newFame":1e21}}
{"type":"event","timestamp":2,"event":"faction:attitude_changed","payload":{"factionId":"b","newAttitude":"hostile","cascade":true,"source":"7"}}
{"type":"event","timestamp":3,"event":"faction:member_removed","payload":{"factionId":"b","entityId":"e","tag":"x,|y"}}
{"type":"event","timestamp":4,"event":"tutorial:started","payload":{"totalSteps":2}}
{"type":"event","timestamp":5,"event":"tutorial:step_started","payload":{"stepId":"s","title":"T","highlight":{"b":1,"3":2}}}
{"type":"event","timestamp":6,"event":"tutorial:step_completed","payload":{"stepId":"s"}}
{"type":"event","timestamp":7,"event":"tutorial:completed"}
)";

/// What a text says, as a summary at 2026-01-15T09:30:43.999Z.
InspectorSummary summaryOf(const std::string &text)
{
    const SessionInput input = SessionInput::fromText("x", text);
    SessionReader reader(input.device(), {});
    SessionReplay replay;
    SessionRecord record;
    while (reader.next(record).value_or(false))
        replay.apply(record, reader.report());
    if (reader.report().warnings + reader.report().skippedLines > 0)
        QTest::qFail("the session is not clean", __FILE__, __LINE__);
    InspectorSummary summary;
    summary.generatedAt = 1'768'469'443'999;
    summary.state = replay.store().snapshot();
    for (const auto &entry : replay.recorder().entries())
        summary.transcript.push_back(*entry);
    return summary;
}

QByteArrayList filenames(const std::vector<Artifact> &artifacts)
{
    QByteArrayList names;
    for (const Artifact &each : artifacts)
        names.append(QByteArray::fromStdString(each.filename));
    return names;
}

} // namespace

class tst_InspectorArtifacts : public QObject
{
    Q_OBJECT

private slots:
    void namesAndTypes()
    {
        const InspectorArtifactOptions options{allArtifactFormats(), "p", nullptr};

        const auto artifacts = createInspectorExportArtifacts(summaryOf(session), options);

        QVERIFY(artifacts);
        QByteArrayList described;
        for (const Artifact &a : *artifacts)
            described.append(
                QByteArray::fromStdString(a.type + ' ' + a.section + ' ' + a.filename + ' ' + a.mimeType));
        QCOMPARE(described,
            QByteArrayList({"json json p-summary-20260115T093043Z.json application/json",
                "csv cascade p-cascade-targets-20260115T093043Z.csv text/csv",
                "csv tutorial p-tutorial-snapshots-20260115T093043Z.csv text/csv",
                "transcript-csv tutorial-transcript p-tutorial-transcript-20260115T093043Z.csv text/csv",
                "transcript-md tutorial-transcript p-tutorial-transcript-20260115T093043Z.md text/markdown",
                "snapshot snapshot p-snapshot-20260115T093043Z.json application/json"}));
    }

    void defaults()
    {
        const auto artifacts = createInspectorExportArtifacts(summaryOf(session), {});

        QVERIFY(artifacts);
        QCOMPARE(filenames(*artifacts), QByteArrayList({"save-inspector-summary-20260115T093043Z.json",
                                            "save-inspector-cascade-targets-20260115T093043Z.csv",
                                            "save-inspector-tutorial-snapshots-20260115T093043Z.csv"}));
    }

    void comeInTheOrderOfTheFormats()
    {
        InspectorArtifactOptions options;
        options.formats = {ArtifactFormat::Snapshot, ArtifactFormat::Json};

        QCOMPARE(filenames(*createInspectorExportArtifacts(InspectorSummary(), options)),
            QByteArrayList({"save-inspector-snapshot-19700101T000000Z.json",
                "save-inspector-summary-19700101T000000Z.json"}));
    }

    void noFormatsMakeNothing()
    {
        InspectorArtifactOptions options;
        options.formats.clear();

        QCOMPARE(*createInspectorExportArtifacts(summaryOf(session), options), std::vector<Artifact>());
    }

    void prefixes_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<bool>("accepted");

        QTest::addRow("a name") << QByteArray("run-7.b_c") << true;
        QTest::addRow("beyond ASCII") << QByteArray("\xc3\xa9") << true;
        QTest::addRow("empty") << QByteArray("") << false;
        QTest::addRow("a path") << QByteArray("a/b") << false;
        QTest::addRow("a folder") << QByteArray("a/") << false;
        QTest::addRow("absolute") << QByteArray("/a") << false;
        QTest::addRow("the folder above") << QByteArray("../a") << false;
        QTest::addRow("dots") << QByteArray("..") << false;
        QTest::addRow("a path on Windows") << QByteArray("a\\b") << false;
        QTest::addRow("NUL") << QByteArray("a\0b", 3) << false;
    }

    void prefixes()
    {
        QFETCH(QByteArray, prefix);
        QFETCH(bool, accepted);
        InspectorArtifactOptions options;
        options.prefix = prefix.toStdString();

        const auto artifacts = createInspectorExportArtifacts({}, options);

        QCOMPARE(artifacts ? std::string() : artifacts.error().code, std::string(accepted ? "" : "bad_name"));
        if (accepted)
            QCOMPARE(filenames(*artifacts).first(), prefix.append("-summary-19700101T000000Z.json"));
    }

    void contents_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArrayList>("contents");

        QTest::addRow("csv") << static_cast<int>(ArtifactFormat::Csv)
                             << QByteArrayList{
                                    "row_type,faction_id,faction_name,cascade_count,last_source_faction_id,"
                                    "last_source_faction_name,new_attitude,occurred_at,occurred_iso,sources\n"
                                    "last_event,b,b,,7,7,hostile,2,1970-01-01T00:00:00.002Z,\n"
                                    "target,b,b,1,7,7,hostile,2,1970-01-01T00:00:00.002Z,7\n",
                                    "event,timestamp,timestamp_iso,step_index,total_steps,step_id,step_title,"
                                    "completed_steps,metadata\n"
                                    "step_completed,6,1970-01-01T00:00:00.006Z,-1,2,s,T,s,"
                                    "\"{\"\"stepId\"\":\"\"s\"\",\"\"completedAt\"\":6}\"\n"
                                    "tutorial_completed,7,1970-01-01T00:00:00.007Z,-1,2,,,s,"
                                    "\"{\"\"completedSteps\"\":[\"\"s\"\"]}\"\n"};
        QTest::addRow("transcript-md")
            << static_cast<int>(ArtifactFormat::TranscriptMarkdown)
            << QByteArrayList{
                   "| # | Event | Prompt | Action | Timestamp | Narrative |\n"
                   "| --- | --- | --- | --- | --- | --- |\n"
                   "| 0 | tutorial_started |  | started | 1970-01-01T00:00:00.004Z |  |\n"
                   "| 1 | tutorial_step_started | T | step_started | 1970-01-01T00:00:00.005Z |  |\n"
                   "| 2 | tutorial_step_completed | T | step_completed | "
                   "1970-01-01T00:00:00.006Z |  |\n"
                   "| 3 | tutorial_completed |  | completed | 1970-01-01T00:00:00.007Z |  |\n"};
        QTest::addRow("json") << static_cast<int>(ArtifactFormat::Json)
                              << QByteArrayList{QByteArray::fromStdString(
                                     toJsonText(summaryJson(summaryOf(session)), JsonLayout::Indented) +
                                     '\n')};
        QTest::addRow("snapshot")
            << static_cast<int>(ArtifactFormat::Snapshot)
            << QByteArrayList{QByteArray::fromStdString(
                   toJsonText(snapshotJson(*summaryOf(session).state), JsonLayout::Indented) + '\n')};
    }

    void contents()
    {
        QFETCH(int, format);
        QFETCH(QByteArrayList, contents);
        InspectorArtifactOptions options;
        options.formats = {static_cast<ArtifactFormat>(format)};

        const auto artifacts = createInspectorExportArtifacts(summaryOf(session), options);

        QVERIFY(artifacts);
        QByteArrayList found;
        for (const Artifact &each : *artifacts)
            found.append(QByteArray::fromStdString(each.content));
        QCOMPARE(found, contents);
    }

    void eachEndsWithOneNewline_data()
    {
        QTest::addColumn<bool>("hasStore");

        QTest::addRow("of a session") << true;
        QTest::addRow("without a store") << false;
    }

    void eachEndsWithOneNewline()
    {
        QFETCH(bool, hasStore);
        InspectorArtifactOptions options;
        options.formats = allArtifactFormats();

        const auto artifacts =
            createInspectorExportArtifacts(hasStore ? summaryOf(session) : InspectorSummary(), options);

        QCOMPARE(artifacts->size(), std::size_t{6});
        for (const Artifact &each : *artifacts)
            QVERIFY2(each.content.ends_with('\n') && !each.content.ends_with("\n\n"), each.filename.c_str());
    }

    void theCatalogueNamesFactions()
    {
        const auto catalogue = FactionCatalogue();
        InspectorArtifactOptions options;
        options.formats = {ArtifactFormat::Csv};
        const InspectorSummary summary = summaryOf(
            R"({"type":"event","timestamp":0,"event":"faction:attitude_changed","payload":{"factionId":"wraith_network","cascade":true}})");

        const std::string builtIn = createInspectorExportArtifacts(summary, options)->front().content;
        options.catalogue = &catalogue;
        const std::string none = createInspectorExportArtifacts(summary, options)->front().content;

        QVERIFY2(builtIn.find("\ntarget,wraith_network,The Wraith Network,1,") != std::string::npos,
            builtIn.c_str());
        QVERIFY2(none.find("\ntarget,wraith_network,wraith_network,1,") != std::string::npos, none.c_str());
    }

    void theSnapshotCanBeOpenedAgain_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::addRow("nothing happened") << QByteArray("");
        QTest::addRow("a session") << QByteArray::fromStdString(session);
        QTest::addRow("with slices that are not ours") << QByteArray(
            R"({"quests":[1,{"b":2,"1":3}],"factions":{"byId":{"x":{"fame":-0.5}}},"npcs":null})");
    }

    void theSnapshotCanBeOpenedAgain()
    {
        QFETCH(QByteArray, text);
        InspectorArtifactOptions options;
        options.formats = {ArtifactFormat::Snapshot};
        const InspectorSummary first = summaryOf(text.toStdString());
        const Artifact artifact = createInspectorExportArtifacts(first, options)->front();

        const InspectorSummary second = summaryOf(artifact.content);

        QCOMPARE(shown(snapshotJson(*second.state)), shown(snapshotJson(*first.state)));
        QVERIFY(*second.state == *first.state);
        QCOMPARE(createInspectorExportArtifacts(second, options)->front(), artifact);
    }

    void theSameSummaryGivesTheSameBytes()
    {
        InspectorArtifactOptions options;
        options.formats = allArtifactFormats();
        const InspectorSummary summary = summaryOf(session);

        QCOMPARE(*createInspectorExportArtifacts(summary, options),
            *createInspectorExportArtifacts(summaryOf(session), options));
    }
};

QTEST_APPLESS_MAIN(tst_InspectorArtifacts)
#include "tst_InspectorArtifacts.moc"
