// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/support/ConformanceCase.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace inspector;

namespace {

const FixedClock clock2026(1'768'469'443'000);

constexpr std::string_view session =
    R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"a","newFame":1}}
{"type":"event","timestamp":2,"event":"reputation:changed","payload":{"factionId":"a","newFame":2}}
{"type":"event","timestamp":3,"event":"tutorial:started","payload":{"totalSteps":"three"}}
)";

} // namespace

class tst_TelemetryExportTask : public QObject
{
    Q_OBJECT

private slots:
    void stops_data()
    {
        QTest::addColumn<QByteArray>("until");
        QTest::addColumn<int>("records");
        QTest::addColumn<double>("fame");
        QTest::addColumn<int>("warnings");

        QTest::addRow("at the end") << QByteArray() << 3 << 2.0 << 1;
        QTest::addRow("after a record") << QByteArray("1") << 1 << 1.0 << 0;
        QTest::addRow("after an event") << QByteArray("reputation:changed") << 1 << 1.0 << 0;
        QTest::addRow("never") << QByteArray("tutorial:completed") << 3 << 2.0 << 2;
    }

    void stops()
    {
        QFETCH(QByteArray, until);
        QFETCH(int, records);
        QFETCH(double, fame);
        QFETCH(int, warnings);
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.formats = {ArtifactFormat::Snapshot};
        if (!until.isEmpty())
            request.until = *StopPoint::parse(until.toStdString());

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(outcome.exitCode(), ExitCode::Done);
        QCOMPARE(outcome.read.records, static_cast<std::uint64_t>(records));
        QCOMPARE(outcome.read.warnings, static_cast<std::uint64_t>(warnings));
        const QByteArray fameLine = QByteArray("\"fame\": ").append(QByteArray::number(fame));
        QVERIFY(filesOf(dir.filePath(QStringLiteral("out"))).first().contains(fameLine));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QByteArray>("content"); // null: no file
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("code");

        QTest::addRow("clean") << QByteArray("") << true << 0;
        QTest::addRow("warnings") << QByteArray(session.data()) << false << 0;
        QTest::addRow("warnings, strict") << QByteArray(session.data()) << true << 1;
        QTest::addRow("missing") << QByteArray() << false << 3;
        QTest::addRow("not understood") << QByteArray("hello") << true << 4;
    }

    void exitCodes()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, strict);
        QFETCH(int, code);
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir, content);
        request.strict = strict;

        const ExportOutcome outcome = TelemetryExportTask(clock2026).run(request);

        QCOMPARE(static_cast<int>(outcome.exitCode()), code);
        QCOMPARE(QFile::exists(dir.filePath(QStringLiteral("out"))), code < 3);
    }

    void keepsOtherFilesUnlessForced()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.formats = {ArtifactFormat::Snapshot};
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);
        request.until = *StopPoint::parse("2");
        const ExportOutcome other = TelemetryExportTask(clock2026).run(request);
        QCOMPARE(other.exitCode(), ExitCode::WriteFailed);
        QCOMPARE(other.report.failures.at(0).error.code, std::string("exists"));
        request.force = true;
        QCOMPARE(TelemetryExportTask(clock2026).run(request).exitCode(), ExitCode::Done);
    }

    void resultDocument()
    {
        const QTemporaryDir dir;
        ExportRequest request = requestIn(dir);
        request.formats = {ArtifactFormat::TranscriptMarkdown};
        request.prefix = "p";

        const JsonValue result = resultJson(TelemetryExportTask(clock2026).run(request));

        const QString path = dir.filePath(QStringLiteral("out/p-tutorial-transcript-20260115T093043Z.md"));
        QByteArray expected =
            R"({"ok":true,"exitCode":0,"artifactDir":"DIR/out","manifest":null,"inputs":[{"file":"DIR/s.ndjson",)"
            R"("records":3,"events":3,"warnings":1,"skippedLines":0}],"artifacts":[{"path":"PATH","type":"transcript-md",)"
            R"("section":"tutorial-transcript","bytes":BYTES,"sha256":"DIGEST","durationMs":0}],"failures":[],"metrics":)"
            R"({"durationMs":0,"writers":[{"id":"filesystem","attempted":1,"successes":1,"failures":0,"durationMs":0}]},)"
            R"("publish":null})";
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

        QCOMPARE(outcome.report.failures.at(0).error.code, std::string("bad_name"));
    }

    void exitCodeOfAnOutcome_data()
    {
        QTest::addColumn<QByteArray>("inputError");
        QTest::addColumn<bool>("writeFailed");
        QTest::addColumn<int>("code");

        QTest::addRow("internal") << QByteArray("internal") << true << 70;
        QTest::addRow("usage") << QByteArray("usage") << false << 2;
        QTest::addRow("not written") << QByteArray() << true << 5;
        QTest::addRow("unreadable") << QByteArray("read_failed") << false << 3;
        QTest::addRow("later format") << QByteArray("future_session") << false << 4;
        QTest::addRow("bad catalogue") << QByteArray("bad_catalogue") << false << 4;
        QTest::addRow("done") << QByteArray() << false << 0;
    }

    void exitCodeOfAnOutcome()
    {
        QFETCH(QByteArray, inputError);
        QFETCH(bool, writeFailed);
        QFETCH(int, code);
        ExportOutcome outcome;
        if (!inputError.isEmpty())
            outcome.inputError = Error{inputError.toStdString(), "m", "r"};
        if (writeFailed)
            outcome.report.failures.push_back({"w", "f", {"c", "m", "r"}});

        QCOMPARE(static_cast<int>(outcome.exitCode()), code);
        QCOMPARE(*(*resultJson(outcome).asObject())["exitCode"].asNumber(), static_cast<double>(code));
    }

private:
    static QByteArray sha256Of(const QString &path)
    {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
    }

    static ExportRequest requestIn(
        const QTemporaryDir &dir, const QByteArray &content = QByteArray(session.data()))
    {
        ExportRequest request;
        request.file = dir.filePath(QStringLiteral("s.ndjson")).toStdString();
        request.artifactDir = dir.filePath(QStringLiteral("out")).toStdString();
        if (!content.isNull() &&
            !writeFileAtomically(QString::fromStdString(request.file), content.toStdString()))
            QTest::qFail("the session was not written", __FILE__, __LINE__);
        return request;
    }
};

QTEST_APPLESS_MAIN(tst_TelemetryExportTask)
#include "tst_TelemetryExportTask.moc"
