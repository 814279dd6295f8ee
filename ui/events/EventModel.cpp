// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventModel.h"

#include "ui/common/FrameSource.h"
#include "ui/common/RecordCache.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/events/ChangeWords.h"

#include <algorithm>

namespace inspector {

namespace {

QString nameOf(const NameTable::Name &name)
{
    if (name.isOthers)
        return EventModel::tr("(one of many names)");
    if (name.type == SessionRecord::Type::Event)
        return name.text.empty() ? EventModel::tr("(event without a name)") : words::text(name.text);
    return words::text(name.text);
}

} // namespace

EventModel::EventModel(FrameSource &source, RecordCache &cache, std::uint64_t mostRows, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_cache(cache)
    , m_rows{mostRows}
{
    connect(&source, &FrameSource::sessionChanged, this, &EventModel::takeSession);
    connect(&source, &FrameSource::frameChanged, this, &EventModel::takeFrame);
    connect(&cache, &RecordCache::arrived, this, [this] {
        if (m_rows.size > 0)
            emit dataChanged(
                index(0, Changes), index(rowCount() - 1, Changes), {Qt::DisplayRole, Qt::ForegroundRole});
    });
}

void EventModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    if (m_rows.size > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::ForegroundRole});
}

void EventModel::setHovered(std::uint64_t number)
{
    if (number == m_hovered)
        return;
    for (const std::uint64_t each : {std::exchange(m_hovered, number), number}) {
        const int row = each == 0 ? -1 : rowOf(each);
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1), {Qt::BackgroundRole});
    }
}

std::uint64_t EventModel::wantedRows() const
{
    const InspectorFrame &frame = m_source.frame();
    return frame.filtered ? frame.filtered->matches.size() : frame.size();
}

std::optional<EventFilter> EventModel::filter() const
{
    const InspectorFrame &frame = m_source.frame();
    return frame.filtered ? std::optional(frame.filtered->filter) : std::nullopt;
}

void EventModel::takeSession()
{
    m_filter = filter();
    setWindow(RowWindow{m_rows.most}.grownTo(wantedRows()));
    emit rowsReplaced();
}

void EventModel::setWindow(const RowWindow &window)
{
    beginResetModel();
    m_rows = window;
    endResetModel();
}

void EventModel::takeWarnings()
{
    const auto &report = m_source.frame().report;
    const auto before = std::exchange(m_report, report);
    if (before == report || (before != nullptr && before->issues == report->issues))
        return; // while a game plays each frame has a report of its own
    m_warnings.clear();
    for (const ReadIssue &issue : report->issues) {
        if (issue.record == 0)
            continue;
        QString &warning = m_warnings[issue.record];
        warning += (warning.isEmpty() ? QString() : QStringLiteral("; ")) + words::text(issue.reason);
    }
    if (m_rows.size > 0)
        emit dataChanged(index(0, Changes), index(rowCount() - 1, Changes), {Qt::DisplayRole});
}

void EventModel::takeFrame()
{
    takeWarnings();
    const std::uint64_t rows = wantedRows();
    if (rows < m_rows.total || filter() != m_filter)
        return takeSession();
    const RowWindow grown = m_rows.grownTo(rows);
    if (grown.size == m_rows.size) {
        m_rows = grown;
        return;
    }
    beginInsertRows({}, rowCount(), static_cast<int>(grown.size) - 1);
    m_rows = grown;
    endInsertRows();
}

RowWindow EventModel::windowAround(std::uint64_t number) const
{
    const std::uint64_t count = countUpTo(number);
    return m_rows.around(count == 0 ? 0 : count - 1);
}

std::uint64_t EventModel::numberOf(std::uint64_t place) const
{
    if (place >= wantedRows())
        return 0;
    const InspectorFrame &frame = m_source.frame();
    return frame.filtered ? frame.filtered->matches[place] : place + 1;
}

std::uint64_t EventModel::numberAt(int row) const
{
    return row < 0 ? 0 : numberOf(m_rows.first + static_cast<std::uint64_t>(row));
}

std::uint64_t EventModel::countUpTo(std::uint64_t number) const
{
    const InspectorFrame &frame = m_source.frame();
    return std::min(frame.filtered ? frame.filtered->matches.countUpTo(number) : number, m_rows.total);
}

int EventModel::rowOf(std::uint64_t number) const
{
    const std::uint64_t count = countUpTo(number);
    const bool isIn = count > m_rows.first && count <= m_rows.end();
    return isIn ? static_cast<int>(count - m_rows.first) - 1 : -1;
}

QString EventModel::filterName(int row) const
{
    const std::uint64_t number = numberAt(row);
    if (number == 0 || !m_source.frame().timeline)
        return {};
    const SessionIndex &index = m_source.frame().timeline->index();
    const NameTable::Name name = index.names().name(index.entry(number).name);
    return name.isOthers ? QString() : words::text(name.text);
}

std::uint64_t EventModel::searched() const
{
    const InspectorFrame &frame = m_source.frame();
    return frame.filtered ? frame.filtered->searched : frame.size();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size);
}

int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    const std::uint64_t number = index.isValid() ? numberAt(index.row()) : 0;
    if (number == 0 || !m_source.frame().timeline)
        return {};
    const bool isNumber = index.column() <= Delta;
    switch (role) {
    case Qt::DisplayRole:
        return text(number, index.row(), index.column());
    case Qt::FontRole:
        return typography::plain(index.column() == Changes ? typography::table() : typography::fixed(),
            data(index, Qt::DisplayRole).toString());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return color(number, index.column());
    case Qt::BackgroundRole:
        return number == m_hovered ? QVariant(m_theme->raised) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Changes ? text(number, index.row(), Changes) : QVariant();
    default:
        return {};
    }
}

QVariant EventModel::text(std::uint64_t number, int row, int column) const
{
    const InspectorFrame &frame = m_source.frame();
    const IndexEntry entry = frame.timeline->index().entry(number);
    switch (column) {
    case Number:
        return words::count(number);
    case Time:
        return words::elapsed(frame.timeline->index().timeOf(number) - frame.tracks->firstTime);
    case Delta: {
        const std::uint64_t place = m_rows.first + static_cast<std::uint64_t>(row);
        if (place == 0)
            return QString();
        const std::uint64_t before = numberOf(place - 1);
        return words::value(frame.timeline->index().timeOf(number) - frame.timeline->index().timeOf(before));
    }
    case Name:
        return nameOf(frame.timeline->index().names().name(entry.name));
    case Changes:
        return outcome(number);
    default:
        return {};
    }
}

QString EventModel::outcome(std::uint64_t number) const
{
    const RecordDetails *details = m_cache.details(number);
    QString text = details == nullptr ? QString() : changeWords(*details, m_source.catalogue()).text;
    if (const auto warning = m_warnings.find(number); warning != m_warnings.end())
        text += (text.isEmpty() ? QStringLiteral("⚠ ") : QStringLiteral("  ⚠ ")) + warning->second;
    return text;
}

QVariant EventModel::color(std::uint64_t number, int column) const
{
    const IndexEntry entry = m_source.frame().timeline->index().entry(number);
    if (column == Number)
        return {};
    if (column <= Delta)
        return m_theme->secondary;
    return entry.changesState ? QVariant() : QVariant(m_theme->secondary);
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section <= Delta ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("#");
    case Time:
        return tr("time");
    case Delta:
        return tr("Δ ms");
    case Name:
        return tr("event");
    case Changes:
        return tr("what it changed");
    default:
        return {};
    }
}

} // namespace inspector
