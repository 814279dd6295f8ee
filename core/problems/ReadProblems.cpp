// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ReadProblems.h"

#include "core/problems/ProblemList.h"

namespace inspector {

namespace {

Problem::Kind kindOf(ReadIssue::Kind kind)
{
    switch (kind) {
    case ReadIssue::Kind::SkippedLine:
        return Problem::Kind::SkippedLine;
    case ReadIssue::Kind::Gap:
        return Problem::Kind::Gap;
    case ReadIssue::Kind::Warning:
        break;
    }
    return Problem::Kind::Warning;
}

/// Numbers differ from line to line; what is the same without them is the same problem.
std::string withoutNumbers(std::string text)
{
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

} // namespace

std::vector<Problem> readProblems(const ReadReport &report)
{
    ProblemList problems;
    for (const ReadIssue &issue : report.issues) {
        problems.add(kindOf(issue.kind), withoutNumbers(issue.reason), {issue.record, issue.line}, [&] {
            return (issue.kind == ReadIssue::Kind::SkippedLine ? "line skipped: " : "") + issue.reason;
        });
    }
    std::vector<Problem> all = problems.problems();
    for (Problem &problem : all)
        problem.subject.clear(); // served to tell them apart
    return all;
}

std::optional<Problem> readRemainder(const ReadReport &report)
{
    const std::uint64_t count = report.warnings + report.skippedLines + report.gaps;
    if (count <= report.issues.size() || report.issues.size() < ReadReport::maxIssuesKept)
        return std::nullopt;
    return Problem{Problem::Kind::Warning, {},
        "more like these; the first " + std::to_string(ReadReport::maxIssuesKept) +
            " of the reading are told",
        count - report.issues.size(), {}, {}};
}

} // namespace inspector
