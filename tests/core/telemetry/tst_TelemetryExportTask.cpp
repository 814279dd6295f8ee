// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "core/factions/FactionCatalogue.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ShownIssue.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

const FixedClock clock2026(1'768'469'443'000);

const QByteArray session =
    R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"a","newFame":1}}
{"type":"event","timestamp":2,"event":"reputation:changed","payload":{"factionId":"a","newFame":2}}
{"type":"event","timestamp":3,"event":"tutorial:started","payload":{"totalSteps":"three"}}
{"type":"event","timestamp":4,"event":"nobody:knows"}
)";
const QByteArray wrongSteps =
    "warning 3: \"totalSteps\" must be a number, not string; it counts as absent [totalSteps]";

/// A session whose tutorial has three steps.
QByteArray threeSteps()
{
    QByteArray text;
    for (const char *step : {"a", "b", "c"}) {
        for (const char *event : {"step_started", "step_completed"})
            text.append("{\"type\":\"event\",\"timestamp\":1,\"event\":\"tutorial:")
                .append(event)
                .append("\",\"payload\":{\"stepId\":\"")
                .append(step)
                .append("\"}}\n");
    }
    return text;
}

} // namespace

class tst_TelemetryExportTask : public QObject
{
    Q_OBJECT

private slots:
    void stops_data()
    {
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<QByteArray>("read"); // records, events and events that nobody knows
        QTest::addColumn<double>("fame");
        QTest::addColumn<QByteArrayList>("issues");

        QTest::addRow("at the end") << QByteArray() << QByteArray("4 4 1") << 2.0
                                    << QByteArrayList{wrongSteps};
        QTest::addRow("after a record") << QByteArray("1") << QByteArray("1 1 0") << 1.0 << QByteArrayList{};
        QTest::addRow("after the last record")
            << QByteArray("#4") << QByteArray("4 4 1") << 2.0 << QByteArrayList{wrongSteps};
        QTest::addRow("after the first event of a name")
            << QByteArray("reputation:changed") << QByteArray("1 1 0") << 1.0 << QByteArrayList{};
        QTest::addRow("after an event that nobody knows")
            << QByteArray("nobody:knows") << QByteArray("4 4 1") << 2.0 << QByteArrayList{wrongSteps};
        QTest::addRow("an event that never comes")
            << QByteArray("tutorial:completed") << QByteArray("4 4 1") << 2.0
            << QByteArrayList{wrongSteps,
                   "warning 0: --until tutorial:completed was not reached; this is the state at the end"};
        QTest::addRow("a record that never comes")
            << QByteArray("5") << QByteArray("4 4 1") << 2.0
            << QByteArrayList{
                   wrongSteps, "warning 0: --until #5 was not reached; this is the state at the end"};
    }

    void stops()
    {
        QFETCH(QByteArray, until);
        QFETCH(QByteArray, read);
        QFETCH(double, fame);
        QFETCH(QByteArrayList, issues);
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.formats = {ArtifactFormat::Snapshot};
        if (!until.isEmpty())
            request.until = *StopPoint::parse(until.toStdString());

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(outcome.exitCode(), ExitCode::Done);
        const ReadReport &report = outcome.inputs.at(0).read;
        QCOMPARE(
            QByteArray::fromStdString(std::to_string(report.records) + ' ' + std::to_string(report.events) +
                                      ' ' + std::to_string(report.unknownEvents)),
            read);
        QCOMPARE(shownIssues(report.issues), issues);
        const QByteArray fameLine = QByteArray("\"fame\": ").append(QByteArray::number(fame)).append(',');
        QVERIFY(filesOf(dir.filePath(QStringLiteral("out"))).first().contains(fameLine));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QByteArray>("content"); // null: no file
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("writes");

        QTest::addRow("empty") << QByteArray("") << true << 0 << true;
        QTest::addRow("warnings") << session << false << 0 << true;
        QTest::addRow("warnings, strict") << session << true << 1 << true;
        QTest::addRow("skipped lines, strict")
            << QByteArray("{\"type\":\"marker\",\"timestamp\":1}\n7\n") << true << 1 << true;
        QTest::addRow("a gap, strict")
            << QByteArray("{\"type\":\"gap\",\"timestamp\":1}\n") << true << 0 << true;
        QTest::addRow("missing") << QByteArray() << false << 3 << false;
        QTest::addRow("not understood") << QByteArray("hello") << true << 4 << false;
        QTest::addRow("later format")
            << QByteArray("{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}") << false << 4 << false;
        QTest::addRow("later format behind records")
            << QByteArray("{\"type\":\"marker\",\"timestamp\":1}\n"
                          "{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}")
            << false << 4 << false;
    }

