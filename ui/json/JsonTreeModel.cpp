// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/JsonTreeModel.h"

#include "core/base/EcmaJson.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace inspector {

namespace {

/// How many members or elements there are.
std::size_t sizeOf(const JsonValue &value)
{
    if (const JsonObject *object = value.asObject())
        return object->size();
    const JsonArray *array = value.asArray();
    return array == nullptr ? 0 : array->size();
}

} // namespace

struct JsonTreeModel::Node
{
    Node *parent = nullptr;
    int row = 0;
    std::string key; // as it is: two of them may be one QString
    JsonValue value;
    bool isOpened = false;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] std::size_t size() const { return sizeOf(value); }
    /// While it is updated the value is ahead of the rows.
    [[nodiscard]] bool hasChildren() const { return isOpened ? !children.empty() : size() > 0; }

    void open()
    {
        if (isOpened)
            return;
        isOpened = true;
        children.reserve(size());
        if (const JsonObject *object = value.asObject()) {
            for (const JsonObject::Member &member : *object)
                append(member.key, member.value);
        } else if (const JsonArray *array = value.asArray()) {
            for (const JsonValue &element : *array)
                append(std::to_string(children.size()), element);
        }
    }

    void append(std::string name, const JsonValue &child)
    {
        children.push_back(make(std::move(name), child));
        children.back()->row = static_cast<int>(children.size()) - 1;
    }

    [[nodiscard]] std::unique_ptr<Node> make(std::string name, const JsonValue &child)
    {
        auto node = std::make_unique<Node>();
        node->parent = this;
        node->key = std::move(name);
        node->value = child;
        return node;
    }

    void number(std::size_t from)
    {
        for (std::size_t i = from; i < children.size(); ++i)
            children[i]->row = static_cast<int>(i);
    }

    [[nodiscard]] QString path() const
    {
        if (parent == nullptr || parent->parent == nullptr)
            return words::text(key);
        return parent->path() + QLatin1Char('.') + words::text(key);
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

void JsonTreeModel::update(const JsonValue &value)
{
    update(*m_root, value);
}

void JsonTreeModel::update(Node &node, const JsonValue &value)
{
    if (node.value == value)
        return;
    if (node.size() == 0 || sizeOf(value) == 0)
        node.open(); // a row that gets its first child, or loses its last, has to say so
    node.value = value;
    if (node.isOpened) {
        const JsonObject *object = value.asObject();
        const JsonArray *list = value.asArray();
        if (object != nullptr)
            updateObject(node, *object);
        else if (list != nullptr)
            updateList(node, *list);
        else
            removeChildren(node, 0, node.children.size());
    }
    if (&node == m_root.get())
        return;
    const QModelIndex changed = indexOfNode(node).siblingAtColumn(Value);
    emit dataChanged(changed, changed);
}

void JsonTreeModel::updateList(Node &node, const JsonArray &list)
{
    if (list.size() < node.children.size())
        removeChildren(node, list.size(), node.children.size() - list.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        node.children[i]->key = std::to_string(i);
        update(*node.children[i], list[i]);
    }
    std::vector<std::unique_ptr<Node>> rows;
    for (std::size_t i = node.children.size(); i < list.size(); ++i)
        rows.push_back(node.make(std::to_string(i), list[i]));
    insertChildren(node, node.children.size(), std::move(rows));
}

/// Members that are still there, in the order that they have now; a member that stands elsewhere comes anew.
void JsonTreeModel::updateObject(Node &node, const JsonObject &object)
{
    for (std::size_t end = node.children.size(); end > 0;) {
        const auto isGone = [&](std::size_t i) { return object.find(node.children[i]->key) == nullptr; };
        std::size_t begin = end;
        while (begin > 0 && isGone(begin - 1))
            --begin;
        removeChildren(node, begin, end - begin);
        end = begin == end ? end - 1 : begin;
    }
    std::unordered_set<std::string_view> known; // keys of the children, which hold them
    for (const auto &child : node.children)
        known.insert(child->key);
    std::size_t at = 0;
    std::vector<std::unique_ptr<Node>> rows; // to come in front of `at`
    const auto insert = [&] {
        const std::size_t count = rows.size();
        insertChildren(node, at, std::exchange(rows, {}));
        at += count;
    };
    for (const JsonObject::Member &member : object) {
        if (!known.contains(member.key)) {
            rows.push_back(node.make(member.key, member.value));
            continue;
        }
        insert();
        std::size_t place = at;
        while (node.children[place]->key != member.key)
            ++place;
        for (std::size_t i = at; i < place; ++i)
            known.erase(node.children[i]->key);
        removeChildren(node, at, place - at);
        update(*node.children[at++], member.value);
    }
    insert();
}

void JsonTreeModel::removeChildren(Node &node, std::size_t first, std::size_t count)
{
    if (count == 0)
        return;
    beginRemoveRows(indexOfNode(node), static_cast<int>(first), static_cast<int>(first + count) - 1);
    const auto begin = node.children.begin() + static_cast<std::ptrdiff_t>(first);
    node.children.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    node.number(first);
    endRemoveRows();
}

void JsonTreeModel::insertChildren(Node &node, std::size_t first, std::vector<std::unique_ptr<Node>> rows)
{
    if (rows.empty())
        return;
    beginInsertRows(indexOfNode(node), static_cast<int>(first), static_cast<int>(first + rows.size()) - 1);
    node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(first),
        std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    node.number(first);
    endInsertRows();
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

QModelIndex JsonTreeModel::indexOfNode(const Node &node) const
{
    return &node == m_root.get() ? QModelIndex() : createIndex(node.row, Key, &node);
}

QModelIndex JsonTreeModel::indexOf(const std::vector<std::string> &keys) const
{
    QModelIndex at;
    for (const std::string &key : keys) {
        Node &node = nodeOf(at);
        node.open();
        const auto found = std::find_if(node.children.begin(), node.children.end(),
            [&](const std::unique_ptr<Node> &child) { return child->key == key; });
        if (found == node.children.end())
            return {};
        at = indexOfNode(**found);
    }
    return at;
}

std::vector<std::string> JsonTreeModel::keysOf(const QModelIndex &index) const
{
    std::vector<std::string> keys;
    for (const Node *node = &nodeOf(index); node->parent != nullptr; node = node->parent)
        keys.push_back(node->key);
    std::reverse(keys.begin(), keys.end());
    return keys;
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    return indexOfNode(*nodeOf(child).parent);
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
    return parent.column() <= 0 && nodeOf(parent).hasChildren();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Key ? words::text(node.key) : shortJson(node.value);
    case Qt::ToolTipRole:
        return index.column() == Value && node.value.asString() != nullptr ? shortJson(node.value)
                                                                           : QVariant();
    case Qt::FontRole:
        return typography::plain(typography::fixed(), data(index, Qt::DisplayRole).toString());
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
