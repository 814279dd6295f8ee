// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/publish/CommandAttempts.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTest>

using namespace inspector;
using namespace std::chrono_literals;

namespace {

using End = CommandRun::End;
constexpr std::int64_t nsPerMs = 1'000'000;

/// A clock on which a pause takes no time of the test's.
struct Bench
{
    FakeClock clock;
    ScriptedRunner runner;
    StopFlag stop;
    QList<int> pauses; // ms, each as a whole
    double chance = 0;

    Bench() { clock.stepNs = 0; }

    PublishStep run(const PublishCommand &command, std::chrono::milliseconds timeout = 60s)
    {
        int pause = 0;
        runner.onRun = [&, before = runner.onRun] {
            if (pause > 0)
                pauses.append(std::exchange(pause, 0));
            if (before)
                before();
        };
        CommandAttempts attempts({runner, clock,
            [&](std::chrono::milliseconds time) {
                pause += static_cast<int>(time.count());
                advance(time);
            },
            [&] { return chance; }, &stop});
        PublishStep step = attempts.run(command, timeout, Redactor({{"MY_TOKEN", "s3cr3t-value"}}));
        runner.onRun = {};
        return step;
    }
    void advance(std::chrono::milliseconds time)
    {
        clock.stepNs = time.count() * nsPerMs;
        (void)clock.monotonicNs();
        clock.stepNs = 0;
    }
};

PublishCommand command(unsigned retries)
{
    PublishCommand up;
    up.program = "up";
    up.arguments = {"--token", "s3cr3t-value"};
    up.retries = retries;
    return up;
}

QByteArray stepText(const char *status, const char *exitCode, int attempts, double duration,
    const char *skipped, const char *reason, const char *out = "", const char *err = "",
    const char *program = "/bin/up")
{
    return QByteArray(R"({"kind":"command","command":")") + program +
           R"(","args":["--token","[redacted]"],"status":")" + status + R"(","exitCode":)" + exitCode +
           R"(,"attempts":)" + QByteArray::number(attempts) + R"(,"durationMs":)" +
           QByteArray::number(duration) + R"(,"skippedReason":)" + skipped + R"(,"reason":)" + reason +
           R"(,"stdout":")" + out + R"(","stderr":")" + err + "\"}";
}

} // namespace

class tst_CommandAttempts : public QObject
{
    Q_OBJECT

private slots:
    void succeeds()
    {
        Bench bench;
        bench.runner.script = {ScriptedRunner::exits(0, "done with s3cr3t-value", "hm")};
        QCOMPARE(shown(toJson(bench.run(command(2)))),
            stepText("succeeded", "0", 1, 0, "null", "null", "done with [redacted]", "hm"));
        QCOMPARE(bench.runner.lines(), QByteArrayList{"up <--token> <s3cr3t-value>"});
    }

    void isTriedAgainAfterLongerAndLongerPauses()
    {
        Bench bench;
        bench.runner.script = {ScriptedRunner::exits(3), ScriptedRunner::exits(3), ScriptedRunner::exits(0)};
        QCOMPARE(shown(toJson(bench.run(command(2)))), stepText("succeeded", "0", 3, 6000, "null", "null"));
        QCOMPARE(bench.pauses, (QList<int>{2000, 4000}));
        QCOMPARE(bench.runner.timeouts(), (std::vector<std::chrono::milliseconds>{60s, 58s, 54s}));
    }

    void chanceMakesPausesLonger()
    {
        Bench bench;
        bench.chance = 1;
        bench.runner.script = {ScriptedRunner::exits(1), ScriptedRunner::exits(1)};
        (void)bench.run(command(1));
        QCOMPARE(bench.pauses, (QList<int>{3000}));
    }

    void givesUp_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<int>("timeoutMs");
        QTest::addColumn<QByteArray>("expected");
        const auto ends = [](End end) { return static_cast<int>(end); };

        QTest::addRow("after its retries")
            << ends(End::Exited) << 3 << 60'000
            << stepText("failed", "3", 3, 6000, "null", "\"it exited with 3\"");
        QTest::addRow("when the time is over")
            << ends(End::Exited) << 3 << 5'000
            << stepText("failed", "3", 2, 2000, "null", "\"it exited with 3\"");
        QTest::addRow("when it crashes, tried again")
            << ends(End::Crashed) << -1 << 3'000 << stepText("failed", "null", 2, 2000, "null", "\"why\"");
        QTest::addRow("at once when it is not there")
            << ends(End::NotFound) << -1 << 60'000
            << stepText("skipped", "null", 0, 0, "\"command_not_found\"", "\"there is no program up\"", "",
                   "", "up");
        QTest::addRow("at once when it does not start")
            << ends(End::NotStarted) << -1 << 60'000 << stepText("failed", "null", 1, 0, "null", "\"why\"");
        QTest::addRow("at once when it took too long")
            << ends(End::TimedOut) << -1 << 60'000
            << stepText("timeout", "null", 1, 0, "null", "\"it took too long and was ended\"");
        QTest::addRow("at once when it was stopped")
            << ends(End::Stopped) << -1 << 60'000
            << stepText("failed", "null", 1, 0, "null", "\"it was ended because the export was\"");
    }

    void givesUp()
    {
        QFETCH(int, end);
        QFETCH(int, exitCode);
        QFETCH(int, timeoutMs);
        QFETCH(QByteArray, expected);
        Bench bench;
        const CommandRun run = exitCode >= 0 ? ScriptedRunner::exits(exitCode)
                                             : ScriptedRunner::ends(static_cast<End>(end), "why");
        bench.runner.script = {run, run, run, run};

        QCOMPARE(shown(toJson(bench.run(command(2), std::chrono::milliseconds(timeoutMs)))), expected);
    }

    void itsOwnTimeOutCounts()
    {
        Bench bench;
        PublishCommand up = command(0);
        up.timeoutMs = 1234;
        (void)bench.run(up);
        QCOMPARE(bench.runner.timeouts(), (std::vector<std::chrono::milliseconds>{1234ms}));
    }

    void aWishToStopEndsAPause()
    {
        Bench bench;
        bench.runner.script = {ScriptedRunner::exits(1), ScriptedRunner::exits(0)};
        bench.runner.onRun = [&] { bench.stop.request(); };
        QCOMPARE(bench.run(command(5)).attempts, 1U);
    }
};

QTEST_APPLESS_MAIN(tst_CommandAttempts)
#include "tst_CommandAttempts.moc"
