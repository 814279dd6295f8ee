// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/VerdictTable.h"

#include "ui/common/TableStyle.h"
#include "ui/common/TextTableModel.h"
#include "ui/common/Theme.h"
#include "ui/common/Words.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace inspector {

namespace {

using Look = TextTableModel::Look;

/// The record of the head to go to for a row, or 0.
std::uint64_t placeOf(const VerdictRow &row, const AlignedComparison &comparison)
{
    if (row.headRecord > 0)
        return row.headRecord;
    return row.baseRecord > 0 ? comparison.alignment.headOf(row.baseRecord) : 0;
}

} // namespace

VerdictTable::VerdictTable(QWidget *parent)
    : VerdictTable(*new QTableView, parent)
{}

VerdictTable::VerdictTable(QTableView &table, QWidget *parent)
    : TitledList(table, parent)
    , m_table(&table)
    , m_model(new TextTableModel({{tr("what"), Look::Text}, {tr("base"), Look::Text},
                                     {tr("head"), Look::Text}, {tr("difference"), Look::Text}},
          this))
    , m_part(new QPushButton(this))
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("What differs, the greatest first"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    m_part->setProperty("role", QStringLiteral("link"));
    m_part->setToolTip(tr("Go to the first record that is not the same in both"));
    m_part->hide(); // says nothing before the two were compared
    addBeside(*m_part);
    const auto goThere = [this](const QModelIndex &index) {
        if (const auto number = index.data(TextTableModel::NumberRole).value<quint64>(); number > 0)
            emit placeWanted(number);
    };
    connect(m_table, &QTableView::clicked, this, goThere);
    connect(m_table, &QTableView::activated, this, goThere);
    connect(m_part, &QPushButton::clicked, this, [this] { emit placeWanted(m_partingRecord); });
}

void VerdictTable::setComparison(const AlignedComparison &comparison)
{
    constexpr std::size_t mostRows = 2000; // the copy and the file have all of them
    const std::size_t all = comparison.verdict.size();
    std::vector<TextTableModel::Row> rows;
    rows.reserve(std::min(mostRows, all));
    for (std::size_t i = 0; i < std::min(mostRows, all); ++i) {
        const VerdictRow &row = comparison.verdict[i];
        rows.push_back({{words::text(row.subject), words::text(row.base), words::text(row.head),
                            words::text(row.difference)},
            placeOf(row, comparison), {}});
    }
    const QString counted = words::counted(all, tr("difference"), tr("differences"));
    setTitle(all == 0            ? tr("No difference")
             : all > rows.size() ? tr("%1, the greatest %2").arg(counted, words::count(mostRows))
                                 : tr("%1, the greatest first").arg(counted));
    m_model->setRows(std::move(rows));
    const bool doPart = comparison.parting.has_value();
    m_part->setVisible(doPart);
    m_partingRecord = doPart ? comparison.partingInHead() : 0;
    if (doPart)
        m_part->setText(tr("They part at #%1").arg(words::count(m_partingRecord)));
}

void VerdictTable::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
}

} // namespace inspector
