// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/publish/PublishedJob.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const std::string secret = PublishedJob::secret;

} // namespace

class tst_JUnitReport : public QObject
{
    Q_OBJECT

private slots:
    void linesForTheLogAreNoName()
    {
        PublishedJob job;
        job.variables.set("GITHUB_ACTIONS", "true");
        job.request.junitFile = job.path("junit.xml");
        job.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, "odd", "x"});
        (void)job.publish();

        QVERIFY2(job.read("junit.xml").contains(" name=\"log-commands\">\n      <system-out>::warning "),
            job.read("junit.xml").constData());
    }

    void checksAreWrittenAsJUnit()
    {
        PublishedJob job;
        job.variables.set("CI", "true");
        job.request.junitFile = job.path("junit.xml");
        job.exported.strict = true;
        job.exported.inputs[0].read.add({ReadIssue::Kind::Warning, 4, "odd \x01 <" + secret + ">", "x"});
        job.exported.inputs[0].failures.push_back({"filesystem", "b.csv", {"write_failed", "disk full", ""}});
        job.addCommand("up");
        const Expectation named{"Done", {"tutorial", "completed"}, Expectation::Operator::Equals, true, {}};
        const Expectation plain{"", {"a"}, Expectation::Operator::Exists, {}, {}};
        job.exported.inputs[0].expectations = {
            {named, true, 8, true, {}}, {plain, false, 0, {}, "is not there"}};
        (void)job.publish();

        QCOMPARE(job.read("junit.xml"),
            QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<testsuites>\n"
                       "  <testsuite name=\"telemetry-inspector\" tests=\"6\" failures=\"3\" errors=\"0\" "
                       "skipped=\"1\">\n"
                       "    <properties>\n"
                       "      <property name=\"exportDurationMs\" value=\"0\"/>\n"
                       "      <property name=\"filesystem.durationMs\" value=\"1.5\"/>\n"
                       "    </properties>\n"
                       "    <testcase classname=\"telemetry-inspector.inputs\" name=\"s.ndjson\">\n"
                       "      <failure message=\"1 warning, 0 skipped lines\"/>\n"
                       "      <system-out>line 4: odd \xef\xbf\xbd &lt;[redacted]&gt;\n</system-out>\n"
                       "    </testcase>\n"
                       "    <testcase classname=\"telemetry-inspector.expectations\" name=\"s.ndjson: "
                       "Done\"/>\n"
                       "    <testcase classname=\"telemetry-inspector.expectations\" name=\"s.ndjson: a is "
                       "there\">\n"
                       "      <failure message=\"a is there: is not there, at the end\"/>\n"
                       "    </testcase>\n"
                       "    <testcase classname=\"telemetry-inspector.artifacts\" name=\"a.json\"/>\n"
                       "    <testcase classname=\"telemetry-inspector.artifacts\" name=\"b.csv\">\n"
                       "      <failure message=\"disk full\"/>\n"
                       "    </testcase>\n"
                       "    <testcase classname=\"telemetry-inspector.publish\" name=\"command  "
                       "--token=[redacted]\">\n"
                       "      <skipped message=\"export_incomplete\"/>\n"
                       "    </testcase>\n"
                       "  </testsuite>\n"
                       "</testsuites>\n"));
    }
};

QTEST_APPLESS_MAIN(tst_JUnitReport)
#include "tst_JUnitReport.moc"
