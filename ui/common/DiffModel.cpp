// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/DiffModel.h"

#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/json/JsonTreeModel.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

using Kind = JsonChange::Kind;

QString signOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return QStringLiteral("+");
    case Kind::Removed:
        return QStringLiteral("−");
    case Kind::Moved:
        return QStringLiteral("↕");
    case Kind::Changed:
        break;
    }
    return QStringLiteral("~");
}

} // namespace

DiffModel::DiffModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void DiffModel::setChanges(JsonChanges changes)
{
    if (changes == m_changes)
        return;
    beginResetModel();
    m_changes = std::move(changes);
    endResetModel();
}

void DiffModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    if (!m_changes.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

/// A JSON pointer says ~1 for / and ~0 for ~.
ValuePath DiffModel::pathAt(int row) const
{
    ValuePath path;
    const JsonChange &change = m_changes[static_cast<std::size_t>(row)];
    const QString pointer = words::text(change.pointer);
    const QStringList parts = pointer.split(QLatin1Char('/'));
    for (const QString &part : parts.mid(1)) {
        QString key = part;
        path.push_back(key.replace(QStringLiteral("~1"), QStringLiteral("/"))
                           .replace(QStringLiteral("~0"), QStringLiteral("~"))
                           .toStdString());
    }
    // An element that went has no place any more, and another one may have its number: its list is meant.
    const bool isNumber = !parts.last().isEmpty() && std::all_of(parts.last().begin(), parts.last().end(),
                                                         [](QChar c) { return c.isDigit(); });
    if (change.kind == Kind::Removed && isNumber)
        path.pop_back();
    return path;
}

int DiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int DiffModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QColor DiffModel::colorOf(JsonChange::Kind kind) const
{
    switch (kind) {
    case Kind::Added:
        return m_theme->friendly;
    case Kind::Removed:
        return m_theme->hostile;
    default:
        return m_theme->unfriendly;
    }
}

QVariant DiffModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonChange &change = m_changes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Sign)
            return signOf(change.kind);
        if (index.column() == Path)
            return words::text(change.path);
        if (index.column() == Before)
            return change.kind == Kind::Added ? QString() : shortJson(change.before);
        return change.kind == Kind::Removed ? QString() : shortJson(change.after);
    case Qt::ToolTipRole:
        return QString(words::text(change.path) + QStringLiteral(": ") + shortJson(change.before) +
                       QStringLiteral(" → ") + shortJson(change.after));
    case Qt::FontRole:
        return typography::fixed();
    case Qt::ForegroundRole:
        if (index.column() == Before)
            return m_theme->secondary;
        return index.column() == After
                   ? QVariant()
                   : QVariant(m_theme->readable(colorOf(change.kind), m_theme->selection));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (index.column() == Sign ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

void DiffModel::setSideNames(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
    emit headerDataChanged(Qt::Horizontal, Before, After);
}

QVariant DiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Sign:
        return QString();
    case Path:
        return tr("value");
    case Before:
        return m_before;
    default:
        return m_after;
    }
}

} // namespace inspector
