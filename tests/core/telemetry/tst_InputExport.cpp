// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "core/base/Gunzip.h"
#include "core/base/Gzip.h"
#include "core/base/StopFlag.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/ExportProgress.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/ShownIssue.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

const FixedClock clock2026(1'768'469'443'000);

QByteArray reputation(int timestamp, const char *reason, int fame)
{
    return QByteArray("{\"type\":\"event\",\"timestamp\":")
        .append(QByteArray::number(timestamp))
        .append(",\"event\":\"reputation:changed\",\"payload\":{\"factionId\":\"a\",\"newFame\":")
        .append(QByteArray::number(fame))
        .append(",\"reason\":\"")
        .append(reason)
        .append("\"}}\n");
}

QByteArray snapshotRecord(int timestamp, int fame)
{
    return QByteArray("{\"type\":\"snapshot\",\"timestamp\":")
        .append(QByteArray::number(timestamp))
        .append(",\"snapshot\":{\"factions\":{\"byId\":{\"a\":{\"fame\":")
        .append(QByteArray::number(fame))
        .append("}}}}}\n");
}

QByteArray unpacked(const QByteArray &packed)
{
    QByteArray content;
    Gunzip gunzip;
    gunzip.feed(packed.toStdString(), [&](std::string_view bytes) {
        content.append(bytes.data(), static_cast<int>(bytes.size()));
        return true;
    });
    return content;
}

/// A folder with inputs, and a request that exports them to "out" in it.
struct Inputs
{
    QTemporaryDir dir;
    ExportRequest request;

    Inputs()
    {
        request.artifactDir = path("out");
        request.formats = {ArtifactFormat::Snapshot};
        request.prefix = "p";
    }
    [[nodiscard]] std::string path(const char *name) const
    {
        return dir.filePath(QString::fromLatin1(name)).toStdString();
    }
    void add(const char *name, const QByteArray &content)
    {
        if (!writeFileAtomically(QString::fromStdString(path(name)), content.toStdString()))
            QTest::qFail("an input was not written", __FILE__, __LINE__);
        request.files.push_back(path(name));
    }
    [[nodiscard]] FileContents files(const char *folder = "out") const
    {
        return filesOf(dir.filePath(QString::fromLatin1(folder)));
    }
    [[nodiscard]] QStringList names() const { return files().keys(); }
};

/// The "fame" of the snapshot artifact with that prefix.
QByteArray fameOf(const FileContents &files, const char *prefix)
{
    const QByteArray content =
        files.value(QString::fromLatin1(prefix) + QStringLiteral("-snapshot-20260115T093043Z.json"));
    const qsizetype at = content.indexOf("\"fame\": ");
    return content.mid(at + 8, content.indexOf(',', at) - at - 8);
}

} // namespace

class tst_InputExport : public QObject
{
    Q_OBJECT

private slots:
    void aBadInputCostsItselfOnly()
    {
        Inputs inputs;
        inputs.add("a.ndjson", reputation(1, "x", 1));
        inputs.add("b.ndjson", "hello\n");
        inputs.request.files.push_back(inputs.path("none.ndjson"));
        inputs.add("c.ndjson", reputation(1, "x", 3));

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        QByteArrayList codes;
        for (const InputOutcome &input : outcome.inputs)
            codes.append(input.error ? QByteArray::fromStdString(input.error->code) : QByteArray("-"));
        QCOMPARE(codes, QByteArrayList({"-", "not_understood", "input_missing", "-"}));
        QCOMPARE(static_cast<int>(outcome.exitCode()), 3);
        QCOMPARE(inputs.names(), QStringList({QStringLiteral("p-a-snapshot-20260115T093043Z.json"),
                                     QStringLiteral("p-c-snapshot-20260115T093043Z.json")}));
    }

