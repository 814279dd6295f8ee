// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/publish/ProcessCommandRunner.h"

#include <sys/resource.h>

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace inspector;
using namespace std::chrono_literals;

namespace {

using End = CommandRun::End;

PublishCommand shell(const std::string &script)
{
    PublishCommand command;
    command.program = "sh";
    command.arguments = {"-c", script};
    return command;
}

CommandRun run(const PublishCommand &command, std::chrono::milliseconds timeout = 60s)
{
    return ProcessCommandRunner().run(command, timeout, nullptr);
}

QByteArray text(const OutputTail &output)
{
    return QByteArray::fromStdString(output.text(Redactor()));
}

/// Whether a process is there, and more than what its parent has not asked for yet.
bool isAlive(const QByteArray &pid)
{
    QFile status(QStringLiteral("/proc/") + QString::fromLatin1(pid) + QStringLiteral("/stat"));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = status.readAll();
    return !line.mid(line.lastIndexOf(')') + 2).startsWith('Z');
}

long peakKiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

/// Real processes.
class tst_ProcessCommandRunner : public QObject
{
    Q_OBJECT

private slots:
    void runsAProgram()
    {
        const CommandRun done = run(shell("echo out; echo err >&2; exit 3"));
        QCOMPARE(done.end, End::Exited);
        QCOMPARE(done.exitCode, std::optional<int>(3));
        QVERIFY(done.program.starts_with('/') && done.program.ends_with("/sh"));
        QCOMPARE(text(done.out), QByteArray("out\n"));
        QCOMPARE(text(done.err), QByteArray("err\n"));
    }

    void isNoShell()
    {
        PublishCommand command;
        command.program = "printf";
        command.arguments = {"%s|", "a b", "$HOME", ";exit", "*", ""};
        QCOMPARE(text(run(command).out), QByteArray("a b|$HOME|;exit|*||"));
    }

    void takesEnvironmentFolderAndInput()
    {
        const QTemporaryDir dir;
        QFile input(dir.filePath(QStringLiteral("in")));
        QVERIFY(input.open(QIODevice::WriteOnly) && input.write("from a file") > 0 && input.flush());
        PublishCommand command = shell("printf '%s ' \"$A\" \"$(pwd)\"; cat");
        command.environment = {{"A", "x y"}};
        command.folder = dir.path().toStdString();
        command.inputFile = input.fileName().toStdString();
        QCOMPARE(text(run(command).out), "x y " + dir.path().toUtf8() + " from a file");
    }

    void hasNothingToRead()
    {
        QCOMPARE(run(shell("read line || echo nothing")).end, End::Exited);
        QCOMPARE(text(run(shell("read line || echo nothing")).out), QByteArray("nothing\n"));
    }

    void whatCannotRun_data()
    {
        QTest::addColumn<QByteArray>("program");
        QTest::addColumn<int>("end");
        const auto ends = [](End end) { return static_cast<int>(end); };

        QTest::addRow("a name that is nowhere")
            << QByteArray("no-such-program-at-all") << ends(End::NotFound);
        QTest::addRow("a path that is nowhere") << QByteArray("/nowhere/at/all") << ends(End::NotFound);
        QTest::addRow("a relative path that is nowhere") << QByteArray("./nowhere") << ends(End::NotFound);
        QTest::addRow("not executable") << QByteArray("DIR/plain") << ends(End::NotStarted);
        QTest::addRow("a folder") << QByteArray("DIR") << ends(End::NotStarted);
        QTest::addRow("no format that the system knows")
            << QByteArray("DIR/garbage") << ends(End::NotStarted);
    }

