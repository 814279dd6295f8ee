// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/ProblemModel.h"

#include "core/engine/InspectorFrame.h"
#include "ui/common/Icon.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHash>

namespace inspector {

namespace {

/// Numbers differ from line to line; what is the same without them is the same problem.
QString kindOf(const ReadIssue &issue)
{
    QString kind;
    for (const QChar c : words::text(issue.reason)) {
        if (!c.isDigit())
            kind += c;
    }
    return QString::number(static_cast<int>(issue.kind)) + kind;
}

QString whatOf(const ReadIssue &issue)
{
    switch (issue.kind) {
    case ReadIssue::Kind::SkippedLine:
        return ProblemModel::tr("Line skipped: %1").arg(words::text(issue.reason));
    case ReadIssue::Kind::Gap:
        return ProblemModel::tr("Gap: %1").arg(words::text(issue.reason));
    case ReadIssue::Kind::Warning:
        break;
    }
    return words::text(issue.reason);
}

} // namespace

ProblemModel::ProblemModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

std::vector<ProblemModel::Problem> ProblemModel::problemsOf(const InspectorFrame &frame)
{
    std::vector<Problem> problems;
    for (const auto &error : {frame.error, frame.notice, frame.stateError}) {
        if (error)
            problems.push_back({words::text(error->message), words::text(error->remedy), 1, 0, true});
    }
    QHash<QString, std::size_t> places;
    for (const ReadIssue &issue : frame.report->issues) {
        const QString kind = kindOf(issue);
        const auto known = places.constFind(kind);
        if (known != places.constEnd()) {
            ++problems[*known].times;
            continue;
        }
        places.insert(kind, problems.size());
        problems.push_back({whatOf(issue), {}, 1, issue.line, issue.kind == ReadIssue::Kind::SkippedLine});
    }
    constexpr std::size_t mostGaps = 200;
    for (const SessionTracks::Landmark &gap : frame.tracks->gaps) {
        if (problems.size() > mostGaps)
            break;
        const std::uint64_t line = frame.timeline ? frame.timeline->index().entry(gap.number).line : 0;
        problems.push_back({tr("Gap of %1 in the recording: %2")
                                .arg(words::duration(gap.durationMs), words::text(gap.label)),
            {}, 1, line, false});
    }
    const std::uint64_t all = frame.report->warnings + frame.report->skippedLines + frame.report->gaps;
    if (all > frame.report->issues.size() && frame.report->issues.size() == ReadReport::maxIssuesKept)
        problems.push_back(
            {tr("More like these; the first %1 are listed").arg(words::count(ReadReport::maxIssuesKept)), {},
                all - frame.report->issues.size(), 0, false});
    return problems;
}

void ProblemModel::setFrame(const InspectorFrame &frame)
{
    const std::array<std::optional<Error>, 3> errors{frame.error, frame.notice, frame.stateError};
    if (frame.report == m_report && frame.tracks->gaps.size() == m_gaps && errors == m_errors)
        return; // frames come with each move of the cursor
    m_report = frame.report;
    m_gaps = frame.tracks->gaps.size();
    m_errors = errors;
    m_sessionProblems = problemsOf(frame);
    showAll();
}

void ProblemModel::setToolProblems(const QStringList &texts)
{
    m_toolProblems.clear();
    for (const QString &text : texts)
        m_toolProblems.push_back({text, {}, 1, 0, true});
    showAll();
}

void ProblemModel::showAll()
{
    std::vector<Problem> problems = m_toolProblems;
    problems.insert(problems.end(), m_sessionProblems.begin(), m_sessionProblems.end());
    if (problems == m_problems)
        return;
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

void ProblemModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    if (!m_problems.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Problem &problem = m_problems[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == What)
            return problem.remedy.isEmpty() ? problem.what
                                            : problem.what + QStringLiteral(". ") + problem.remedy;
        if (index.column() == Times)
            return problem.times == 1 ? QString() : QStringLiteral("× ") + words::count(problem.times);
        return problem.line == 0 ? QString() : tr("line %1").arg(words::count(problem.line));
    case Qt::ToolTipRole:
        return problem.what;
    case Qt::DecorationRole:
        return index.column() == What ? QVariant(iconOf(IconShape::Problem, *m_theme)) : QVariant();
    case Qt::FontRole:
        return index.column() == What ? typography::table() : typography::fixed();
    case Qt::ForegroundRole:
        return index.column() == What ? QVariant() : QVariant(m_theme->secondary);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case LineRole:
        return QVariant::fromValue<quint64>(problem.line);
    default:
        return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("problem");
    case Times:
        return tr("times");
    default:
        return tr("first");
    }
}

} // namespace inspector
