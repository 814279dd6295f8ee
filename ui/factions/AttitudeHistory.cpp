// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factions/AttitudeHistory.h"

#include "core/state/slices/FactionRecord.h"
#include "ui/common/TableStyle.h"
#include "ui/common/TextTableModel.h"
#include "ui/common/Words.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace inspector {

namespace {

QString attitude(const Text &name)
{
    return words::text(name.value_or("?"));
}

QString cause(const AttitudeChange &change)
{
    return change.cascade ? AttitudeHistory::tr("cascade from %1")
                                .arg(words::text(
                                    change.sourceFactionName.value_or(change.sourceFactionId.value_or("?"))))
                          : QString();
}

} // namespace

AttitudeHistory::AttitudeHistory(QWidget *parent)
    : AttitudeHistory(new QTableView, parent)
{}

AttitudeHistory::AttitudeHistory(QTableView *table, QWidget *parent)
    : TitledList(*table, parent)
    , m_table(table)
    , m_model(new TextTableModel({{tr("time"), TextTableModel::Look::Fixed}, {tr("from")}, {tr("to")},
                                     {tr("why"), TextTableModel::Look::Secondary}},
          this))
{
    applyTableStyle(*m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Newest attitude changes of the chosen faction"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const auto goThere = [this](const QModelIndex &index) { goTo(index.row()); };
    connect(m_table, &QTableView::clicked, this, goThere);
    connect(m_table, &QTableView::activated, this, goThere);
    setNone();
}

void AttitudeHistory::setNone()
{
    setTitle(tr("Choose a faction to see how its attitude changed."));
    m_times.clear();
    m_model->setRows({});
}

void AttitudeHistory::setFaction(const QString &faction, const FactionRecord *record, TimeMs start)
{
    std::vector<TextTableModel::Row> rows;
    std::vector<TimeMs> times;
    if (record != nullptr) {
        for (const auto &change : record->attitudeHistory) {
            times.push_back(change->occurredAt.value_or(start));
            rows.push_back({{words::elapsed(times.back() - start), attitude(change->oldAttitude),
                                attitude(change->newAttitude), cause(*change)},
                0, {}});
        }
    }
    std::reverse(rows.begin(), rows.end());
    std::reverse(times.begin(), times.end());
    setTitle(rows.empty() ? tr("%1: no event told of a change yet").arg(faction)
                          : tr("%1: the newest changes of its attitude, ten at most").arg(faction));
    m_times = std::move(times);
    m_model->setRows(std::move(rows));
}

void AttitudeHistory::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
}

void AttitudeHistory::goTo(int row)
{
    if (row >= 0 && row < static_cast<int>(m_times.size()))
        emit timeWanted(m_times[static_cast<std::size_t>(row)]);
}

} // namespace inspector
