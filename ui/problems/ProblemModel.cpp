// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/ProblemModel.h"

#include "core/engine/InspectorFrame.h"
#include "ui/common/Icon.h"
#include "ui/common/TwoLineDelegate.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace inspector {

namespace {

QString placeText(const Problem::Place &place)
{
    if (place.record > 0)
        return QStringLiteral("#") + words::count(place.record);
    return place.line == 0 ? QString() : ProblemModel::tr("line %1").arg(words::count(place.line));
}

} // namespace

ProblemModel::ProblemModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_icon(iconOf(IconShape::Problem, *m_theme))
{}

void ProblemModel::setFrame(const InspectorFrame &frame)
{
    std::array<std::optional<Error>, 3> errors{frame.error, frame.notice, frame.stateError};
    if (frame.problems == m_problems && errors == m_errors)
        return; // frames come with each move of the cursor
    m_problems = frame.problems;
    m_errors = std::move(errors);
    showAll();
}

void ProblemModel::setToolProblems(const QStringList &texts)
{
    m_toolProblems = texts;
    showAll();
}

void ProblemModel::setMuted(const QStringList &kinds)
{
    m_muted = kinds;
    showAll();
}

void ProblemModel::showAll()
{
    std::vector<Row> rows;
    for (const QString &text : std::as_const(m_toolProblems))
        rows.push_back({text, std::nullopt});
    for (const auto &error : m_errors) {
        if (error)
            rows.push_back({words::error(*error), std::nullopt});
    }
    m_mutedCount = 0;
    if (m_problems != nullptr) {
        for (const Problem &problem : *m_problems) {
            if (m_muted.contains(words::text(nameOf(problem.kind))))
                ++m_mutedCount;
            else
                rows.push_back({words::text(problem.text), problem});
        }
    }
    if (rows == m_rows)
        return;
    const auto isSame = [](const Row &a, const Row &b) {
        return a.problem && b.problem
                   ? a.problem->kind == b.problem->kind && a.problem->subject == b.problem->subject
                   : a == b;
    };
    const std::size_t kept = m_rows.size();
    // What occurs once more, or anew, must not take the choice from under anybody's hands.
    if (rows.size() < kept || !std::equal(m_rows.begin(), m_rows.end(), rows.begin(), isSame)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    std::vector<Row> more(rows.begin() + static_cast<std::ptrdiff_t>(kept), rows.end());
    rows.resize(kept);
    m_rows = std::move(rows);
    if (kept > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    if (more.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(more.size()) - 1);
    std::move(more.begin(), more.end(), std::back_inserter(m_rows));
    endInsertRows();
}

void ProblemModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    m_icon = iconOf(IconShape::Problem, theme);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemModel::text(const Row &row, int column) const
{
    if (column == What)
        return row.what;
    if (!row.problem)
        return {};
    const bool isOne = row.problem->count == 1;
    if (column == Times)
        return isOne ? QString() : QString(QStringLiteral("× ") + words::count(row.problem->count));
    if (column == First)
        return placeText(row.problem->first);
    return isOne ? QString() : placeText(row.problem->last);
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case TwoLineDelegate::SecondLineRole: {
        QStringList parts;
        for (const int column : {Times, First, Last})
            parts << text(row, column).toString();
        parts.removeAll(QString());
        return parts.join(QStringLiteral("   "));
    }
    case Qt::ToolTipRole:
        return row.what;
    case Qt::DecorationRole:
        return index.column() == What ? QVariant(m_icon) : QVariant();
    case Qt::FontRole:
        return index.column() == What ? typography::table() : typography::fixed();
    case Qt::ForegroundRole:
        return index.column() == What ? QVariant() : QVariant(m_theme->secondary);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace inspector
