// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/snapshots/SnapshotEntry.h"

#include <QAbstractListModel>

namespace inspector {

/// Snapshots as a list, below the heads of their origins.
class SnapshotModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnapshotModel)

public:
    enum Role
    {
        TimeRole = Qt::UserRole, ///< QString; of one in the session since its start, else a date
        DigestRole,              ///< QString; the problem, where there is one
        IsHeadRole,              ///< bool
    };

    explicit SnapshotModel(QObject *parent = nullptr);

    /// `start` is the time of the session's first record, `folder` the name of the folder that is browsed.
    void setEntries(SnapshotEntries entries, TimeMs start, const QString &folder);
    /// The entry of a row; nullptr for a head.
    [[nodiscard]] const SnapshotEntry *entryAt(int row) const;
    /// The row of the entry in the session that is at record #`number`, -1 where there is none.
    [[nodiscard]] int rowOf(std::uint64_t number) const;
    /// The row of the same snapshot, whatever is told of it now; -1 where it is gone.
    [[nodiscard]] int rowOf(const SnapshotEntry &entry) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QString head; ///< empty for an entry
        std::size_t entry = 0;
    };

    [[nodiscard]] QString timeOf(const SnapshotEntry &entry) const;

    SnapshotEntries m_entries;
    std::vector<Row> m_rows;
    TimeMs m_start = 0;
};

/// "▼ 2  △ 1 · 6 cascades · tutorial 3/7"
[[nodiscard]] QString digestWords(const StateDigest &digest);

} // namespace inspector