    void exitCodes()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, strict);
        QFETCH(int, code);
        QFETCH(bool, writes);
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, content);
        request.strict = strict;

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(static_cast<int>(outcome.exitCode()), code);
        QCOMPARE(QFile::exists(dir.filePath(QStringLiteral("out"))), writes);
    }

    void anErrorNamesTheInput()
    {
        const QTemporaryDir dir;

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(requestIn(dir, "[]"));

        QCOMPARE(QByteArray::fromStdString(outcome.inputs.at(0).error->message),
            dir.filePath(QStringLiteral("s.ndjson"))
                .toUtf8()
                .append(": neither a session, a snapshot nor a save: it holds a list"));
    }

    void keepsOtherFilesUnlessForced()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.formats = {ArtifactFormat::Snapshot};
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);
        const FileContents before = filesOf(dir.filePath(QStringLiteral("out")));
        request.until = *StopPoint::parse("1");

        const ExportOutcome refused = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(refused.exitCode(), ExitCode::WriteFailed);
        QCOMPARE(refused.inputs.at(0).failures.at(0).error.code, std::string("exists"));
        QCOMPARE(filesOf(dir.filePath(QStringLiteral("out"))), before);

        request.force = true;
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);
        QVERIFY(filesOf(dir.filePath(QStringLiteral("out"))) != before);
    }

    void limits()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, threeSteps());
        request.formats = {ArtifactFormat::Snapshot, ArtifactFormat::TranscriptCsv};
        request.limits.store.promptHistoryLimit = 2;
        request.limits.store.promptSnapshotLimit = 1;
        request.limits.transcriptEntries = 3;

        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);

        const FileContents files = filesOf(dir.filePath(QStringLiteral("out")));
        const JsonValue snapshot =
            json(files.value(QStringLiteral("save-inspector-snapshot-20260115T093043Z.json")).toStdString());
        const JsonObject &tutorial = *(*snapshot.asObject())["tutorial"].asObject();
        QCOMPARE(tutorial["promptHistory"].asArray()->size(), std::size_t{2});
        QCOMPARE(tutorial["promptHistorySnapshots"].asArray()->size(), std::size_t{1});
        QCOMPARE(files.value(QStringLiteral("save-inspector-tutorial-transcript-20260115T093043Z.csv"))
                     .count('\n'),
            4); // with the header
    }

    void catalogue_data()
    {
        QTest::addColumn<bool>("own");
        QTest::addColumn<QByteArray>("name");

        QTest::addRow("built in") << false << QByteArray("The Wraith Network");
        QTest::addRow("one's own") << true << QByteArray("wraith_network");
    }

    void catalogue()
    {
        QFETCH(bool, own);
        QFETCH(QByteArray, name);
        const FactionCatalogue empty;
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir,
            R"({"type":"event","timestamp":1,"event":"faction:attitude_changed","payload":{"factionId":"wraith_network","cascade":true}})");
        request.formats = {ArtifactFormat::Csv};
        request.catalogue = own ? &empty : nullptr;

        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);

        QVERIFY(filesOf(dir.filePath(QStringLiteral("out")))
                    .first()
                    .contains(QByteArray("target,wraith_network,").append(name).append(",1,")));
    }

    void theSameInputGivesTheSameBytes_data()
    {
        QTest::addColumn<QByteArray>("content"); // null: the demo mission

        QTest::addRow("a session") << session;
        QTest::addRow("the demo mission") << QByteArray();
    }

    void theSameInputGivesTheSameBytes()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, content);
        if (content.isNull())
            request.files.clear();
        request.formats = allArtifactFormats();
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);
        request.artifactDir = dir.filePath(QStringLiteral("again")).toStdString();
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);

        const FileContents files = filesOf(dir.filePath(QStringLiteral("out")));

        QCOMPARE(files.size(), 6);
        QCOMPARE(differenceOf(filesOf(dir.filePath(QStringLiteral("again"))), files), QByteArray());
    }

    void namesTheDemoMission()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.files.clear();
        request.seeds = {7};

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(outcome.inputs.at(0).input, std::string("mission:harbour:7"));
        QCOMPARE(shownIssues(outcome.inputs.at(0).read.issues), QByteArrayList());
        QVERIFY(outcome.inputs.at(0).read.events > 0);
    }

    void aBareSnapshotIsAnInput()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, "{\"factions\":{\"byId\":{\"a\":{\"fame\":0.25}}}}");
        request.formats = {ArtifactFormat::Snapshot};
        request.until = *StopPoint::parse("1");
        request.strict = true;

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(outcome.exitCode(), ExitCode::Done);
        QCOMPARE(outcome.inputs.at(0).read.snapshots, std::uint64_t{1});
        QVERIFY(filesOf(dir.filePath(QStringLiteral("out"))).first().contains("\"fame\": 0.25,"));
    }

    void resultDocument()
    {
        const QTemporaryDir dir;
        const FakeClock clock;
        ExportRequest request = requestIn(dir);
        request.formats = {ArtifactFormat::TranscriptMarkdown};
        request.prefix = "p";

        const JsonValue result = resultJson(TelemetryExportTask(clock).run(request));

        const QString path = dir.filePath(QStringLiteral("out/p-tutorial-transcript-20260115T093043Z.md"));
        QByteArray expected =
            "{\"ok\":true,\"exitCode\":0,\"artifactDir\":\"DIR/out\",\"manifest\":null,"
            "\"inputs\":[{\"file\":\"DIR/s.ndjson\",\"records\":4,\"events\":4,\"warnings\":1,"
            "\"skippedLines\":0,\"problems\":[{\"kind\":\"warning\",\"subject\":null,"
            "\"message\":\"\\\"totalSteps\\\" must be a number, not string; it counts as "
            "absent\",\"count\":1,\"first\":{\"record\":3,\"line\":3},"
            "\"last\":{\"record\":3,\"line\":3}},{\"kind\":\"unknown-event\",\"subject\":null,"
            "\"message\":\"no slice knows nobody:knows\",\"count\":1,\"first\":{\"record\":4,\"line\":4},"
            "\"last\":{\"record\":4,\"line\":4}}],\"expectations\":[]}],\"artifacts\":[{\"path\":\"PATH\","
            "\"type\":"
            "\"transcript-md\","
            "\"section\":\"tutorial-transcript\",\"bytes\":BYTES,\"sha256\":\"DIGEST\",\"durationMs\":1}],"
            "\"failures\":[],\"metrics\":{\"durationMs\":7,\"writers\":[{\"id\":\"filesystem\","
            "\"attempted\":1,\"successes\":1,\"failures\":0,\"durationMs\":2}]},\"publish\":null}";
        expected.replace("DIR", dir.path().toUtf8()).replace("PATH", path.toUtf8());
        expected.replace("BYTES", QByteArray::number(QFileInfo(path).size()))
            .replace("DIGEST", sha256Of(path));
        QCOMPARE(shown(result), expected);
    }

    void aBadPrefixIsAFailure()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.prefix = "../x";

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(outcome.inputs.at(0).failures.at(0).error.code, std::string("bad_name"));
        QCOMPARE(outcome.exitCode(), ExitCode::WriteFailed);
    }

    void plotsWithoutADrawerFailAlone()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.formats = {ArtifactFormat::Json, ArtifactFormat::Plots};

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(outcome.inputs.front().files.size(), std::size_t{1});
        QCOMPARE(outcome.inputs.front().failures.size(), std::size_t{1});
        QCOMPARE(outcome.inputs.front().failures.front().error.code, std::string("no_plots"));
        QCOMPARE(outcome.exitCode(), ExitCode::WriteFailed);
    }

    void aFolderThatCannotBeMadeFailsForEachArtifact()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.artifactDir = request.files.front() + "/out";

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(outcome.exitCode(), ExitCode::WriteFailed);
        QStringList failures;
        for (const ExportReport::Failed &failed : outcome.inputs.at(0).failures)
            failures.append(QString::fromStdString(failed.filename + ' ' + failed.error.code));
        QCOMPARE(failures,
            QStringList({QStringLiteral("save-inspector-summary-20260115T093043Z.json folder_failed"),
                QStringLiteral("save-inspector-cascade-targets-20260115T093043Z.csv folder_failed"),
                QStringLiteral("save-inspector-tutorial-snapshots-20260115T093043Z.csv folder_failed")}));
    }

private:
    static QByteArray sha256Of(const QString &path)
    {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
    }

    static ExportRequest requestIn(const QTemporaryDir &dir, const QByteArray &content = session)
    {
        ExportRequest request;
        request.files = {dir.filePath(QStringLiteral("s.ndjson")).toStdString()};
        request.artifactDir = dir.filePath(QStringLiteral("out")).toStdString();
        if (!content.isNull() &&
            !writeFileAtomically(QString::fromStdString(request.files.front()), content.toStdString()))
            QTest::qFail("the session was not written", __FILE__, __LINE__);
        return request;
    }
};

QTEST_APPLESS_MAIN(tst_TelemetryExportTask)
#include "tst_TelemetryExportTask.moc"
