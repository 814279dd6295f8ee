// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/StateDiffTable.h"

#include "ui/common/DiffModel.h"
#include "ui/common/PathDelegate.h"
#include "ui/common/TableStyle.h"
#include "ui/common/Theme.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHeaderView>
#include <QTableView>

namespace inspector {

StateDiffTable::StateDiffTable(QWidget *parent)
    : StateDiffTable(*new QTableView, parent)
{}

StateDiffTable::StateDiffTable(QTableView &table, QWidget *parent)
    : TitledList(table, parent)
    , m_model(new DiffModel(this))
{
    applyTableStyle(table);
    table.setModel(m_model);
    m_model->setSideNames(tr("base"), tr("head"));
    table.setAccessibleName(tr("Differences of the states at the cursor"));
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setItemDelegateForColumn(DiffModel::Path, new PathDelegate(this));
    const int unit = typography::unit();
    QHeaderView *header = table.horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(5 * unit);
    header->setSectionResizeMode(DiffModel::Path, QHeaderView::Stretch);
    table.setColumnWidth(DiffModel::Sign, 5 * unit);
    table.setColumnWidth(DiffModel::Before, 20 * unit);
    table.setColumnWidth(DiffModel::After, 20 * unit);
    connect(&table, &QTableView::activated, this,
        [this](const QModelIndex &index) { emit whyWanted(m_model->pathAt(index.row())); });
}

void StateDiffTable::setDiff(const SessionComparer::StateDiff &diff)
{
    if (diff.error)
        return setError(*diff.error);
    m_model->setChanges(diff.changes);
    const auto place = [](std::uint64_t number) {
        return number == 0 ? tr("the start") : QLatin1Char('#') + words::count(number);
    };
    const QString where = tr("At %1, %2 of the base").arg(place(diff.head), place(diff.base));
    setTitle(diff.changes.empty()
                 ? tr("%1: no difference").arg(where)
                 : QStringLiteral("%1: %2").arg(
                       where, words::counted(diff.changes.size(), tr("difference"), tr("differences"))));
}

void StateDiffTable::setError(const Error &error)
{
    m_model->setChanges({});
    setTitle(words::error(error));
}

void StateDiffTable::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
}

} // namespace inspector
