// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Gzip.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/Program.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace inspector;

namespace {

const QString program = QStringLiteral(INSPECTOR_PROGRAM);
const QByteArray marker = "{\"type\":\"marker\",\"timestamp\":1,\"label\":\"x\"}\n";

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray packed(const QByteArray &content)
{
    return QByteArray::fromStdString(gzipped(content.toStdString()));
}

QStringList exportTo(const QString &folder, const QStringList &more)
{
    return QStringList{QStringLiteral("--export"), QStringLiteral("--artifact-dir"), folder} + more;
}

/// An event whose payload nests lists `depth` deep.
QByteArray nested(int depth)
{
    return QByteArray("{\"type\":\"event\",\"timestamp\":1,\"event\":\"a\",\"payload\":{\"x\":")
        .append(QByteArray(depth, '['))
        .append(QByteArray(depth, ']'))
        .append("}}\n");
}

/// A member of the only input in the result document.
double countOf(const QByteArray &document, const char *member)
{
    const JsonValue result = json(document.toStdString());
    const JsonArray &inputs = *(*result.asObject())["inputs"].asArray();
    return *(*inputs.at(0).asObject())[member].asNumber();
}

} // namespace

/// What the program makes of input that is wrong: one message that names the file, the right exit code.
class tst_BadInput : public QObject
{
    Q_OBJECT

private slots:
    void files_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("message"); // FILE is the path
        const auto row = [](const char *name, const QByteArray &content, bool strict, int code,
                             const char *message) {
            QTest::newRow(name) << content << strict << code << QByteArray(message);
        };
        const QByteArray save = "{\"version\":1,\"timestamp\":5,\"gameData\":{\"factions\":{}}}";

        row("empty", "", true, 0, "read 0 records of FILE");
        row("a save", save, true, 0, "read 1 record of FILE");
        row("a packed save", packed(save), true, 0, "read 1 record of FILE");
        row("a packed snapshot", packed("{\"tutorial\":{}}"), true, 0, "read 1 record of FILE");
        row("binary", QByteArray("\x7f\x45\x4c\x46\0\0\1\2", 8), false, 4,
            "error: FILE: neither a session, a snapshot nor a save: ");
        row("text", "hello\n", false, 4, "error: FILE: neither a session, a snapshot nor a save: ");
        row("packed text", packed("hello\n"), false, 4,
            "error: FILE: neither a session, a snapshot nor a save: ");
        row("packed and cut", packed(marker).chopped(3), false, 0,
            "warning: FILE: the gzip data ends too early; what came before is read");
        row("packed and cut, strict", packed(marker).chopped(3), true, 1, "--strict allows none");
        row("a packed snapshot that is cut", packed("{\"tutorial\":{\"a\":1}}").chopped(12), false, 4,
            "error: FILE");
        row("packed, damaged at its start",
            QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff", 12), false, 4,
            "error: FILE: the gzip data is damaged (");
        row("a save from the future", "{\"version\":9,\"gameData\":{}}", false, 4,
            "error: FILE: the save is of version 9; this program knows version 1. Use a newer");
        row("a session from the future", "{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}\n", false,
            4, "error: FILE: the session is of format telemetry-session/2");
        row("a torn last line", marker + "{\"type\":\"ev", false, 0,
            "warning: FILE:2: line skipped: the last line is torn (");
        row("nested as deep as allowed", nested(126), true, 0, "read 1 record of FILE");
        row("nested too deep", marker + nested(10'000), true, 1,
            "warning: FILE:2: line skipped: nested deeper than 128 levels");
        row("wrong types everywhere",
            "{\"type\":\"event\",\"timestamp\":\"now\",\"seq\":[],\"event\":\"tutorial:step_started\","
            "\"payload\":{\"stepId\":1,\"stepIndex\":\"2\",\"totalSteps\":{},\"title\":[],\"highlight\":"
            "\"h\","
            "\"position\":1,\"canSkip\":\"yes\",\"controlHint\":[]}}\n",
            true, 1, "10 warnings and 0 skipped lines");
    }

