// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/expect/ExpectationModel.h"

#include "core/base/ShortJson.h"
#include "ui/common/Icon.h"
#include "ui/common/TwoLineDelegate.h"
#include "ui/common/Words.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

QString placeOf(const ExpectationResult &result)
{
    return result.record == 0 ? ExpectationModel::tr("at the end")
                              : QString(QStringLiteral("#") + words::count(result.record));
}

QString outcomeOf(const ExpectationModel::Row &row)
{
    if (!row.result)
        return ExpectationModel::tr("not checked");
    const ExpectationResult &result = *row.result;
    const QString what = result.isMet
                             ? ExpectationModel::tr("met, %1").arg(words::text(shortJson(result.actual)))
                             : words::text(result.reason);
    return what + QStringLiteral("   ") + placeOf(result);
}

QString toolTipOf(const ExpectationModel::Row &row)
{
    return words::text(row.expectation.text()) + QLatin1Char('\n') + outcomeOf(row);
}

} // namespace

ExpectationModel::ExpectationModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void ExpectationModel::setExpectations(const std::vector<Expectation> &expectations)
{
    std::vector<Row> rows;
    for (const Expectation &expectation : expectations) {
        const auto same = std::find_if(
            m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.expectation == expectation; });
        rows.push_back({expectation, same == m_rows.end() ? std::nullopt : same->result});
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ExpectationModel::setResults(const std::vector<ExpectationResult> &results)
{
    for (std::size_t i = 0; i < std::min(results.size(), m_rows.size()); ++i) {
        if (results[i].expectation == m_rows[i].expectation)
            m_rows[i].result = results[i];
    }
    allChanged();
}

void ExpectationModel::clearResults()
{
    for (Row &row : m_rows)
        row.result.reset();
    allChanged();
}

void ExpectationModel::setTheme(const Theme &theme)
{
    m_met = iconOf(IconShape::Check, theme);
    m_unmet = iconOf(IconShape::Cross, theme);
    allChanged();
}

void ExpectationModel::allChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int ExpectationModel::missedCount() const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [](const Row &row) { return row.result && !row.result->isMet; }));
}

int ExpectationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ExpectationModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return words::text(row.expectation.title());
    case TwoLineDelegate::SecondLineRole:
        return outcomeOf(row);
    case Qt::ToolTipRole:
        return toolTipOf(row);
    case Qt::AccessibleTextRole:
        return QString(words::text(row.expectation.title()) + QStringLiteral(": ") + outcomeOf(row));
    case Qt::DecorationRole:
        if (!row.result)
            return {};
        return row.result->isMet ? m_met : m_unmet;
    default:
        return {};
    }
}

} // namespace inspector
