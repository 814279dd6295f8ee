// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FolderInMemory.h"
#include "tests/support/Program.h"
#include "tests/support/SampleSave.h"
#include "tests/support/SetChecks.h"
#include "tests/support/SmallDisk.h"
#include "tests/support/TracedProgram.h"

#include <cerrno>
#include <vector>

using namespace inspector;

namespace {

const QString program = QStringLiteral(INSPECTOR_PROGRAM);

const QByteArray shortSession =
    R"({"type":"event","timestamp":1,"event":"tutorial:started","payload":{"totalSteps":2}}
{"type":"event","timestamp":2,"event":"faction:attitude_changed","payload":{"factionId":"a","newFame":3}}
)";
const QByteArray longerSession =
    shortSession + R"({"type":"event","timestamp":3,"event":"tutorial:skipped","payload":{"reason":"late"}}
)";

/// One run of the program, and what its folder holds before and behind it.
class Job
{
public:
    /// In `arguments`, DIR stands for the folder. Before them the same is done with a shorter session where
    /// `isOverEarlier`.
    Job(const QStringList &arguments, bool isOverEarlier)
    {
        for (QString argument : arguments)
            m_arguments.append(argument.replace(QStringLiteral("DIR"), folder()));
        QVERIFY(QDir().mkpath(folder()));
        if (isOverEarlier) {
            writeFile(input(), shortSession);
            QCOMPARE(runProgram(program, m_arguments).exitCode, 0);
            before = filesOf(folder());
        }
        writeFile(input(), longerSession);
        QCOMPARE(runProgram(program, m_arguments).exitCode, 0);
        after = filesOf(folder());
    }

    /// Runs it from the beginning again.
    [[nodiscard]] TracedRun run(const std::function<void(TracedCall &)> &meet) const
    {
        setBack();
        return runTraced(program, m_arguments, meet);
    }
    /// Runs it where it is, in full.
    [[nodiscard]] int runPlainly() const { return runProgram(program, m_arguments).exitCode; }

    /// The numbers of the calls for which `is` holds, from the first one that names the folder.
    [[nodiscard]] std::vector<int> callsThat(bool (TracedCall::*is)() const) const
    {
        std::vector<int> numbers;
        bool isBegun = false;
        static_cast<void>(run([&](TracedCall &call) {
            isBegun = isBegun || call.names(folder().toUtf8());
            if (isBegun && (call.*is)())
                numbers.push_back(call.number());
        }));
        return numbers;
    }

    [[nodiscard]] QByteArray broken() const { return brokenFileOf(filesOf(folder()), before, after); }
    /// Whether all is there that is to be there, and nothing else.
    [[nodiscard]] bool isDone() const
    {
        FileContents files = filesOf(folder());
        FileContents wanted = after;
        if (files.keys() != wanted.keys())
            return false;
        for (const char *timed : {"ci-artifacts.json", "result.json", "checks.xml"}) {
            files.remove(QString::fromLatin1(timed));
            wanted.remove(QString::fromLatin1(timed));
        }
        return files == wanted;
    }

    FileContents before, after;

private:
    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("out")); }
    [[nodiscard]] QString input() const { return m_dir.filePath(QStringLiteral("s.ndjson")); }

    void setBack() const
    {
        QDir(folder()).removeRecursively();
        QDir().mkpath(folder());
        for (auto it = before.begin(); it != before.end(); ++it)
            writeFile(QDir(folder()).filePath(it.key()), it.value());
    }

    FolderInMemory m_dir;
    QStringList m_arguments;
};

/// What is wrong with how a run ended and with what it left, and where; empty where nothing is.
QByteArray wrongWith(const Job &job, const TracedRun &run, int call, int error = 0)
{
    QByteArray wrong = job.broken();
    if (run.end == TracedRun::End::Crashed)
        wrong = "it crashed";
    else if (wrong.isEmpty() && run.end == TracedRun::End::Exited && run.exitCode == 0 && !job.isDone())
        wrong = "it says that it is done";
    if (!wrong.isEmpty())
        wrong.append(" (call ")
            .append(QByteArray::number(call))
            .append(", errno ")
            .append(QByteArray::number(error))
            .append(')');
    return wrong;
}

void addJobs()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isOverEarlier");
    const auto words = [](const char *line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); };
    const QStringList exporting = words("--export --force --clock 1000 --artifact-dir DIR DIR/../s.ndjson");
    const QStringList copying = words("--export --force --clock 1000 --artifact-dir DIR --session-out "
                                      "DIR/copy.ndjson DIR/../s.ndjson");
    const QStringList publishing =
        words("--export --force --clock 1000 --formats all,report --publish gitlab --no-dry-run "
              "--publish-required --junit DIR/checks.xml --result DIR/result.json --artifact-dir DIR "
              "DIR/../s.ndjson");
    const QStringList bundling = words("--bundle DIR/b.zip DIR/../s.ndjson");

    QTest::addRow("export") << exporting << false;
    QTest::addRow("export in place of an earlier one") << exporting << true;
    QTest::addRow("export with a copy of the session, both in place of earlier ones") << copying << true;
    QTest::addRow("all formats, checks, result and GitLab's file, in place of earlier ones")
        << publishing << true;
    QTest::addRow("bundle") << bundling << false;
    QTest::addRow("bundle in place of an earlier one") << bundling << true;
}

