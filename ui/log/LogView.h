// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/Event.h"
#include "ui/common/TextTableModel.h"

#include <QWidget>

#include <vector>

class QStackedLayout;
class QTableView;

namespace inspector {

class ThemeController;

/// What the tool's own pipeline told on its bus, `telemetry:*`: the newest last.
class LogView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)

public:
    explicit LogView(ThemeController &theme, QWidget *parent = nullptr);

    void add(const Event &event);

private:
    TextTableModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    std::vector<TextTableModel::Row> m_rows;
};

/// The rows of an event: time, name, writer, file, ms, cause. One with summaries of writers makes one for
/// each.
[[nodiscard]] std::vector<TextTableModel::Row> logRows(const Event &event);

} // namespace inspector
