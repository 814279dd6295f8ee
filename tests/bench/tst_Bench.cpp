// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Program.h"
#include "tests/support/TestJson.h"

#include <QTemporaryDir>

using namespace inspector;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Name and unit of each figure that is a positive median between its extremes.
QByteArrayList soundFigures(const JsonValue &report)
{
    QByteArrayList figures;
    for (const JsonValue &value : *(*report.asObject())["figures"].asArray()) {
        const JsonObject &figure = *value.asObject();
        const double median = *figure["median"].asNumber();
        if (median > 0 && *figure["min"].asNumber() <= median && *figure["max"].asNumber() >= median)
            figures.append(
                QByteArray::fromStdString(*figure["name"].asString() + ": " + *figure["unit"].asString()));
    }
    return figures;
}

} // namespace

class tst_Bench : public QObject
{
    Q_OBJECT

private slots:
    void measuresEveryFigure()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bench.json"));
        const ProgramRun run =
            runProgram(QStringLiteral(INSPECTOR_BENCH), {QStringLiteral("--quick"), QStringLiteral("--json"),
                                                            path, QStringLiteral("--folder"), folder.path()});
        QCOMPARE(run.exitCode, 0);
        const JsonValue report = json(contentOf(path).toStdString());
        QCOMPARE(soundFigures(report),
            (QByteArrayList{"export of 10^6 records, memory: MiB", "dispatch, 12 factions, mean: us",
                "dispatch, 12 factions, p99: us", "dispatch, 1000 factions, mean: us",
                "dispatch, 1000 factions, p99: us", "snapshot, 1000 factions: us",
                "read and dispatch: records/s", "read, a record of 10^7 to one of 10^4: ratio",
                "state at a random record of 10^6, p95: ms", "timeline of 10^6 records, made: us a record",
                "timeline of 10^6 records, index: bytes a record", "timeline of 10^6 records, memory: MiB",
                "read with the index of changes: us a record", "index of changes: bytes a record",
                "who set a value of 10^6 records, p95: ms", "who sets it next, p95: ms",
                "the longest of both: ms", "two of 10^6 records, aligned: s",
                "a payload of a million keys: s", "a record of a million keys: s",
                "artifact, synced to disk: ms", "artifact, in memory: ms", "demo mission, start to exit: ms",
                "demo mission exported and published: ms", "10^6 records exported and published: ms"}));
    }

    void takesNoQuickRunForFigures()
    {
        const QTemporaryDir folder;
        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_BENCH),
            {QStringLiteral("--quick"), QStringLiteral("--only"), QStringLiteral("snapshot"),
                QStringLiteral("--folder"), folder.path()});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("\nWARNING: this "));
    }

    void measuresHowItScales()
    {
        const QTemporaryDir folder;
        const QString plot = folder.filePath(QStringLiteral("scale.svg"));
        const ProgramRun run = runProgram(
            QStringLiteral(INSPECTOR_SCALE_BENCH), {QStringLiteral("--quick"), QStringLiteral("--folder"),
                                                       folder.path(), QStringLiteral("--plot"), plot});
        QCOMPARE(run.exitCode, 0);
        QByteArrayList names;
        for (const QByteArray &line : run.out.split('\n'))
            names.append(line.left(line.indexOf('|', 1)).mid(1).trimmed());
        QCOMPARE(names,
            (QByteArrayList{"", "---", "open", "filter by words", "export", "scrub, p95", "memory", ""}));
        QVERIFY(contentOf(plot).startsWith("<svg "));
    }

    void comparesNoQuickRun()
    {
        const QTemporaryDir folder;
        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_BENCH),
            {QStringLiteral("--quick"), QStringLiteral("--only"), QStringLiteral("snapshot"),
                QStringLiteral("--folder"), folder.path(), QStringLiteral("--compare"),
                QStringLiteral("x.json")});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("nothing to be compared"));
    }

    void refusesATopicThatIsNone()
    {
        const ProgramRun run = runProgram(
            QStringLiteral(INSPECTOR_BENCH), {QStringLiteral("--only"), QStringLiteral("nonsense")});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.err, QByteArray("inspector-bench: there is no topic 'nonsense'\n--help lists them.\n"));
    }
};

QTEST_GUILESS_MAIN(tst_Bench)
#include "tst_Bench.moc"