bool canTrace()
{
#ifdef INSPECTOR_SANITIZED
    return false; // a sanitizer traces the process itself
#else
    return runTraced(program, {QStringLiteral("--version")}, [](TracedCall &) {}).end ==
           TracedRun::End::Exited;
#endif
}

} // namespace

/// The real program, at each of whose system calls something goes wrong (docs/reliability.md, "Faults").
class tst_ProgramFaults : public QObject
{
    Q_OBJECT

private slots:
    // What a killed program was putting together stays where temporary files are.
    void initTestCase() { qputenv("TMPDIR", m_temporary.path().toLocal8Bit()); }

    void killedAtAnyCall_data() { addJobs(); }
    void killedAtAnyCall()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isOverEarlier);
        if (!canTrace())
            QSKIP("this system lets no process watch another");
        const Job job(arguments, isOverEarlier);
        TracedRun run;
        const int first = job.callsThat(&TracedCall::concernsFiles).front();
        int number = first - 1;
        do {
            ++number;
            run = job.run([&](TracedCall &call) {
                if (call.number() == number)
                    call.kill();
            });
            QCOMPARE(wrongWith(job, run, number), QByteArray());
        } while (run.end == TracedRun::End::Killed);
        QCOMPARE(run.end, TracedRun::End::Exited);
        QCOMPARE(run.exitCode, 0);
        QVERIFY(job.isDone());
        QVERIFY2(number > first + 30, "it makes more calls than that");
    }

    void anyCallFails_data() { addJobs(); }
    void anyCallFails()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isOverEarlier);
        if (!canTrace())
            QSKIP("this system lets no process watch another");
        const Job job(arguments, isOverEarlier);
        int failed = 0;
        const auto failAt = [&](int number, int error) {
            const TracedRun run = job.run([&](TracedCall &call) {
                if (call.number() == number)
                    call.failWith(error);
            });
            failed += run.exitCode == 0 ? 0 : 1;
            return wrongWith(job, run, number, error);
        };
        for (const int number : job.callsThat(&TracedCall::concernsFiles))
            QCOMPARE(failAt(number, EIO), QByteArray());
        for (const int number : job.callsThat(&TracedCall::changesFiles))
            QCOMPARE(failAt(number, ENOSPC), QByteArray());
        QVERIFY2(failed > 0, "no failure was told");
    }

    void anyWriteIsShort_data() { addJobs(); }
    void anyWriteIsShort()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isOverEarlier);
        if (!canTrace())
            QSKIP("this system lets no process watch another");
        const Job job(arguments, isOverEarlier);
        const std::vector<int> writes = job.callsThat(&TracedCall::isWrite);
        QVERIFY(!writes.empty());
        for (const int number : writes) {
            const TracedRun run = job.run([&](TracedCall &call) {
                if (call.number() == number)
                    call.shorten();
            });
            QCOMPARE(wrongWith(job, run, number), QByteArray());
        }
    }

    void anotherDoesTheSameMeanwhile_data() { addJobs(); }
    void anotherDoesTheSameMeanwhile()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isOverEarlier);
        if (!canTrace())
            QSKIP("this system lets no process watch another");
        const Job job(arguments, isOverEarlier);
        for (const int number : job.callsThat(&TracedCall::changesFiles)) {
            int other = -1;
            const TracedRun run = job.run([&](TracedCall &call) {
                if (call.number() == number)
                    other = job.runPlainly();
            });
            QCOMPARE(wrongWith(job, run, number), QByteArray());
            QCOMPARE(other, 0);
        }
    }

    void aFullDisk()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("mounting takes root");
        const QStringList arguments{QStringLiteral("--export"), QStringLiteral("--clock"),
            QStringLiteral("1000"), QStringLiteral("--artifact-dir"), disk.path()};
        QVERIFY(disk.fill());
        const FileContents before = filesOf(disk.path());

        const ProgramRun run = runProgram(program, arguments);

        QCOMPARE(run.exitCode, 5);
        QVERIFY(filesOf(disk.path()) == before);
        const JsonValue result = json(run.out.toStdString());
        QCOMPARE(shown((*result.asObject())["ok"]), QByteArray("false"));
        QVERIFY(run.err.contains("No space left on device"));
        QVERIFY(run.err.contains("Free some space"));
    }

private:
    FolderInMemory m_temporary;
};

QTEST_GUILESS_MAIN(tst_ProgramFaults)
#include "tst_ProgramFaults.moc"
