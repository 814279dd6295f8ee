// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"
#include "ui/common/TextTableModel.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>

class QStackedLayout;
class QTableView;

namespace inspector {

class FrameSource;
class SessionCursor;
class ThemeController;

/// The overview as a table: the session in stretches of equal length, and what falls into each.
class OverviewTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewTable)

public:
    OverviewTable(
        FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeFrame();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    TextTableModel *m_model;
    QTableView *m_table;
    QStackedLayout *m_stack;
    std::shared_ptr<const SessionTracks> m_shown;
    QElapsedTimer m_sinceShown;
};

/// The rows: from, to, events, those that change state, gaps that end there, markers. At most some dozens, of
/// a length that people count in; the number of a row is ms from the start of the session to that of the
/// stretch.
[[nodiscard]] std::vector<TextTableModel::Row> overviewRows(const SessionTracks &tracks);

} // namespace inspector