    void anyNumberOfJobsGivesTheSameBytes()
    {
        Inputs inputs;
        for (int i = 0; i < 24; ++i) {
            const QByteArray name = "s" + QByteArray::number(i);
            inputs.add(name.constData(), reputation(i, "r", i).append(snapshotRecord(i, 2 * i)));
        }
        inputs.request.formats = allArtifactFormats();

        const ExportOutcome one = TelemetryExportTask(clock2026).run(inputs.request);
        inputs.request.jobs = 8;
        inputs.request.artifactDir = inputs.path("out8");
        const ExportOutcome eight = TelemetryExportTask(clock2026).run(inputs.request);

        QCOMPARE(one.exitCode(), ExitCode::Done);
        QCOMPARE(eight.exitCode(), ExitCode::Done);
        QCOMPARE(inputs.files().size(), 24 * 6);
        QCOMPARE(differenceOf(inputs.files("out8"), inputs.files()), QByteArray());
        for (std::size_t i = 0; i < one.inputs.size(); ++i)
            QCOMPARE(eight.inputs[i].input, one.inputs[i].input);
    }

    void packedInputGivesTheSameBytes()
    {
        const QByteArray session = reputation(1, "x", 1) + snapshotRecord(2, 5) + reputation(3, "y", 7);
        Inputs plain;
        plain.add("s.ndjson", session);
        Inputs packed;
        packed.add("s.ndjson.gz", QByteArray::fromStdString(gzipped(session.toStdString())));

        QCOMPARE(TelemetryExportTask(clock2026).run(plain.request).exitCode(), ExitCode::Done);
        QCOMPARE(TelemetryExportTask(clock2026).run(packed.request).exitCode(), ExitCode::Done);

        QCOMPARE(differenceOf(packed.files(), plain.files()), QByteArray());
    }

    void damagedGzipIsAWarning()
    {
        Inputs inputs;
        const QByteArray packed = QByteArray::fromStdString(gzipped(reputation(1, "x", 1).toStdString()));
        inputs.add("s.gz", packed.chopped(4));
        inputs.request.strict = true;

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        QCOMPARE(shownIssues(outcome.inputs.at(0).read.issues),
            QByteArrayList{"warning 0: the gzip data ends too early; what came before is read"});
        QCOMPARE(outcome.exitCode(), ExitCode::CheckFailed);
        QCOMPARE(fameOf(inputs.files(), "p"), QByteArray("1"));
    }

    void aSaveIsAnInput()
    {
        Inputs inputs;
        inputs.add("save_1.json",
            "{\"version\":1,\"timestamp\":5,\"gameData\":{\"factions\":{\"byId\":{\"a\":{\"fame\":4}}}}}");

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        QCOMPARE(outcome.exitCode(), ExitCode::Done);
        QCOMPARE(fameOf(inputs.files(), "p"), QByteArray("4"));
    }

    void snapshots_data()
    {
        QTest::addColumn<int>("number"); // 0: all
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<QByteArrayList>("written"); // prefix and fame
        QTest::addColumn<QByteArray>("error");

        QTest::addRow("all") << 0 << QByteArray() << QByteArrayList{"p-snap1 1", "p-snap2 3"} << QByteArray();
        QTest::addRow("the second") << 2 << QByteArray() << QByteArrayList{"p-snap2 3"} << QByteArray();
        QTest::addRow("all until a record")
            << 0 << QByteArray("2") << QByteArrayList{"p-snap1 1"} << QByteArray();
        QTest::addRow("beyond the last")
            << 3 << QByteArray() << QByteArrayList{}
            << QByteArray(
                   "no_such_snapshot: FILE holds 2 snapshot records up to where it was read, so there is "
                   "nothing to export");
        QTest::addRow("none until a record")
            << 2 << QByteArray("3") << QByteArrayList{}
            << QByteArray(
                   "no_such_snapshot: FILE holds 1 snapshot record up to where it was read, so there is "
                   "nothing to export");
    }

