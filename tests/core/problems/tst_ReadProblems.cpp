// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ReadProblems.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

using Kind = Problem::Kind;

QByteArray shown(const std::vector<Problem> &problems)
{
    QByteArray text;
    for (const Problem &problem : problems) {
        text += QByteArray::fromStdString(std::string(nameOf(problem.kind)) + " x" +
                                          std::to_string(problem.count) + " line " +
                                          std::to_string(problem.first.line) + ".." +
                                          std::to_string(problem.last.line) + ": " + problem.text + "\n");
    }
    return text;
}

} // namespace

class tst_ReadProblems : public QObject
{
    Q_OBJECT

private slots:
    void issuesThatDifferInNumbersAreOne()
    {
        ReadReport report;
        report.add({ReadIssue::Kind::SkippedLine, 4, "not a JSON object at 17", {}});
        report.add({ReadIssue::Kind::Gap, 5, "\"seq\" jumps from 1 to 3", "seq"});
        report.add({ReadIssue::Kind::SkippedLine, 9, "not a JSON object at 4", {}});
        report.add({ReadIssue::Kind::Warning, 9, "not a JSON object at 4", {}});

        QCOMPARE(shown(readProblems(report)),
            QByteArray("skipped-line x2 line 4..9: line skipped: not a JSON object at 17\n"
                       "gap x1 line 5..5: \"seq\" jumps from 1 to 3\n"
                       "warning x1 line 9..9: not a JSON object at 4\n"));
        QCOMPARE(readProblems(report)[0].subject, std::string());
    }

    void whatBecameARecordSaysWhich()
    {
        ReadReport report;
        report.add({ReadIssue::Kind::Warning, 9, "odd", {}, 7});
        report.add({ReadIssue::Kind::Warning, 12, "odd", {}, 10});

        const std::vector<Problem> problems = readProblems(report);

        QCOMPARE(problems.size(), std::size_t{1});
        QVERIFY(problems[0].first == (Problem::Place{7, 9}));
        QVERIFY(problems[0].last == (Problem::Place{10, 12}));
    }

    void thoseThatWereNotKeptAreCounted()
    {
        ReadReport report;
        for (std::uint64_t line = 1; line <= ReadReport::maxIssuesKept + 7; ++line)
            report.add({ReadIssue::Kind::Warning, line, "odd", {}});

        QCOMPARE(shown(readProblems(report)), QByteArray("warning x1000 line 1..1000: odd\n"));
        QCOMPARE(shown({*readRemainder(report)}),
            QByteArray("warning x7 line 0..0: more like these; the first 1000 of the reading are told\n"));
        QVERIFY(!readRemainder(ReadReport()));
    }
};

QTEST_APPLESS_MAIN(tst_ReadProblems)
#include "tst_ReadProblems.moc"
