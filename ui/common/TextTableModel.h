// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/Theme.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace inspector {

/// A short table of texts that is made anew when its source changes, such as the steps of a tutorial.
class TextTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextTableModel)

public:
    enum class Look
    {
        Text,
        Secondary, ///< text that need not be read first
        Fixed,     ///< times, ids, paths
        Number,    ///< in the fixed-width font, to the right
    };

    struct ColumnSpec
    {
        QString title;
        Look look = Look::Text;
    };

    struct Row
    {
        QStringList cells;
        std::uint64_t number = 0; ///< the record that it is about; 0 for none
        QString toolTip;

        friend bool operator==(const Row &, const Row &) = default;
    };

    enum Role
    {
        NumberRole = Qt::UserRole, ///< Row::number, as quint64
    };

    explicit TextTableModel(std::vector<ColumnSpec> columns, QObject *parent = nullptr);

    void setRows(std::vector<Row> rows);
    void setTheme(const Theme &theme);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ColumnSpec> m_columns;
    std::vector<Row> m_rows;
    const Theme *m_theme = &Theme::dark();
};

} // namespace inspector