    void files()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, strict);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, message);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("input"));
        QVERIFY(writeText(path, content));
        QStringList arguments{path};
        if (strict)
            arguments.append(QStringLiteral("--strict"));

        const ProgramRun run = runProgram(program, exportTo(dir.filePath(QStringLiteral("out")), arguments));

        QVERIFY2(run.err.contains(message.replace("FILE", path.toUtf8())), run.err.constData());
        QCOMPARE(run.exitCode, exitCode);
        QCOMPARE(QDir(dir.filePath(QStringLiteral("out"))).exists(), exitCode < 3);
    }

    void whatCannotBeRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("message");

        QTest::addRow("a folder") << QStringLiteral("/tmp")
                                  << QByteArray("/tmp cannot be read: it is a folder. Check the path");
        QTest::addRow("missing") << QStringLiteral("/nonexistent/s.ndjson")
                                 << QByteArray("/nonexistent/s.ndjson does not exist. Check the path.");
        QTest::addRow("a read error")
            << QStringLiteral("/proc/self/mem")
            << QByteArray("/proc/self/mem: reading stopped after line 0: Input/output error. Check the file");
    }

    void whatCannotBeRead()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, message);
        const QTemporaryDir dir;

        const ProgramRun run = runProgram(program, exportTo(dir.filePath(QStringLiteral("out")), {path}));

        QVERIFY2(run.err.contains(message), run.err.constData());
        QCOMPARE(run.exitCode, 3);
    }

    void aLineOfOneGibibyte()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.ndjson"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(marker);
        QVERIFY(file.seek(Q_INT64_C(1) << 30)); // what is passed over takes no space on the disk
        file.write("\n" + marker);
        file.close();

        const ProgramRun run = runProgram(program, exportTo(dir.filePath(QStringLiteral("out")), {path}));

        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.err.contains(path.toUtf8().append(":2: line skipped: the line is longer than 16 MiB")),
            run.err.constData());
        QCOMPARE(countOf(run.out, "records"), 2.0);
    }

    void aMillionKeys()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.ndjson"));
        QByteArray line =
            "{\"type\":\"event\",\"timestamp\":1,\"event\":\"reputation:changed\",\"payload\":{";
        for (int i = 0; i < 1'000'000; ++i)
            line.append("\"k").append(QByteArray::number(i)).append("\":1,");
        QVERIFY(writeText(path, line + "\"factionId\":\"a\"}}\n"));

        const ProgramRun run = runProgram(
            program, exportTo(dir.filePath(QStringLiteral("out")), {path, QStringLiteral("--strict")}));

        QCOMPARE(run.exitCode, 0);
        QCOMPARE(countOf(run.out, "records"), 1.0);
    }

    // The program reads a pipe that stays open; each signal must end it, with its own code and a whole
    // result.
    void signalsEndIt_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<int>("exitCode");

        QTest::addRow("SIGINT") << SIGINT << 130;
        QTest::addRow("SIGTERM") << SIGTERM << 143;
    }

    void signalsEndIt()
    {
        QFETCH(int, signal);
        QFETCH(int, exitCode);
        const QTemporaryDir dir;
        const QString good = dir.filePath(QStringLiteral("good"));
        QVERIFY(writeText(good, marker));
        QProcess process;
        process.start(program, exportTo(dir.filePath(QStringLiteral("out")),
                                   {good, QStringLiteral("-"), QStringLiteral("--jobs=1"),
                                       QStringLiteral("--formats=snapshot")}));
        QVERIFY(process.waitForStarted());
        // Once the first file's artifact is there, it waits for standard input.
        QTRY_COMPARE_WITH_TIMEOUT(
            QDir(dir.filePath(QStringLiteral("out"))).entryList(QDir::Files).size(), 1, 60'000);

        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);

        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), exitCode);
        const JsonValue result = json(process.readAllStandardOutput().toStdString());
        QCOMPARE(*(*result.asObject())["exitCode"].asNumber(), static_cast<double>(exitCode));
        QCOMPARE((*result.asObject())["artifacts"].asArray()->size(), std::size_t{1});
    }

    void severalInputsInOneResult()
    {
        const QTemporaryDir dir;
        QStringList arguments;
        for (const char *folder : {"a", "b"}) {
            QVERIFY(QDir(dir.path()).mkdir(QString::fromLatin1(folder)));
            arguments.append(dir.filePath(QString::fromLatin1(folder) + QStringLiteral("/s.ndjson")));
            QVERIFY(writeText(arguments.last(), marker));
        }
        arguments += {dir.filePath(QStringLiteral("none")), QStringLiteral("--formats=snapshot"),
            QStringLiteral("--clock=1768469443000")};

        const ProgramRun run = runProgram(program, exportTo(dir.filePath(QStringLiteral("out")), arguments));

        QCOMPARE(run.exitCode, 3);
        QVERIFY2(
            run.err.contains("read 2 records of 3 files and wrote 2 artifacts to "), run.err.constData());
        QCOMPARE(artifactsOf(dir.filePath(QStringLiteral("out"))).keys(),
            QStringList({QStringLiteral("save-inspector-s-2-snapshot-20260115T093043Z.json"),
                QStringLiteral("save-inspector-s-snapshot-20260115T093043Z.json")}));
    }
};

QTEST_GUILESS_MAIN(tst_BadInput)
#include "tst_BadInput.moc"
