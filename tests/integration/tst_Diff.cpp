// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"
#include "tests/support/TestJson.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace inspector;

namespace {

ProgramRun diff(const QStringList &arguments, const QByteArray &input = {})
{
    return runProgram(QStringLiteral(INSPECTOR_PROGRAM), QStringList(QStringLiteral("--diff")) + arguments,
        bareEnvironment(), input);
}

} // namespace

/// `--diff`, as a job runs it.
class tst_Diff : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--export"), QStringLiteral("--session-out"), demo(),
                QStringLiteral("--artifact-dir"), m_dir.path(), QStringLiteral("--formats"),
                QStringLiteral("snapshot"), QStringLiteral("--clock"), QStringLiteral("1")});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QByteArray text = filesOf(m_dir.path()).value(QStringLiteral("demo.ndjson"));
        QByteArrayList lines = text.split('\n');
        constexpr qsizetype changed = 122; // the first reputation behind it is told otherwise
        qsizetype line = changed;
        while (!lines[line].contains("reputation:changed"))
            ++line;
        m_changedRecord = line + 1;
        static const QRegularExpression fame(QStringLiteral("\"newFame\":[0-9.]+"));
        lines[line] =
            QString::fromUtf8(lines[line]).replace(fame, QStringLiteral("\"newFame\":99.5")).toUtf8();
        QFile other(m_dir.filePath(QStringLiteral("other.ndjson")));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(lines.join('\n')) > 0);
        text += R"({"type":"event","timestamp":1790000000000,"event":"reputation:changed",)"
                R"("payload":{"factionId":"vanguard_prime","newFame":99.5,"newInfamy":0}})"
                "\n";
        QFile longer(m_dir.filePath(QStringLiteral("longer.ndjson")));
        QVERIFY(longer.open(QIODevice::WriteOnly) && longer.write(text) == text.size());
    }

    void aSessionIsTheSameAsItself()
    {
        const ProgramRun run = diff({demo(), demo()});

        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
        QVERIFY2(run.out.endsWith("No difference.\n"), run.out.constData());
    }

    void theRecordIsNamedAtWhichTwoPart()
    {
        const ProgramRun run = diff({demo(), m_dir.filePath(QStringLiteral("other.ndjson"))});

        QCOMPARE(run.exitCode, 1);
        const QByteArray number = QByteArray::number(m_changedRecord);
        const QByteArray parted =
            "They part at record #" + number + " of the base, #" + number + " of the head";
        QVERIFY2(run.out.contains(parted), run.out.constData());
    }

    void aSessionIsTheSameAsItsSnapshot()
    {
        const QString name = filesOf(m_dir.path()).keys().filter(QStringLiteral("snapshot")).value(0);
        QVERIFY(!name.isEmpty());

        const ProgramRun run = diff({demo(), m_dir.filePath(name)});

        QVERIFY2(run.exitCode == 0, run.out.constData());
    }

    void oneOfThemMayBeStandardInput()
    {
        const ProgramRun run =
            diff({demo(), QStringLiteral("-")}, filesOf(m_dir.path()).value(QStringLiteral("demo.ndjson")));

        QVERIFY2(run.exitCode == 0, run.out.constData());
    }

    void theReportGoesWhereItIsWanted()
    {
        const QString report = m_dir.filePath(QStringLiteral("report.md"));

        const ProgramRun run = diff({demo(), m_dir.filePath(QStringLiteral("other.ndjson")),
            QStringLiteral("--format"), QStringLiteral("md"), QStringLiteral("--result"), report});

        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(filesOf(m_dir.path()).value(QStringLiteral("report.md")).startsWith("# "));
    }

    void isAlignedByWhatIsWanted_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QByteArray>("said");
        QTest::addRow("number") << QStringLiteral("number") << QByteArray("aligned by number, 396 records");
        QTest::addRow("events") << QStringLiteral("events") << QByteArray("aligned by events, 396 records");
        QTest::addRow("step") << QStringLiteral("step") << QByteArray("aligned by step, 7 records");
        QTest::addRow("marker") << QStringLiteral("marker") << QByteArray("aligned by marker, 8 records");
        QTest::addRow("an event") << QStringLiteral("event:tutorial:started")
                                  << QByteArray("aligned by event:tutorial:started, 1 record in common");
    }

    void isAlignedByWhatIsWanted()
    {
        QFETCH(QString, mode);
        QFETCH(QByteArray, said);
        const QStringList aligned{QStringLiteral("--align"), mode};

        const ProgramRun same = diff(QStringList{demo(), demo()} + aligned);
        QCOMPARE(same.exitCode, 0);
        QVERIFY2(same.out.contains(said), same.out.constData());
        const ProgramRun other =
            diff(QStringList{demo(), m_dir.filePath(QStringLiteral("longer.ndjson"))} + aligned);
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.out.contains(".fame  ") && other.out.contains(" → 99.5"), other.out.constData());
        QVERIFY2(other.out.contains("They part at record #397 of the head, which the base has not\n"),
            other.out.constData());
    }

    void whereTwoPartIsToldHoweverTheyAreAligned_data()
    {
        QTest::addColumn<QString>("mode");
        for (const char *mode : {"number", "events", "step", "marker", "event:tutorial:started"})
            QTest::addRow("%s", mode) << QString::fromLatin1(mode);
    }

    void whereTwoPartIsToldHoweverTheyAreAligned()
    {
        QFETCH(QString, mode);
        const QStringList arguments{
            demo(), m_dir.filePath(QStringLiteral("other.ndjson")), QStringLiteral("--align"), mode};
        const QByteArray number = QByteArray::number(m_changedRecord);

        const QByteArray text = diff(arguments).out;
        const QByteArray said =
            "They part at record #" + number + " of the base, #" + number + " of the head";
        QVERIFY2(text.contains(QByteArray("\n" + said + "\n")), text.constData());
        const QByteArray markdown = diff(arguments + QStringList{QStringLiteral("--format=md")}).out;
        QVERIFY2(markdown.contains(QByteArray("in common.\n" + said + ".\n")), markdown.constData());
        const JsonValue report =
            json(diff(arguments + QStringList{QStringLiteral("--format=json")}).out.toStdString());
        QCOMPARE(shown((*report.asObject())["parting"]),
            QByteArray("{\"baseRecord\":" + number + ",\"headRecord\":" + number + "}"));
    }

    void whatIsPassedOverIsNoPlaceToPart()
    {
        const QByteArray text =
            diff({demo(), m_dir.filePath(QStringLiteral("other.ndjson")), QStringLiteral("--align=number"),
                     QStringLiteral("--ignore=times,payload.newFame")})
                .out;
        QVERIFY2(text.contains("aligned by number") && !text.contains("They part"), text.constData());
    }

    void theExamplesOfTheDocsAreWhatItPrints_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("printed"); // its beginning
        QFile page(QStringLiteral(INSPECTOR_SOURCE_DIR "/docs/compare.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        static const QRegularExpression example(
            QStringLiteral("^```\n\\$ telemetry-inspector (.*?)\n(.*?)  …\n```$"),
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
        auto examples = example.globalMatch(QString::fromUtf8(page.readAll()));
        QVERIFY(examples.hasNext());
        while (examples.hasNext()) {
            const QRegularExpressionMatch each = examples.next();
            QTest::addRow("%s", qPrintable(each.captured(1)))
                << each.captured(1).toUtf8() << each.captured(2).toUtf8();
        }
    }

    void theExamplesOfTheDocsAreWhatItPrints()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, printed);
        const QTemporaryDir dir;
        for (const auto &[name, seed] :
            {std::pair("yesterday.ndjson", "1"), std::pair("today.ndjson", "2")}) {
            const ProgramRun made = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
                {QStringLiteral("--export"), QStringLiteral("--seed"), QString::fromLatin1(seed),
                    QStringLiteral("--session-out"), dir.filePath(QString::fromLatin1(name)),
                    QStringLiteral("--artifact-dir"), dir.filePath(QString::fromLatin1(seed))});
            QVERIFY2(made.exitCode == 0, made.err.constData());
        }
        const QByteArray folder = dir.path().toUtf8() + '/';
        QStringList arguments;
        for (const QByteArray &word : command.split(' '))
            arguments << QString::fromUtf8(word.endsWith(".ndjson") ? folder + word : word);

        QByteArray out = runProgram(QStringLiteral(INSPECTOR_PROGRAM), arguments, bareEnvironment()).out;
        out.replace(folder, "");
        QCOMPARE(out.left(printed.size()), printed);
    }

    void whatGoesWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");

        const QString source = QStringLiteral(INSPECTOR_SOURCE_DIR "/CMakeLists.txt");
        QTest::addRow("one file") << QStringList{demo()} << 2 << QByteArray("takes two files, not 1");
        QTest::addRow("three files") << QStringList{demo(), demo(), demo()} << 2 << QByteArray("not 3");
        QTest::addRow("missing") << QStringList{demo(), QStringLiteral("/nowhere.ndjson")} << 3
                                 << QByteArray("/nowhere.ndjson");
        QTest::addRow("nothing to align by")
            << QStringList{demo(), demo(), QStringLiteral("--align=event:no:such")} << 4
            << QByteArray("the two sessions have no event no:such in common");
        QTest::addRow("no session") << QStringList{source, demo()} << 4 << source.toUtf8();
        QTest::addRow("a pattern") << QStringList{demo(), demo(), QStringLiteral("--ignore=a..b")} << 2
                                   << QByteArray("--ignore: 'a..b' has an empty part");
        QTest::addRow("a format") << QStringList{demo(), demo(), QStringLiteral("--format=xml")} << 2
                                  << QByteArray("text, md or json");
        QTest::addRow("an export") << QStringList{demo(), demo(), QStringLiteral("--export")} << 2
                                   << QByteArray("--diff goes with neither");
        QTest::addRow("standard input twice")
            << QStringList{QStringLiteral("-"), QStringLiteral("-")} << 2 << QByteArray("more than once");
        QTest::addRow("nowhere to write")
            << QStringList{demo(), demo(), QStringLiteral("--result=/dev/null/report")} << 5
            << QByteArray("/dev/null/report");
    }

    void whatGoesWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, said);

        const ProgramRun run = diff(arguments);

        QCOMPARE(run.exitCode, exitCode);
        const QByteArray all = run.err + run.out;
        QVERIFY2(all.contains(said), all.constData());
    }

private:
    [[nodiscard]] QString demo() const { return m_dir.filePath(QStringLiteral("demo.ndjson")); }

    QTemporaryDir m_dir;
    qsizetype m_changedRecord = 0;
};

QTEST_GUILESS_MAIN(tst_Diff)
#include "tst_Diff.moc"