    void snapshots()
    {
        QFETCH(int, number);
        QFETCH(QByteArray, until);
        QFETCH(QByteArrayList, written);
        QFETCH(QByteArray, error);
        Inputs inputs;
        inputs.add("s", snapshotRecord(1, 1) + reputation(2, "x", 2) + reputation(3, "x", 9) +
                            snapshotRecord(4, 3) + reputation(5, "x", 4));
        inputs.request.snapshots = SnapshotChoice();
        if (number > 0)
            inputs.request.snapshots->number = static_cast<std::uint64_t>(number);
        if (!until.isEmpty())
            inputs.request.until = *StopPoint::parse(until.toStdString());

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        const std::optional<Error> failed = outcome.inputs.at(0).error;
        QCOMPARE(failed ? QByteArray::fromStdString(failed->code + ": " + failed->message) : QByteArray(),
            error.replace("FILE", QByteArray::fromStdString(inputs.path("s"))));
        QByteArrayList found;
        for (const QString &name : inputs.names()) {
            const QByteArray prefix = name.left(name.indexOf(QStringLiteral("-snapshot-"))).toLatin1();
            found.append(prefix + ' ' + fameOf(inputs.files(), prefix.constData()));
        }
        QCOMPARE(found, written);
    }

    void ofManySnapshotsTheFirstStatesAreKept()
    {
        Inputs inputs;
        QByteArray session;
        for (int i = 1; i <= 103; ++i)
            session += snapshotRecord(i, i);
        inputs.add("s", session);
        inputs.request.snapshots = SnapshotChoice();

        const InputOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request).inputs.at(0);

