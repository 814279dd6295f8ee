// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/JsonTreeModel.h"

#include "core/base/EcmaJson.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

namespace inspector {

struct JsonTreeModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    QString key;
    JsonValue value;
    bool isOpened = false;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] std::size_t size() const
    {
        if (const JsonObject *object = value.asObject())
            return object->size();
        const JsonArray *array = value.asArray();
        return array == nullptr ? 0 : array->size();
    }

    void open()
    {
        if (isOpened)
            return;
        isOpened = true;
        children.reserve(size());
        if (const JsonObject *object = value.asObject()) {
            for (const JsonObject::Member &member : *object)
                append(words::text(member.key), member.value);
        } else if (const JsonArray *array = value.asArray()) {
            for (const JsonValue &element : *array)
                append(QString::number(children.size()), element);
        }
    }

    void append(const QString &name, const JsonValue &child)
    {
        auto node = std::make_unique<Node>();
        node->parent = this;
        node->row = static_cast<int>(children.size());
        node->key = name;
        node->value = child;
        children.push_back(std::move(node));
    }

    [[nodiscard]] QString path() const
    {
        if (parent == nullptr || parent->parent == nullptr)
            return key;
        return parent->path() + QLatin1Char('.') + key;
    }
};

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setValue(const JsonValue &value)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->value = value;
    m_root->open();
    endResetModel();
}

void JsonTreeModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    emit layoutChanged();
}

JsonTreeModel::Node &JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<Node *>(index.internalPointer()) : *m_root;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    Node &node = nodeOf(parent);
    return createIndex(row, column, node.children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::indexAt(const std::vector<int> &path) const
{
    QModelIndex at;
    for (const int row : path) {
        if (row >= rowCount(at)) // which makes the branch
            return {};
        at = index(row, Key, at);
    }
    return at;
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    Node *parent = nodeOf(child).parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    Node &node = nodeOf(parent);
    node.open();
    return static_cast<int>(node.children.size());
}

int JsonTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && nodeOf(parent).size() > 0;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Key ? node.key : shortJson(node.value);
    case Qt::ToolTipRole:
        return index.column() == Value && node.value.asString() != nullptr ? shortJson(node.value)
                                                                           : QVariant();
    case Qt::FontRole:
        return typography::fixed();
    case Qt::ForegroundRole:
        return index.column() == Key ? QVariant(m_theme->secondary) : QVariant();
    case PathRole:
        return node.path();
    case JsonRole:
        return words::text(toJsonText(node.value, JsonLayout::Compact));
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Key ? tr("key") : tr("value");
}

QString shortJson(const JsonValue &value)
{
    if (const JsonObject *object = value.asObject())
        return QStringLiteral("{%1}").arg(object->size());
    if (const JsonArray *array = value.asArray())
        return QStringLiteral("[%1]").arg(array->size());
    if (const std::string *string = value.asString())
        return words::text(*string);
    return words::text(toJsonText(value, JsonLayout::Compact));
}

} // namespace inspector
