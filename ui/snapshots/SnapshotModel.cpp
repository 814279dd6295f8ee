// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snapshots/SnapshotModel.h"

#include "ui/common/Words.h"

#include <QStringList>

#include <utility>

namespace inspector {

QString digestWords(const StateDigest &digest)
{
    QStringList attitudes;
    for (std::size_t rank = 0; rank < attitudeNames.size(); ++rank) {
        const QString sign = words::attitude(attitudeNames[rank]).left(1);
        if (digest.withAttitude[rank] > 0)
            attitudes << sign + QLatin1Char(' ') + words::count(digest.withAttitude[rank]);
    }
    QStringList parts{
        attitudes.isEmpty() ? SnapshotModel::tr("no faction") : attitudes.join(QStringLiteral("  "))};
    if (digest.cascades > 0)
        parts << words::counted(static_cast<std::uint64_t>(digest.cascades), SnapshotModel::tr("cascade"),
            SnapshotModel::tr("cascades"));
    if (digest.isTutorialCompleted)
        parts << SnapshotModel::tr("tutorial completed");
    else if (digest.isTutorialSkipped)
        parts << SnapshotModel::tr("tutorial skipped");
    else if (digest.completedSteps > 0 || digest.totalSteps > 0)
        parts << SnapshotModel::tr("tutorial %1/%2")
                     .arg(words::count(digest.completedSteps), words::value(digest.totalSteps));
    return parts.join(QStringLiteral(" · "));
}

SnapshotModel::SnapshotModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void SnapshotModel::setEntries(SnapshotEntries entries, TimeMs start, const QString &folder)
{
    using Origin = SnapshotEntry::Origin;
    beginResetModel();
    m_entries = std::move(entries);
    m_start = start;
    m_rows.clear();
    for (const auto &[origin, head] :
        std::initializer_list<std::pair<Origin, QString>>{
            {Origin::Session, tr("In the session")}, {Origin::Slot, tr("Slots")}, {Origin::Folder, folder}}) {
        bool isFirst = true;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].origin != origin)
                continue;
            if (std::exchange(isFirst, false))
                m_rows.push_back({head, 0});
            m_rows.push_back({{}, i});
        }
    }
    endResetModel();
}

const SnapshotEntry *SnapshotModel::entryAt(int row) const
{
    if (row < 0 || row >= rowCount() || !m_rows[static_cast<std::size_t>(row)].head.isEmpty())
        return nullptr;
    return &m_entries[m_rows[static_cast<std::size_t>(row)].entry];
}

int SnapshotModel::rowOf(std::uint64_t number) const
{
    SnapshotEntry entry;
    entry.number = number;
    return rowOf(entry);
}

int SnapshotModel::rowOf(const SnapshotEntry &entry) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const SnapshotEntry *other = entryAt(row);
        if (other != nullptr && other->origin == entry.origin && other->number == entry.number &&
            other->path == entry.path)
            return row;
    }
    return -1;
}

int SnapshotModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SnapshotModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SnapshotEntry *entry = entryAt(index.row());
    if (role == IsHeadRole)
        return entry == nullptr;
    if (entry == nullptr)
        return role == Qt::DisplayRole ? m_rows[static_cast<std::size_t>(index.row())].head : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return entry->label;
    case TimeRole:
        return timeOf(*entry);
    case DigestRole:
        return entry->problem.isEmpty() ? digestWords(entry->digest) : entry->problem;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return QStringList{
            entry->path.isEmpty() ? QStringLiteral("#") + words::count(entry->number) : entry->path,
            timeOf(*entry), data(index, DigestRole).toString()}
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

Qt::ItemFlags SnapshotModel::flags(const QModelIndex &index) const
{
    return entryAt(index.row()) == nullptr ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

QString SnapshotModel::timeOf(const SnapshotEntry &entry) const
{
    return entry.origin == SnapshotEntry::Origin::Session ? words::elapsed(entry.at - m_start)
                                                          : words::moment(entry.at).left(16); // to the minute
}

} // namespace inspector
