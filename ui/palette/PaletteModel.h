// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/Theme.h"
#include "ui/palette/PaletteEntry.h"

#include <QAbstractTableModel>

#include <vector>

namespace inspector {

/// The entries that answer what was typed, the best first; in their own order where nothing was typed.
class PaletteModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteModel)

public:
    enum Column
    {
        Title,
        Detail,
        ColumnCount,
    };
    static constexpr std::size_t mostShown = 200;

    PaletteModel(std::vector<PaletteEntry> entries, const Theme &theme, QObject *parent = nullptr);

    void setTyped(const QString &typed);
    /// What is in a row; nullptr where there is none.
    [[nodiscard]] const PaletteEntry *entryAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_shown; // of the entries
    const Theme &m_theme;
};

} // namespace inspector
