// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TextTableModel.h"

#include "ui/common/Typography.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace inspector {

namespace {

QVariant alignmentOf(TextTableModel::Look look)
{
    const bool isNumber = look == TextTableModel::Look::Number;
    return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

TextTableModel::TextTableModel(std::vector<ColumnSpec> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{}

void TextTableModel::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    // What is chosen stays chosen where the rows only grow at the end, as they mostly do.
    const auto count = static_cast<int>(rows.size());
    const int before = rowCount();
    const bool isGrown =
        count >= before && before > 0 && std::equal(m_rows.begin(), std::prev(m_rows.end()), rows.begin());
    if (!isGrown) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    const auto last = static_cast<std::size_t>(before - 1);
    if (m_rows[last] != rows[last]) {
        m_rows[last] = rows[last];
        emit dataChanged(index(before - 1, 0), index(before - 1, columnCount() - 1));
    }
    if (count == before)
        return;
    beginInsertRows({}, before, count - 1);
    m_rows = std::move(rows);
    endInsertRows();
}

void TextTableModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ForegroundRole});
}

int TextTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Look look = m_columns[static_cast<std::size_t>(index.column())].look;
    switch (role) {
    case Qt::DisplayRole:
        return row.cells.value(index.column());
    case Qt::ToolTipRole:
        return row.toolTip.isEmpty() ? row.cells.value(index.column()) : row.toolTip;
    case Qt::FontRole:
        return look == Look::Fixed || look == Look::Number ? typography::fixed() : typography::table();
    case Qt::ForegroundRole:
        return look == Look::Secondary ? QVariant(m_theme->secondary) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(look);
    case NumberRole:
        return QVariant::fromValue<quint64>(row.number);
    default:
        return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const ColumnSpec &column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column.look);
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

} // namespace inspector
