// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ConformanceCase.h"
#include "tests/support/Program.h"

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

const QString program = QStringLiteral(INSPECTOR_PROGRAM);

QStringList exportTo(const QString &folder, const QStringList &more = {})
{
    return QStringList{QStringLiteral("--export"), QStringLiteral("--artifact-dir"), folder,
               QStringLiteral("--clock"), QStringLiteral("1768469443000")} +
           more;
}

} // namespace

class tst_Program : public QObject
{
    Q_OBJECT

private slots:
    void exportsTheDemoMissionWithoutADisplay()
    {
        const QTemporaryDir out;
        QProcessEnvironment environment = bareEnvironment();
        environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral("/nonexistent"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM_PLUGIN_PATH"), QStringLiteral("/nonexistent"));

        const ProgramRun run = runProgram(program,
            exportTo(out.path(), {QStringLiteral("--strict"), QStringLiteral("--formats=all")}), environment);

        QCOMPARE(run.exitCode, 0);
        const JsonValue result = json(run.out.toStdString());
        QCOMPARE(*(*result.asObject())["ok"].asBool(), true);
        QCOMPARE((*result.asObject())["artifacts"].asArray()->size(), std::size_t{6});
        QCOMPARE(artifactsOf(out.path()).keys(),
            QStringList({QStringLiteral("save-inspector-cascade-targets-20260115T093043Z.csv"),
                QStringLiteral("save-inspector-snapshot-20260115T093043Z.json"),
                QStringLiteral("save-inspector-summary-20260115T093043Z.json"),
                QStringLiteral("save-inspector-tutorial-snapshots-20260115T093043Z.csv"),
                QStringLiteral("save-inspector-tutorial-transcript-20260115T093043Z.csv"),
                QStringLiteral("save-inspector-tutorial-transcript-20260115T093043Z.md")}));
    }

    void sameInputSameBytes_data()
    {
        QTest::addColumn<QString>("formats");
        QTest::addRow("artifacts") << QStringLiteral("--formats=all");
        QTest::addRow("pages for people") << QStringLiteral("--formats=report,summary-md");
    }

    void sameInputSameBytes()
    {
        QFETCH(QString, formats);
        const QTemporaryDir first;
        const QTemporaryDir second;
        const QTemporaryDir other;
        const QStringList all{formats};

        QCOMPARE(runProgram(program, exportTo(first.path(), all)).exitCode, 0);
        QCOMPARE(runProgram(program, exportTo(second.path(), all)).exitCode, 0);
        QCOMPARE(runProgram(program, exportTo(other.path(), all + QStringList{QStringLiteral("--seed=2")}))
                     .exitCode,
            0);

        QCOMPARE(differenceOf(artifactsOf(second.path()), artifactsOf(first.path())), QByteArray());
        QVERIFY(!differenceOf(artifactsOf(other.path()), artifactsOf(first.path())).isEmpty());
    }

    void standardInputIsAFileLikeAnyOther()
    {
        const QTemporaryDir fromFile;
        const QTemporaryDir fromInput;
        const ConformanceCase c = ConformanceCase::load(QStringLiteral("mission-cascade"));
        QFile session(c.session());
        QVERIFY(session.open(QIODevice::ReadOnly));

        QCOMPARE(runProgram(program, exportTo(fromFile.path(), {c.session()})).exitCode, 0);
        const ProgramRun run = runProgram(
            program, exportTo(fromInput.path(), {QStringLiteral("-")}), bareEnvironment(), session.readAll());

        QCOMPARE(run.exitCode, 0);
        QCOMPARE(differenceOf(artifactsOf(fromInput.path()), artifactsOf(fromFile.path())), QByteArray());
    }

    void aMistakeIsToldInTheResultFile()
    {
        const QTemporaryDir out;
        const QString file = out.filePath(QStringLiteral("new/result.json"));

        const ProgramRun run = runProgram(
            program, exportTo(out.path(), {QStringLiteral("--result"), file, QStringLiteral("--nonsense")}));

        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.out, QByteArray());
        QFile result(file);
        QVERIFY(result.open(QIODevice::ReadOnly));
        const JsonValue document = json(result.readAll().toStdString());
        QCOMPARE(*(*document.asObject())["exitCode"].asNumber(), 2.0);
    }

