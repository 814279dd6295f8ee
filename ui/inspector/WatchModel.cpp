// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/WatchModel.h"

#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/inspector/ValueTracer.h"
#include "ui/json/JsonTreeModel.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

/// As much of a path as tells it from others in a narrow list: its last two parts.
QString shortPath(const ValuePath &path)
{
    constexpr std::ptrdiff_t shown = 2;
    const auto first = path.end() - std::min<std::ptrdiff_t>(shown, std::ssize(path));
    return words::text(pathText({first, path.end()}));
}

} // namespace

WatchModel::WatchModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void WatchModel::setPaths(std::vector<ValuePath> paths)
{
    beginResetModel();
    m_paths = std::move(paths);
    m_values.assign(m_paths.size(), {});
    m_lines.assign(m_paths.size(), {});
    endResetModel();
}

void WatchModel::setState(const WorldState &state)
{
    std::vector<QString> values;
    for (const ValuePath &path : m_paths)
        values.push_back(shortJson(valueAt(state, path)));
    if (std::exchange(m_values, values) != values)
        changed(Value);
}

void WatchModel::setHistories(const ValueTracer &tracer, TimeMs now)
{
    std::vector<Sparkline> lines;
    for (const ValuePath &path : m_paths) {
        const ValueHistory *history = tracer.historyOf(path);
        lines.push_back(history == nullptr ? Sparkline() : sparklineOf(*history, now));
    }
    if (std::exchange(m_lines, lines) != lines)
        changed(History);
}

void WatchModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    changed(Path);
}

void WatchModel::changed(Column column)
{
    if (!m_paths.empty())
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
}

int WatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_paths.size());
}

int WatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WatchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Path)
            return shortPath(m_paths[row]);
        return index.column() == Value ? QVariant(m_values[row]) : QVariant();
    case Qt::ToolTipRole:
        return QString(words::text(pathText(m_paths[row])) + QStringLiteral(": ") + m_values[row]);
    case Qt::FontRole:
        return typography::fixed();
    case Qt::ForegroundRole:
        return index.column() == Path ? QVariant(m_theme->secondary) : QVariant();
    case SparklineRole:
        return QVariant::fromValue(m_lines[row]);
    default:
        return {};
    }
}

} // namespace inspector
