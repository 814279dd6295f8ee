// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/SessionReport.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// A report in which every text is what somebody would write who wants to be markup.
QByteArray reportOf(const std::string &name)
{
    ReadReport read;
    read.records = 3;
    read.events = 2;
    std::vector<Problem> problems{{Problem::Kind::StaleReputation, name, name, 3, {4, 0}, {0, 9}}};
    const std::vector<ExpectationResult> expectations{
        {{name, {name}, Expectation::Operator::Equals, name, Expectation::AtEnd()}, false, 7, name, name},
        {{"", {"a"}, Expectation::Operator::Exists, {}, Expectation::AtEnd()}, true, 0, 1, {}}};
    StateSummary state;
    state.factions = {{name, 1, 2, name, 3, name}};
    state.tutorial.currentStep = name;
    state.slowestStep = {name, 5};
    SessionTracks tracks;
    tracks.lastTime = 1;
    tracks.factions.set(name, FactionTrack());
    const std::string label = name;
    return QByteArray::fromStdString(reportHtml({name, label, 1'768'469'443'000, read, problems, expectations,
        state, tracks, FactionCatalogue::builtIn()}));
}

} // namespace

class tst_SessionReport : public QObject
{
    Q_OBJECT

private slots:
    void isCompleteInItself()
    {
        const QByteArray html = reportOf("run.ndjson");
        QVERIFY(html.startsWith("<!DOCTYPE html>\n"));
        QVERIFY(html.endsWith("</html>\n"));
        for (const char *not_there : {"<script", "<link", "src=", "href=", "url(", "@import"})
            QVERIFY2(!html.contains(not_there), not_there);
    }

    void saysWhatThereIs()
    {
        const QByteArray html = reportOf("run.ndjson");
        for (const char *text : {"<h1>run.ndjson, run.ndjson</h1>", "3 records, 2 events", "1 problem.",
                 "<td class=\"missed\">✗ not met</td><td>run.ndjson (run.ndjson is "
                 "&quot;run.ndjson&quot;)</td>"
                 "<td>run.ndjson</td>",
                 "<td class=\"met\">✓ met</td><td>a is there</td><td>1</td><td class=\"place\">at the "
                 "end</td>",
                 "<td class=\"place\">stale-reputation</td><td class=\"number\">3</td><td "
                 "class=\"number\">#4</td>"
                 "<td class=\"number\">line 9</td>",
                 "Slowest step: run.ndjson, 5 ms.", "2026-01-15T09:30:43.000Z"})
            QVERIFY2(html.contains(text), text);
    }

    void textIsNeverMarkup()
    {
        const QByteArray html = reportOf("\"><script>alert(1)</script><b title='\x01");
        QVERIFY(!html.contains("<script"));
        QVERIFY(!html.contains("<b "));
        QVERIFY(!html.contains('\x01'));
        QVERIFY(
            html.contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;b title=&#39;\xef\xbf\xbd"));
    }

    void emptyThingsAreSaid()
    {
        const std::string none;
        const QByteArray html = QByteArray::fromStdString(reportHtml(
            {none, none, 0, {}, {}, {}, StateSummary(), SessionTracks(), FactionCatalogue::builtIn()}));
        QVERIFY(html.contains("No faction was heard of."));
        QVERIFY(html.contains("Nothing odd was found."));
        QVERIFY(!html.contains("Expectations"));
        QVERIFY(!html.contains("<svg"));
    }
};

QTEST_APPLESS_MAIN(tst_SessionReport)
#include "tst_SessionReport.moc"