    void aMistakeReplacesNothingButAnEarlierResult()
    {
        const QTemporaryDir out;
        const QString file = out.filePath(QStringLiteral("s.ndjson"));
        const QByteArray content = R"({"type":"marker","timestamp":1})"
                                   "\n";
        QFile session(file);
        QVERIFY(session.open(QIODevice::ReadWrite) && session.write(content) == content.size() &&
                session.flush());

        const ProgramRun run =
            runProgram(program, exportTo(out.path(), {QStringLiteral("--result"), file, file}));

        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("which is read"), run.err.constData());
        QVERIFY(session.seek(0));
        QCOMPARE(session.readAll(), content);
    }

    void noMistakeMakesAManifest()
    {
        const QTemporaryDir out;
        const QString file = out.filePath(QStringLiteral("ci-artifacts.json"));

        QCOMPARE(runProgram(program, exportTo(out.path(), {QStringLiteral("--result"), file})).exitCode, 2);

        QVERIFY(!QFile::exists(file));
    }

    void exitCodes_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("message");

        const QByteArray good = R"({"type":"marker","timestamp":1,"label":"x"})"
                                "\n";
        QTest::addRow("done") << good << QStringList() << 0 << QByteArray("read 1 record of -");
        QTest::addRow("quiet") << good << QStringList{QStringLiteral("-q")} << 0 << QByteArray();
        QTest::addRow("strict") << QByteArray(good).append("not json\n")
                                << QStringList{QStringLiteral("--strict")} << 1
                                << QByteArray("-:2: line skipped: not JSON");
        QTest::addRow("unknown option") << good << QStringList{QStringLiteral("--formts=json")} << 2
                                        << QByteArray("Did you mean --formats?");
        QTest::addRow("no value") << good
                                  << QStringList{QStringLiteral("--formats"), QStringLiteral("--strict")} << 2
                                  << QByteArray("--formats needs a value");
        QTest::addRow("unknown format") << good << QStringList{QStringLiteral("--formats=xml")} << 2
                                        << QByteArray("Known formats: json, csv, transcript-csv");
        QTest::addRow("missing file")
            << QByteArray() << QStringList{QStringLiteral("--"), QStringLiteral("/nonexistent")} << 3
            << QByteArray("/nonexistent does not exist");
        QTest::addRow("not a session") << QByteArray("hello\n") << QStringList() << 4
                                       << QByteArray("neither a session, a snapshot nor a save");
        QTest::addRow("folder is a file") << good << QStringList{QStringLiteral("--artifact-dir=/dev/null/x")}
                                          << 5 << QByteArray("/dev/null/x cannot be made");
    }

    void exitCodes()
    {
        QFETCH(QByteArray, input);
        QFETCH(QStringList, options);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, message);
        const QTemporaryDir out;
        const QStringList stdinFile =
            options.contains(QStringLiteral("--")) ? QStringList() : QStringList{QStringLiteral("-")};

        const ProgramRun run =
            runProgram(program, exportTo(out.path(), stdinFile + options), bareEnvironment(), input);

        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(message.isEmpty() ? run.err.isEmpty() : run.err.contains(message), run.err.constData());
        const JsonValue result = json(run.out.toStdString());
        QCOMPARE(*(*result.asObject())["exitCode"].asNumber(), static_cast<double>(exitCode));
    }

    void saysWhatItIs_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("beginning");

        QTest::addRow("version") << QStringLiteral("--version")
                                 << QByteArray("telemetry-inspector " INSPECTOR_VERSION "\n");
        QTest::addRow("help") << QStringLiteral("--help")
                              << QByteArray("Usage: telemetry-inspector [options] [files...]\n");
    }

    void saysWhatItIs()
    {
        QFETCH(QString, option);
        QFETCH(QByteArray, beginning);

        const ProgramRun run = runProgram(program, {option});

        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out.left(beginning.size()), beginning);
        QCOMPARE(run.err, QByteArray());
    }

    void aLimitOfFileSizesIsAnErrorAsAFullDiskIs()
    {
        const QTemporaryDir out;
        const QStringList limited{
            QStringLiteral("-c"), QStringLiteral("ulimit -f 1; exec \"$0\" \"$@\""), program};

        const ProgramRun run = runProgram(QStringLiteral("bash"), limited + exportTo(out.path(), {}));

        QCOMPARE(run.exitCode, 5);
        QVERIFY2(run.err.contains(" was not written: "), run.err.constData());
    }

    void telemetryCannotForgeCommands()
    {
        const QTemporaryDir out;
        const QByteArray input =
            R"({"type":"session","schema":"telemetry-session/9\n::error::x ##vso[task.complete]"})"
            "\n";

        const ProgramRun run =
            runProgram(program, exportTo(out.path(), {QStringLiteral("-")}), bareEnvironment(), input);

        QCOMPARE(run.exitCode, 4);
        for (const QByteArray &stream : {run.out, run.err}) {
            QVERIFY2(!stream.contains("::error") && !stream.contains("##vso["), stream.constData());
        }
    }

    void withoutADisplayItSaysWhatToDo()
    {
        const ProgramRun run = runProgram(program, {});

        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("Use --export"), run.err.constData());
    }
};

QTEST_GUILESS_MAIN(tst_Program)
#include "tst_Program.moc"
