// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"
#include "core/diff/JsonChange.h"
#include "ui/common/Theme.h"

#include <QAbstractTableModel>

namespace inspector {

/// What differs between two states: where, what it was, and what it is. Each kind has its sign, so that its
/// colour is not all that tells it.
class DiffModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffModel)

public:
    enum Column
    {
        Sign,
        Path,
        Before,
        After,
        ColumnCount,
    };

    explicit DiffModel(QObject *parent = nullptr);

    [[nodiscard]] const JsonChanges &changes() const { return m_changes; }
    void setChanges(JsonChanges changes);
    void setTheme(const Theme &theme);
    /// What the two sides are called; "was" and "is" where nobody says otherwise.
    void setSideNames(const QString &before, const QString &after);
    /// Where the value of a row stands in the state.
    [[nodiscard]] ValuePath pathAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QColor colorOf(JsonChange::Kind kind) const;

    JsonChanges m_changes;
    QString m_before = tr("was"), m_after = tr("is");
    const Theme *m_theme = &Theme::dark();
};

} // namespace inspector