        QCOMPARE(outcome.files.size(), std::size_t{103});
        QCOMPARE(outcome.states.size(), InputOutcome::maxStatesKept);
        QCOMPARE(outcome.statesLeftOut, std::uint64_t{3});
        QCOMPARE(outcome.states.back().summary.factions.front().fame, 100.0);
    }

    void artifactsMayBePacked()
    {
        Inputs inputs;
        inputs.add("s", reputation(1, "x", 1));
        inputs.request.formats = allArtifactFormats();
        QCOMPARE(TelemetryExportTask(clock2026).run(inputs.request).exitCode(), ExitCode::Done);
        inputs.request.gzipArtifacts = true;
        inputs.request.artifactDir = inputs.path("packed");

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        FileContents content;
        const FileContents packed = inputs.files("packed");
        for (auto file = packed.begin(); file != packed.end(); ++file)
            content.insert(file.key().chopped(3), unpacked(file.value()));
        QCOMPARE(differenceOf(content, inputs.files()), QByteArray());
        for (const InputOutcome::File &file : outcome.inputs.at(0).files) {
            const QByteArray bytes = packed.value(QFileInfo(QString::fromStdString(file.path)).fileName());
            QCOMPARE(file.bytes, static_cast<std::uint64_t>(bytes.size()));
            QCOMPARE(QByteArray::fromStdString(file.sha256),
                QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        }
    }

    void formulasMayBeGuarded()
    {
        Inputs inputs;
        inputs.add("s",
            "{\"type\":\"event\",\"timestamp\":1,\"event\":\"faction:attitude_changed\",\"payload\":"
            "{\"factionId\":\"a\",\"factionName\":\"=1+2\",\"cascade\":true,\"source\":\"-5\"}}\n");
        inputs.request.formats = {ArtifactFormat::Csv};
        inputs.request.guardCsvFormulas = true;

        QCOMPARE(TelemetryExportTask(clock2026).run(inputs.request).exitCode(), ExitCode::Done);

        QVERIFY(inputs.files().first().contains("\nlast_event,a,'=1+2,,-5,-5,"));
    }

    void theRecordsThatWereReadCanBeWritten_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<QByteArray>("written");
        const QByteArray first = reputation(1, "x", 1);
        const QByteArray second = snapshotRecord(2, 5);

        QTest::addRow("all") << first + second << QByteArray() << first + second;
        QTest::addRow("without what is no record")
            << first + "7\n\n" + second.chopped(1) << QByteArray() << first + second;
        QTest::addRow("as far as it was read") << first + second << QByteArray("1") << first;
        QTest::addRow("a bare snapshot of many lines")
            << QByteArray("{\"version\":1,\n\"timestamp\":5,\n\"gameData\":{\"quests\":[1]}}") << QByteArray()
            << QByteArray("{\"type\":\"snapshot\",\"timestamp\":5,\"snapshot\":{\"quests\":[1]}}\n");
        QTest::addRow("nothing") << QByteArray("") << QByteArray() << QByteArray("");
    }

    void theRecordsThatWereReadCanBeWritten()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, until);
        QFETCH(QByteArray, written);
        Inputs inputs;
        inputs.add("s", input);
        inputs.request.sessionOut = inputs.path("copy.ndjson");
        if (!until.isEmpty())
            inputs.request.until = *StopPoint::parse(until.toStdString());

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        QCOMPARE(outcome.exitCode(), ExitCode::Done);
        QCOMPARE(inputs.files(".").value(QStringLiteral("copy.ndjson"), "(no file)"), written);
    }

    void theSimulatedSessionCanBeWrittenAndReadAgain()
    {
        Inputs inputs;
        inputs.request.sessionOut = inputs.path("demo.ndjson");
        inputs.request.formats = allArtifactFormats();
        QCOMPARE(TelemetryExportTask(clock2026).run(inputs.request).exitCode(), ExitCode::Done);
        inputs.request.files = {inputs.path("demo.ndjson")};
        inputs.request.sessionOut.clear();
        inputs.request.artifactDir = inputs.path("again");

        QCOMPARE(TelemetryExportTask(clock2026).run(inputs.request).exitCode(), ExitCode::Done);

        QCOMPARE(differenceOf(inputs.files("again"), inputs.files()), QByteArray());
    }

    void theFolderOfASessionIsMade()
    {
        Inputs inputs;
        inputs.add("s", reputation(1, "x", 1));
        inputs.request.sessionOut = inputs.path("none/yet/s.ndjson");

        QCOMPARE(TelemetryExportTask(clock2026).run(inputs.request).exitCode(), ExitCode::Done);

        QCOMPARE(
            inputs.files("none/yet").value(QStringLiteral("s.ndjson"), "(no file)"), reputation(1, "x", 1));
    }

    void aSessionThatCannotBeWrittenIsAFailure()
    {
        Inputs inputs;
        inputs.add("s", reputation(1, "x", 1));
        inputs.request.sessionOut = inputs.path("s/s.ndjson");

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        QCOMPARE(outcome.exitCode(), ExitCode::WriteFailed);
        QCOMPARE(outcome.inputs.at(0).failures.at(0).writer, std::string("session-out"));
        QCOMPARE(inputs.names().size(), 1);
    }

    void aWishToStopEndsTheExport()
    {
        Inputs inputs;
        inputs.add("a", reputation(1, "x", 1));
        inputs.add("b", reputation(1, "x", 1));
        StopFlag stop;
        stop.request();
        inputs.request.stop = &stop;

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        QCOMPARE(outcome.exitCode(), ExitCode::Interrupted);
        QCOMPARE(
            outcome.inputs.at(1).error->message, "the export of " + inputs.path("b") + " was interrupted");
        QCOMPARE(inputs.names(), QStringList());
    }

    void progressComesToItsEnd()
    {
        Inputs inputs;
        inputs.add("a", reputation(1, "x", 1).repeated(10'000));
        inputs.add("b", "hello\n");
        inputs.request.files.push_back(inputs.path("none"));
        ExportProgress progress;
        inputs.request.progress = &progress;

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(inputs.request);

        QCOMPARE(outcome.exitCode(), ExitCode::InputUnreadable);
        const auto bytes = static_cast<std::uint64_t>(reputation(1, "x", 1).size() * 10'000 + 6);
        const ExportProgress::Sample sample = progress.sample();
        QCOMPARE(sample.inputs, std::uint64_t{3});
        QCOMPARE(sample.inputsOpened, std::uint64_t{2});
        QCOMPARE(sample.inputsDone, std::uint64_t{3});
        QCOMPARE(sample.records, std::uint64_t{10'000});
        QCOMPARE(sample.bytes, bytes);
        QCOMPARE(sample.bytesDone, bytes);
    }
};

QTEST_APPLESS_MAIN(tst_InputExport)
#include "tst_InputExport.moc"
