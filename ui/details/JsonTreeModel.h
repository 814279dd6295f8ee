// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "ui/common/Theme.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace inspector {

/// A JSON value as a tree of keys and values. Branches are made when they are looked into, so that a value of
/// a million members opens at once.
class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTreeModel)

public:
    enum Column
    {
        Key,
        Value,
        ColumnCount,
    };
    enum Role
    {
        PathRole = Qt::UserRole, ///< "position.x": from the root to the row
        JsonRole,                ///< the value as JSON
    };

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    void setValue(const JsonValue &value);
    void setTheme(const Theme &theme);
    /// The row at `path`, the place among its siblings from the root down; invalid where there is none.
    [[nodiscard]] QModelIndex indexAt(const std::vector<int> &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;

    [[nodiscard]] Node &nodeOf(const QModelIndex &index) const;

    std::unique_ptr<Node> m_root;
    const Theme *m_theme = &Theme::dark();
};

/// A value in a few words: "12", "true", "{3}" for an object of three members, "[2]" for a list of two.
[[nodiscard]] QString shortJson(const JsonValue &value);

} // namespace inspector
