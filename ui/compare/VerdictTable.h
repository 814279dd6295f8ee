// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/AlignedComparison.h"
#include "ui/common/TitledList.h"

class QPushButton;
class QTableView;

namespace inspector {

class TextTableModel;
struct Theme;

/// What differs between two sessions, the greatest first, and where they part.
class VerdictTable final : public TitledList
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictTable)

public:
    explicit VerdictTable(QWidget *parent = nullptr);

    void setComparison(const AlignedComparison &comparison);
    void setTheme(const Theme &theme);
    [[nodiscard]] QTableView &table() const { return *m_table; }

signals:
    /// Somebody wants to see a record of the head.
    void placeWanted(quint64 number);

private:
    explicit VerdictTable(QTableView &table, QWidget *parent);

    QTableView *m_table;
    TextTableModel *m_model;
    QPushButton *m_part;
    quint64 m_partingRecord = 0;
};

} // namespace inspector
