// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/PaletteModel.h"

#include "ui/palette/FuzzyMatch.h"

#include <algorithm>
#include <utility>

namespace inspector {

PaletteModel::PaletteModel(std::vector<PaletteEntry> entries, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_entries(std::move(entries))
    , m_theme(theme)
{
    setTyped({});
}

void PaletteModel::setTyped(const QString &typed)
{
    std::vector<std::pair<int, std::size_t>> scored;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (const auto score = fuzzyScore(typed, m_entries[i].title))
            scored.emplace_back(-*score, i);
    }
    std::sort(scored.begin(), scored.end());
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < std::min(scored.size(), mostShown); ++i)
        m_shown.push_back(scored[i].second);
    endResetModel();
}

const PaletteEntry *PaletteModel::entryAt(int row) const
{
    const bool isThere = row >= 0 && static_cast<std::size_t>(row) < m_shown.size();
    return isThere ? &m_entries[m_shown[static_cast<std::size_t>(row)]] : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int PaletteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry *entry = index.isValid() ? entryAt(index.row()) : nullptr;
    if (entry == nullptr)
        return {};
    const bool isTitle = index.column() == Title;
    switch (role) {
    case Qt::DisplayRole:
        return isTitle ? entry->title : entry->detail;
    case Qt::ForegroundRole:
        return isTitle ? QVariant() : QVariant(m_theme.secondary);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isTitle ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace inspector
