// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"
#include "core/state/WorldState.h"
#include "ui/common/Theme.h"

#include <QAbstractTableModel>

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace inspector {

/// The factions of a state, a row each: those of the catalogue first, also where nothing is known of them
/// yet, then the others in key order.
class FactionModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactionModel)

public:
    enum Column
    {
        Name,
        Attitude,
        Fame,
        Infamy,
        LastChange,
        Why,
        Cascades,
        LastSource,
        ColumnCount,
    };
    enum Role
    {
        IdRole = Qt::UserRole, ///< QString
        HistoryRole,           ///< QStringList: the newest ten changes of attitude, newest first
    };

    explicit FactionModel(const FactionCatalogue &catalogue, QObject *parent = nullptr);

    /// Ids of factions.
    using Ids = std::set<std::string, std::less<>>;

    /// `start` is the time that times are told from, ms since the epoch. `untold` have an attitude, but zeros
    /// for a fame and an infamy that no event told.
    void setState(const WorldState &state, TimeMs start, Ids untold = {});
    void setTheme(const Theme &theme);

    /// The row of a faction, -1 where there is none.
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] QString idAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant text(const std::string &id, int column) const;
    [[nodiscard]] QVariant known(const FactionRecord &record, int column) const;
    [[nodiscard]] const FactionRecord *recordAt(int row) const;

    const FactionCatalogue &m_catalogue;
    const Theme *m_theme = &Theme::dark();
    WorldState m_state;
    TimeMs m_start = 0;
    std::vector<std::string> m_ids;
    Ids m_untold;
};

} // namespace inspector
