// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/EventFilter.h"
#include "core/session/ReadReport.h"
#include "ui/common/Theme.h"
#include "ui/events/RowWindow.h"

#include <QAbstractTableModel>
#include <QString>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

namespace inspector {

class FrameSource;
class RecordCache;

/// The records of the session, or those that pass the filter, a row each; where they are very many, those of
/// a window that is moved to what is wanted. Holds none of them: numbers, times and names come from the
/// index, the rest is looked up while it is in sight.
class EventModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventModel)

public:
    enum Column
    {
        Number,
        Time,
        Delta,
        Name,
        Changes,
        ColumnCount,
    };

    /// With a window of so many rows. Both must outlive it.
    EventModel(FrameSource &source, RecordCache &cache, std::uint64_t mostRows, QObject *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Lifts a record's row from its ground, as the mouse is over it in whatever view; 0 for none.
    void setHovered(std::uint64_t number);

    /// The record in a row, and the last row that is not behind a record; 0 and -1 for none, -1 also where
    /// that row is not in the window.
    [[nodiscard]] std::uint64_t numberAt(int row) const;
    [[nodiscard]] int rowOf(std::uint64_t number) const;
    /// Which of all rows the model has, and which it would have to have for a record and some around it.
    [[nodiscard]] const RowWindow &window() const { return m_rows; }
    [[nodiscard]] RowWindow windowAround(std::uint64_t number) const;
    /// Resets the model.
    void setWindow(const RowWindow &window);
    /// Of a row by its place in all of them; 0 for none.
    [[nodiscard]] std::uint64_t numberOf(std::uint64_t place) const;
    /// The name that a filter knows the record in a row by; empty where it has none of its own.
    [[nodiscard]] QString filterName(int row) const;
    /// How many of the records were looked at, where a filter is at work.
    [[nodiscard]] std::uint64_t searched() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The rows are those of another session or filter.
    void rowsReplaced();

private:
    void takeFrame();
    void takeSession();
    [[nodiscard]] std::uint64_t wantedRows() const;
    /// Of all rows, how many are not behind a record.
    [[nodiscard]] std::uint64_t countUpTo(std::uint64_t number) const;
    [[nodiscard]] std::optional<EventFilter> filter() const;
    [[nodiscard]] QVariant text(std::uint64_t number, int row, int column) const;
    /// What it changed, and what was odd about it.
    [[nodiscard]] QString outcome(std::uint64_t number) const;
    void takeWarnings();
    [[nodiscard]] QVariant color(std::uint64_t number, int column) const;

    FrameSource &m_source;
    RecordCache &m_cache;
    const Theme *m_theme = &Theme::dark();
    RowWindow m_rows;
    std::uint64_t m_hovered = 0;
    std::map<std::uint64_t, QString> m_warnings; // by record, of those that the report keeps
    std::shared_ptr<const ReadReport> m_report;  // that they are of
    std::optional<EventFilter> m_filter;         // that the rows are of
};

} // namespace inspector
