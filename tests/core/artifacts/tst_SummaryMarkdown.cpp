// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/SummaryMarkdown.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray shownSummary(const SummaryContent &content)
{
    return QByteArray::fromStdString(summaryMarkdown(content));
}

SummaryInput inputWith(const StateSummary &state)
{
    SummaryInput input;
    input.name = "run.ndjson";
    input.read.records = 3;
    input.read.events = 1;
    input.states.push_back({{}, state});
    return input;
}

} // namespace

class tst_SummaryMarkdown : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatIsNotAsExpected()
    {
        SummaryContent content;
        content.inputs.push_back({});
        content.inputs[0].name = "run.ndjson";
        content.inputs[0].notMet = {"a is there: is not there, at the end", "*b*"};

        QCOMPARE(shownSummary(content), QByteArray("## Telemetry inspector\n"
                                                   "\n"
                                                   "### run.ndjson\n"
                                                   "\n"
                                                   "0 records, 0 events.\n"
                                                   "\n"
                                                   "**2 expectations not met:**\n"
                                                   "\n"
                                                   "- a is there&#58; is not there, at the end\n"
                                                   "- \\*b\\*\n"));
    }

    void tellsAll()
    {
        StateSummary state;
        state.factions = {{"Vanguard Prime", 80, 2.5, "friendly", 3, "Harbour Guild"},
            {"Harbour Guild", 0, 0, "neutral", 0, std::nullopt}};
        state.tutorial.enabled = true;
        state.tutorial.completedSteps = 7;
        state.tutorial.totalSteps = 12;
        state.tutorial.currentStep = "dive";
        state.currentPrompt = "Into the water";
        state.slowestStep = StateSummary::Step{"swim", 42'540};
        SummaryContent content;
        content.inputs.push_back(inputWith(state));
        content.inputs[0].read.unknownEvents = 1;
        content.inputs[0].read.add({ReadIssue::Kind::Warning, 7, "\"seq\" must be a number", "seq"});
        content.inputs[0].read.add({ReadIssue::Kind::SkippedLine, 9, "not JSON", {}});
        content.inputs[0].problems = {
            {Problem::Kind::Warning, {}, "\"seq\" must be a number", 1, {0, 7}, {0, 7}},
            {Problem::Kind::SkippedLine, {}, "line skipped: not JSON", 3, {0, 9}, {0, 12}},
            {Problem::Kind::ClockBack, {}, "back", 1, {4, 13}, {4, 13}},
            {Problem::Kind::StaleReputation, "a_b", "a_b: stale", 2, {5, 14}, {6, 20}},
            {Problem::Kind::Warning, {}, "the input is cut off", 1, {}, {}},
            {Problem::Kind::Warning, {}, "more like these", 4, {}, {}}};
        content.artifacts = {{"a|b.json", 1536, std::string(64, 'a')}};

        QCOMPARE(shownSummary(content),
            QByteArray(
                "## Telemetry inspector\n"
                "\n"
                "### run.ndjson\n"
                "\n"
                "3 records, 1 event (1 that no slice knows).\n"
                "\n"
                "| Faction | Attitude | Fame | Infamy | Cascades | Last cascade from |\n"
                "| --- | --- | --- | --- | --- | --- |\n"
                "| Vanguard Prime | friendly | 80 | 2.5 | 3 | Harbour Guild |\n"
                "| Harbour Guild | neutral | 0 | 0 | 0 |  |\n"
                "\n"
                "Tutorial: under way, 7 of 12 steps done, at “Into the water”. Slowest step: swim, 42.5 s.\n"
                "\n"
                "<details><summary>6 problems (1 warning, 1 skipped line, 0 gaps)</summary>\n"
                "\n"
                "- line 7: \"seq\" must be a number\n"
                "- 3 times, line 9 to 12: line skipped&#58; not JSON\n"
                "- \\#4: back\n"
                "- 2 times, \\#5 to \\#6: a\\_b&#58; stale\n"
                "- the input is cut off\n"
                "- 4 times: more like these\n"
                "\n"
                "</details>\n"
                "\n"
                "### Artifacts\n"
                "\n"
                "| File | Size | SHA-256 |\n"
                "| --- | --- | --- |\n"
                "| a&#124;b.json | 1.5 KiB | `") +
                QByteArray(64, 'a') + "` |\n");
    }

    void tellsWhatFailed()
    {
        SummaryContent content;
        content.failures.push_back({"write_failed", "the disk is full", "Make room."});
        SummaryInput input;
        input.name = "gone";
        input.error = Error{"input_missing", "gone does not exist", "Check the path."};
        content.inputs.push_back(input);

        QCOMPARE(shownSummary(content), QByteArray("## Telemetry inspector\n"
                                                   "\n"
                                                   "**the disk is full.** Make room.\n"
                                                   "\n"
                                                   "### gone\n"
                                                   "\n"
                                                   "**gone does not exist.** Check the path.\n"
                                                   "\n"
                                                   "0 records, 0 events.\n"));
    }

    void manyFactionsAndWarningsAreCounted()
    {
        StateSummary state;
        state.factions.assign(25, {"f", 0, 0, "neutral", 0, std::nullopt});
        SummaryContent content;
        content.inputs.push_back(inputWith(state));
        content.inputs[0].problems.assign(1500, {Problem::Kind::Warning, {}, "odd", 1, {}, {}});
        const QByteArray text = shownSummary(content);

        QCOMPARE(text.count("| f |"), 20);
        QVERIFY(text.contains("\n… and 5 factions more.\n"));
        QCOMPARE(text.count("- odd\n"), 20);
        QVERIFY(text.contains("\n- … and 1480 more\n"));
        content.inputs[0].statesLeftOut = 7;
        QVERIFY(shownSummary(content).contains("\n… and 7 states more.\n"));
    }

    void progress_data()
    {
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<bool>("skipped");
        QTest::addColumn<bool>("completed");
        QTest::addColumn<double>("slowest");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("none") << false << false << false << 0.0
                              << QByteArray("Tutorial: not running, 0 steps done. Slowest step: s, 0 ms.");
        QTest::addRow("skipped") << false << true << false << 999.4
                                 << QByteArray("Tutorial: skipped, 0 steps done. Slowest step: s, 999 ms.");
        QTest::addRow("completed") << false << false << true << 200'000.0
                                   << QByteArray(
                                          "Tutorial: completed, 0 steps done. Slowest step: s, 3 min 20 s.");
        QTest::addRow("under way") << true << false << false << 1000.0
                                   << QByteArray("Tutorial: under way, 0 steps done. Slowest step: s, 1 s.");
    }

    void progress()
    {
        QFETCH(bool, enabled);
        QFETCH(bool, skipped);
        QFETCH(bool, completed);
        QFETCH(double, slowest);
        QFETCH(QByteArray, expected);
        StateSummary state;
        state.tutorial.enabled = enabled;
        state.tutorial.skipped = skipped;
        state.tutorial.completed = completed;
        state.slowestStep = StateSummary::Step{"s", slowest};
        SummaryContent content;
        content.inputs.push_back(inputWith(state));

        QVERIFY(shownSummary(content).contains(QByteArray('\n' + expected + '\n')));
    }

    void textIsNoMarkup_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("plain") << QByteArray("Vanguard Prime (7)") << QByteArray("Vanguard Prime \\(7\\)");
        QTest::addRow("emphasis and code")
            << QByteArray("*a* _b_ `c` ~~d~~") << QByteArray("\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~");
        QTest::addRow("html") << QByteArray("<img src=x> &amp;") << QByteArray("&lt;img src=x\\> &amp;amp;");
        QTest::addRow("a link and a mention")
            << QByteArray("http://a @b") << QByteArray("http&#58;//a &#64;b");
        QTest::addRow("lines and cells") << QByteArray("a\nb|c\td") << QByteArray("a b&#124;c d");
        QTest::addRow("control characters") << QByteArray("\x1b[1m") << QByteArray("\xef\xbf\xbd\\[1m");
        QTest::addRow("commands") << QByteArray("::error::x ##vso[y]")
                                  << QByteArray("&#58;&#58;error&#58;&#58;x \\#\\#vso\\[y\\]");
    }

    void textIsNoMarkup()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);

        QCOMPARE(QByteArray::fromStdString(markdownText(text.toStdString())), expected);
    }

    void isCutBetweenLines()
    {
        const std::string text = "one\ntwo\n" + std::string(200, 'x') + "\n";
        const std::string note = "\n*The summary is cut here; the manifest names every artifact.*\n";

        QCOMPARE(cutMarkdown(text, text.size()), text);
        QCOMPARE(cutMarkdown(text, text.size() - 1), "one\ntwo\n" + note);
        QCOMPARE(cutMarkdown(text, 10), std::string());
        for (std::size_t most = 0; most < text.size(); ++most)
            QVERIFY(cutMarkdown(text, most).size() <= most);
    }

    void whatIsFoldedAwayIsClosedBeforeTheCut()
    {
        const std::string text =
            "a\n<details><summary>s</summary>\n\n- b\n" + std::string(200, 'x') + "\n</details>\n";
        const std::string note = "\n*The summary is cut here; the manifest names every artifact.*\n";

        QCOMPARE(cutMarkdown(text, 180), "a\n<details><summary>s</summary>\n\n- b\n\n</details>\n" + note);
        QCOMPARE(cutMarkdown(text, text.size()), text);
    }
};

QTEST_APPLESS_MAIN(tst_SummaryMarkdown)
#include "tst_SummaryMarkdown.moc"