    void whatCannotRun()
    {
        QFETCH(QByteArray, program);
        QFETCH(int, end);
        const QTemporaryDir dir;
        for (const char *name : {"plain", "garbage"}) {
            QFile file(dir.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\x7f\x7f\x7f\n") > 0);
        }
        QFile::setPermissions(
            dir.filePath(QStringLiteral("garbage")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        PublishCommand command;
        command.program = program.replace("DIR", dir.path().toUtf8()).toStdString();

        const CommandRun done = run(command);

        QCOMPARE(static_cast<int>(done.end), end);
        QVERIFY(!done.exitCode.has_value());
        QCOMPARE(done.reason.empty(), done.end == End::NotFound);
    }

    void aRelativeProgramIsLookedForInItsFolder()
    {
        const QTemporaryDir dir;
        QFile script(dir.filePath(QStringLiteral("up")));
        QVERIFY(script.open(QIODevice::WriteOnly) && script.write("#!/bin/sh\necho up\n") > 0);
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        PublishCommand command;
        command.program = "./up";
        command.folder = dir.path().toStdString();
        QCOMPARE(text(run(command).out), QByteArray("up\n"));
    }

    void tellsACrash()
    {
        const CommandRun done = run(shell("kill -SEGV $$"));
        QCOMPARE(done.end, End::Crashed);
        QVERIFY(!done.exitCode.has_value());
    }

    void endsWhatTakesTooLong_data()
    {
        QTest::addColumn<QByteArray>("script");

        QTest::addRow("with a grandchild") << QByteArray("sleep 600 & echo $$ $!; wait");
        QTest::addRow("that will not go")
            << QByteArray("trap '' TERM; sleep 600 & echo $$ $!; while :; do wait; done");
        QTest::addRow("whose grandchild will not go")
            << QByteArray("(trap '' TERM; echo $$ $(sh -c 'echo $PPID'); exec sleep 600)");
    }

    void endsWhatTakesTooLong()
    {
        QFETCH(QByteArray, script);

        const CommandRun done = run(shell(script.toStdString()), 300ms);

        QCOMPARE(done.end, End::TimedOut);
        const QByteArrayList pids = text(done.out).simplified().split(' ');
        QCOMPARE(pids.size(), 2);
        for (const QByteArray &pid : pids)
            QTRY_VERIFY(!isAlive(pid));
    }

    void endsAFloodThatWillNotGo()
    {
        const CommandRun done = run(shell("trap '' TERM; while :; do yes; done & yes"), 300ms);
        QCOMPARE(done.end, End::TimedOut);
        QVERIFY(done.out.bytes() > 0);
    }

    void stopsWhenItIsWished()
    {
        StopFlag stop;
        const std::jthread wisher([&] {
            std::this_thread::sleep_for(100ms);
            stop.request(StopFlag::Reason::Terminate);
        });
        QCOMPARE(ProcessCommandRunner().run(shell("sleep 600"), 60s, &stop).end, End::Stopped);
    }

    void aGrandchildThatKeepsTheOutputOpenIsNotWaitedFor()
    {
        const CommandRun done = run(shell("sleep 600 & echo $!"));
        QCOMPARE(done.end, End::Exited);
        ::kill(text(done.out).trimmed().toInt(), SIGKILL);
    }

    void aFloodOfOutputLeavesMemoryFlat()
    {
#ifdef INSPECTOR_SANITIZED
        QSKIP("a sanitizer keeps what was freed, so that this process's memory says nothing");
#endif
        constexpr long mebibyte = 1024; // KiB
        const long before = peakKiB();
        const CommandRun done = run(shell("head -c 300000000 /dev/zero; head -c 300000000 /dev/zero >&2"));
        QCOMPARE(done.out.bytes(), std::uint64_t{300'000'000});
        QCOMPARE(done.err.bytes(), std::uint64_t{300'000'000});
        const QByteArray grown = QByteArray::number(qlonglong{peakKiB() - before}) + " KiB more";
        QVERIFY2(peakKiB() - before < 32 * mebibyte, grown.constData());
    }
};

QTEST_GUILESS_MAIN(tst_ProcessCommandRunner)
#include "tst_ProcessCommandRunner.moc"
