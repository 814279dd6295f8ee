// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factions/FactionModel.h"

#include "ui/common/AttitudeWords.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QFont>

#include <algorithm>
#include <array>
#include <utility>

namespace inspector {

namespace {

QString historyLine(const AttitudeChange &change, TimeMs start)
{
    QString line = words::elapsed(change.occurredAt.value_or(start) - start) + QStringLiteral("  ") +
                   words::text(change.oldAttitude.value_or("?")) + QStringLiteral(" → ") +
                   words::text(change.newAttitude.value_or("?"));
    if (change.cascade)
        line +=
            FactionModel::tr(", cascade from %1")
                .arg(words::text(change.sourceFactionName.value_or(change.sourceFactionId.value_or("?"))));
    return line;
}

} // namespace

FactionModel::FactionModel(const FactionCatalogue &catalogue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalogue(catalogue)
{}

void FactionModel::setState(const WorldState &state, TimeMs start, Ids untold)
{
    std::vector<std::string> ids;
    const FactionState &factions = state.get<FactionSlice>();
    if (!factions.byId.empty()) {
        for (const Faction &faction : m_catalogue.factions())
            ids.push_back(faction.id);
    }
    factions.byId.forEach([&](std::string_view id, const FactionRecord &) {
        if (m_catalogue.find(id) == nullptr)
            ids.emplace_back(id);
    });
    const bool isSame =
        &factions == &m_state.get<FactionSlice>() && start == m_start && ids == m_ids && untold == m_untold;
    if (isSame)
        return;
    const bool hasOtherRows = ids != m_ids;
    if (hasOtherRows)
        beginResetModel();
    m_state = state;
    m_start = start;
    m_ids = std::move(ids);
    m_untold = std::move(untold);
    if (hasOtherRows)
        endResetModel();
    else if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FactionModel::setTheme(const Theme &theme)
{
    m_theme = &theme;
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::ForegroundRole});
}

int FactionModel::rowOf(const QString &id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id.toStdString());
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

QString FactionModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? QString() : words::text(m_ids[static_cast<std::size_t>(row)]);
}

int FactionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int FactionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const FactionRecord *FactionModel::recordAt(int row) const
{
    return m_state.get<FactionSlice>().byId.find(m_ids[static_cast<std::size_t>(row)]);
}

QVariant FactionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const std::string &id = m_ids[static_cast<std::size_t>(index.row())];
    const FactionRecord *record = recordAt(index.row());
    const bool isNumber = index.column() == Fame || index.column() == Infamy || index.column() == Cascades;
    switch (role) {
    case Qt::DisplayRole:
        return text(id, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        if (index.column() == Name)
            return typography::strong();
        return isNumber || index.column() == LastChange ? typography::fixed() : typography::table();
    case Qt::ForegroundRole:
        if (index.column() == Attitude && record != nullptr)
            return m_theme->readable(m_theme->attitude(record->attitude), m_theme->selection);
        if (m_untold.count(id) > 0 && (index.column() == Fame || index.column() == Infamy))
            return m_theme->secondary;
        return index.column() == Name || isNumber ? QVariant() : QVariant(m_theme->secondary);
    case Qt::ToolTipRole:
        if (record == nullptr)
            return tr("No event told anything of this faction yet");
        return (QStringList(m_untold.count(id) > 0 ? tr("No event told fame and infamy yet")
                                                   : nextAttitudes(m_catalogue.find(id), *record)) +
                data(index, HistoryRole).toStringList())
            .join(QLatin1Char('\n'));
    case IdRole:
        return words::text(id);
    case HistoryRole: {
        QStringList lines;
        if (record != nullptr) {
            for (const auto &change : record->attitudeHistory)
                lines.prepend(historyLine(*change, m_start));
        }
        return lines;
    }
    default:
        return {};
    }
}

QVariant FactionModel::text(const std::string &id, int column) const
{
    if (column == Name)
        return words::text(m_catalogue.nameOf(id));
    const FactionRecord *record = m_state.get<FactionSlice>().byId.find(id);
    if (record == nullptr)
        return column == Attitude ? tr("no data yet") : QVariant();
    if (m_untold.count(id) > 0 && (column == Fame || column == Infamy))
        return tr("not told");
    return known(*record, column);
}

QVariant FactionModel::known(const FactionRecord &record, int column) const
{
    switch (column) {
    case Attitude:
        return words::attitude(record.attitude);
    case Fame:
        return words::value(record.fame);
    case Infamy:
        return words::value(record.infamy);
    case LastChange:
        return record.updatedAt ? words::elapsed(*record.updatedAt - m_start) : QString();
    case Why:
        return words::text(record.lastReason.value_or(""));
    case Cascades:
        return words::value(record.cascadeCount);
    case LastSource: {
        if (!record.lastCascade)
            return QString();
        const ReceivedCascade &cascade = **record.lastCascade;
        return words::text(
            cascade.sourceFactionName.value_or(m_catalogue.nameOf(cascade.sourceFactionId.value_or(""))));
    }
    default:
        return {};
    }
}

QVariant FactionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Fame || section == Infamy || section == Cascades;
        return QVariant::fromValue((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("faction");
    case Attitude:
        return tr("attitude");
    case Fame:
        return tr("fame");
    case Infamy:
        return tr("infamy");
    case LastChange:
        return tr("last change");
    case Why:
        return tr("why");
    case Cascades:
        return tr("cascades");
    case LastSource:
        return tr("last from");
    default:
        return {};
    }
}

} // namespace inspector
