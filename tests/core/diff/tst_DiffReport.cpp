// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/DiffReport.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

SessionComparison compared(QByteArray base, QByteArray head)
{
    const auto input = [](const char *name, QByteArray &text) {
        return SessionInput::fromText(name, text.replace('\'', '"').toStdString());
    };
    auto comparison = SessionComparison::between(input("a.ndjson", base), input("b.ndjson", head), {});
    if (!comparison)
        QTest::qFail("not compared", __FILE__, __LINE__);
    return *comparison;
}

QByteArray report(const SessionComparison &comparison, ReportFormat format)
{
    return QByteArray::fromStdString(diffReport(comparison, format)).replace('"', '\'');
}

constexpr const char *base = "{'type':'event','timestamp':1,'event':'reputation:changed','payload':{'"
                             "factionId':'wraith','newFame':3}}\n";
constexpr const char *head = "{'type':'event','timestamp':1,'event':'reputation:changed','payload':{'"
                             "factionId':'wraith','newFame':5}}\n";

} // namespace

class tst_DiffReport : public QObject
{
    Q_OBJECT

private slots:
    void asText()
    {
        QCOMPARE(report(compared(base, head), ReportFormat::Text),
            QByteArray("base  a.ndjson, 1 record\n"
                       "head  b.ndjson, 1 record\n"
                       "They part at record #1 of the base, #1 of the head:\n"
                       "  base  #1 reputation:changed {'factionId':'wraith','newFame':3}\n"
                       "  head  #1 reputation:changed {'factionId':'wraith','newFame':5}\n"
                       "1 difference:\n"
                       "  ~ factions.byId.wraith.fame  3 → 5\n"));
        QCOMPARE(report(compared(base, base), ReportFormat::Text),
            QByteArray("base  a.ndjson, 1 record\nhead  b.ndjson, 1 record\nNo difference.\n"));
        QVERIFY(
            report(compared(base, ""), ReportFormat::Text).contains("#1 of the base, after its end of the"));
    }

    void asMarkdown()
    {
        QCOMPARE(report(compared(base, head), ReportFormat::Markdown),
            QByteArray("# 1 difference\n\n"
                       "|  | file | records | remarks |\n| --- | --- | --- | --- |\n"
                       "| base | a.ndjson | 1 |  |\n| head | b.ndjson | 1 |  |\n\n"
                       "| They part at | record |\n| --- | --- |\n"
                       "| base | #1 reputation:changed {'factionId':'wraith','newFame':3} |\n"
                       "| head | #1 reputation:changed {'factionId':'wraith','newFame':5} |\n\n"
                       "|  | path | base | head |\n| --- | --- | --- | --- |\n"
                       "| changed | factions.byId.wraith.fame | 3 | 5 |\n"));
    }

    void asJson()
    {
        const JsonValue document = json(diffReport(compared(base, head), ReportFormat::Json));

        const JsonObject &object = *document.asObject();
        QCOMPARE(shown(object["same"]), QByteArray("false"));
        QCOMPARE(shown(object["changes"]).replace('"', '\''),
            QByteArray("[{'kind':'changed','path':'factions.byId.wraith.fame','base':3,'head':5}]"));
        QCOMPARE(shown(object["patch"]).replace('"', '\''),
            QByteArray("[{'op':'replace','path':'/factions/byId/wraith/fame','value':5}]"));
        QCOMPARE(shown(object["divergence"]).replace('"', '\''),
            QByteArray("{'base':{'number':1,'type':'event','event':'reputation:changed','timestamp':1,"
                       "'payload':{'factionId':'wraith','newFame':3}},'head':{'number':1,'type':'event',"
                       "'event':'reputation:changed','timestamp':1,'payload':{'factionId':'wraith',"
                       "'newFame':5}}}"));
        QCOMPARE(shown((*json(diffReport(compared(base, base), ReportFormat::Json)).asObject())["same"]),
            QByteArray("true"));
    }

    void noValueBecomesACommand_data()
    {
        QTest::addColumn<int>("format");
        QTest::addRow("text") << int(ReportFormat::Text);
        QTest::addRow("md") << int(ReportFormat::Markdown);
        QTest::addRow("json") << int(ReportFormat::Json);
    }

    void noValueBecomesACommand()
    {
        QFETCH(int, format);
        const QByteArray evil =
            "{'type':'event','timestamp':1,'event':'::error::x','payload':{'##vso[a]':'::set-output'}}\n"
            "{'type':'event','timestamp':1,'event':'reputation:changed','payload':{'factionId':'::error','"
            "newFame':5}}\n";

        const QByteArray text = report(compared(base, evil), static_cast<ReportFormat>(format));

        QVERIFY2(!text.contains("::") && !text.contains("##vso"), text.constData());
    }

    void aLongValueIsCut()
    {
        const QByteArray large =
            QByteArray("{'type':'event','timestamp':1,'event':'reputation:changed','payload':"
                       "{'factionId':'f','reason':'") +
            QByteArray("ä").repeated(300) + "'}}\n";
        const QByteArray text = report(compared("", large), ReportFormat::Text);

        for (const QByteArray &line : text.split('\n'))
            QVERIFY(line.size() < 300);
        QVERIFY(text.contains("ä…"));
    }
};

QTEST_APPLESS_MAIN(tst_DiffReport)
#include "tst_DiffReport.moc"
