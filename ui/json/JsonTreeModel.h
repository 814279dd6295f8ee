// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "ui/common/Theme.h"

#include <QAbstractItemModel>

#include <memory>
#include <string>
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
    /// The same value at another time: rows that are still there stay, with what is chosen and opened.
    void update(const JsonValue &value);
    void setTheme(const Theme &theme);
    /// The row at `path`, the place among its siblings from the root down; invalid where there is none.
    [[nodiscard]] QModelIndex indexAt(const std::vector<int> &path) const;
    /// The row that keys, and places in lists, lead to; invalid where there is none.
    [[nodiscard]] QModelIndex indexOf(const std::vector<std::string> &keys) const;
    /// What leads from the root to a row.
    [[nodiscard]] std::vector<std::string> keysOf(const QModelIndex &index) const;

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
    [[nodiscard]] QModelIndex indexOfNode(const Node &node) const;
    void update(Node &node, const JsonValue &value);
    void updateList(Node &node, const JsonArray &list);
    void updateObject(Node &node, const JsonObject &object);
    void removeChildren(Node &node, std::size_t first, std::size_t count);
    void insertChildren(Node &node, std::size_t first, std::vector<std::unique_ptr<Node>> rows);

    std::unique_ptr<Node> m_root;
    const Theme *m_theme = &Theme::dark();
};

/// A value in a few words: "12", "true", "{3}" for an object of three members, "[2]" for a list of two.
[[nodiscard]] QString shortJson(const JsonValue &value);

} // namespace inspector
