// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedReport.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray eventLine(int at, const char *name, const char *payload)
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(at) + ",'event':'" + name +
                      "','payload':{" + payload + "}}\n")
        .replace('\'', '"');
}

/// A step, a flip and the end: how long the step takes and where the flip is differ.
QByteArray session(int stepMs, int eventsBeforeFlip, const char *more = "")
{
    QByteArray text = eventLine(1000, "tutorial:step_started", "'stepId':'walk','title':'Walk'");
    text += eventLine(1000 + stepMs, "tutorial:step_completed", "'stepId':'walk'");
    for (int i = 0; i < eventsBeforeFlip; ++i)
        text += eventLine(20'000 + i, "npc:moved", "");
    text += eventLine(30'000, "faction:attitude_changed",
        "'factionId':'vanguard_prime','oldAttitude':'neutral','newAttitude':'friendly'");
    for (int i = eventsBeforeFlip; i < 5; ++i)
        text += eventLine(30'100 + i, "npc:moved", "");
    return text + QByteArray(more).replace('\'', '"');
}

AlignedComparison compared(const QByteArray &base, const QByteArray &head, const char *by)
{
    auto comparison = AlignedComparison::between(SessionInput::fromText("base.ndjson", base.toStdString()),
        SessionInput::fromText("head.ndjson", head.toStdString()), {{}, FactionCatalogue::builtIn(), {}},
        SessionAlignment::Choice::parse(by).value(), PathPatterns::times());
    if (!comparison)
        QTest::qFail(comparison.error().message.c_str(), __FILE__, __LINE__);
    return *comparison;
}

} // namespace

class tst_AlignedReport : public QObject
{
    Q_OBJECT

private slots:
    void theGreatestEffectComesFirst()
    {
        const AlignedComparison comparison = compared(session(10'000, 4),
            session(13'800, 2,
                "{'type':'event','timestamp':40000,'event':'reputation:changed','payload':{'factionId':"
                "'vanguard_prime','newFame':30,'newInfamy':0}}\n"),
            "number");
        QCOMPARE(QByteArray::fromStdString(alignedReport(comparison, ReportFormat::Text)),
            QByteArray("base  base.ndjson, 8 records\n"
                       "head  head.ndjson, 9 records\n"
                       "aligned by number, 8 records in common\n"
                       "They part at record #5 of the base, #5 of the head\n"
                       "4 differences, the greatest first:\n"
                       "  Vanguard Prime ends with fame and infamy  30 and 0  only in the head\n"
                       "  reputation:changed  0 → 1  +1\n"
                       "  step “Walk”  10 s → 13.8 s  +38 %\n"
                       "  Vanguard Prime turns friendly  #7 → #5  2 events earlier\n"
                       "The states at the end differ in 1 place:\n"
                       "  ~ factions.byId.vanguard_prime.fame  0 → 30\n"));
    }

    void whatIsInOneOnlyIsSaid()
    {
        const QByteArray base = session(10'000, 4) +
                                eventLine(50'000, "tutorial:step_started", "'stepId':'ask'") +
                                eventLine(51'000, "tutorial:step_completed", "'stepId':'ask'");
        const AlignedComparison comparison = compared(base, session(10'000, 4), "events");
        const std::string text = alignedReport(comparison, ReportFormat::Text);
        QVERIFY2(
            text.find("They part at record #9 of the base, which the head has not\n") != std::string::npos,
            text.c_str());
        const std::string markdown = alignedReport(comparison, ReportFormat::Markdown);
        QVERIFY2(markdown.find("in common.\nThey part at record #9 of the base, which the head has not.\n") !=
                     std::string::npos,
            markdown.c_str());
        QCOMPARE(
            shown(JsonValue((*json(alignedReport(comparison, ReportFormat::Json)).asObject())["parting"])),
            QByteArray("{\"baseRecord\":9,\"headRecord\":null}"));
        QVERIFY2(text.find("  step “ask”  completed  only in the base\n") != std::string::npos, text.c_str());
    }

    void aStateThatDiffersIsSaidWhereTheVerdictKnowsNoWhy()
    {
        const QByteArray quest =
            eventLine(60'000, "npc:moved", "") +
            QByteArray("{'type':'snapshot','timestamp':60001,'snapshot':{'quests':{'cargo':'X'}}}\n")
                .replace('\'', '"');
        const AlignedComparison comparison = compared(
            session(10'000, 4) + quest, session(10'000, 4) + QByteArray(quest).replace("X", "Y"), "events");
        QVERIFY(!comparison.isSame());
        QVERIFY(alignedReport(comparison, ReportFormat::Text)
                    .ends_with("0 differences.\nThe states at the end differ in 1 place:\n"
                               "  ~ quests.cargo  \"X\" → \"Y\"\n"));
        QVERIFY(alignedReport(comparison, ReportFormat::Markdown)
                    .ends_with("\nThe states at the end differ in 1 place:\n\n"
                               "|  | path | base | head |\n| --- | --- | --- | --- |\n"
                               "| changed | quests.cargo | \"X\" | \"Y\" |\n"));
    }

    void theSameIsTheSame()
    {
        const AlignedComparison comparison = compared(session(10'000, 4), session(10'000, 4), "events");
        QVERIFY(comparison.isSame());
        QVERIFY(
            alignedReport(comparison, ReportFormat::Text).ends_with("No difference in what is compared.\n"));
    }

    void whatComesToTheSameInAnotherWayIsSaid()
    {
        const AlignedComparison comparison = compared(session(10'000, 4),
            session(10'000, 4).replace("\"npc:moved\",\"payload\":{", "\"npc:moved\",\"payload\":{\"x\":1"),
            "events");
        QVERIFY(alignedReport(comparison, ReportFormat::Text)
                    .ends_with("They part at record #3 of the base, #3 of the head\n"
                               "No difference in what came of it.\n"));
        const JsonValue report = json(alignedReport(comparison, ReportFormat::Json));
        QCOMPARE(shown((*report.asObject())["parting"]), QByteArray("{\"baseRecord\":3,\"headRecord\":3}"));
        QCOMPARE(shown((*report.asObject())["same"]), QByteArray("true"));
    }

    void markdownAndJson()
    {
        const AlignedComparison comparison = compared(session(10'000, 4), session(20'000, 4), "step");
        QCOMPARE(QByteArray::fromStdString(alignedReport(comparison, ReportFormat::Markdown)),
            QByteArray("# 1 difference\n\n|  | file | records | remarks |\n| --- | --- | --- | --- |\n"
                       "| base | base.ndjson | 8 |  |\n| head | head.ndjson | 8 |  |\n\nThe two are aligned "
                       "by step, 1 record in common.\n\n"
                       "| what | base | head | difference |\n| --- | --- | --- | --- |\n"
                       "| step “Walk” | 10 s | 20 s | +100 % |\n"));
        const JsonValue report = json(alignedReport(comparison, ReportFormat::Json));
        QCOMPARE(shown(JsonValue((*report.asObject())["verdict"])),
            QByteArray("[{\"kind\":\"step\",\"what\":\"step “Walk”\",\"base\":\"10 s\",\"head\":\"20 s\","
                       "\"difference\":\"+100 %\",\"effect\":0.5,\"baseRecord\":1,\"headRecord\":1}]"));
    }
};

QTEST_APPLESS_MAIN(tst_AlignedReport)
#include "tst_AlignedReport.moc"
