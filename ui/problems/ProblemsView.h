// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTableView;

namespace inspector {

class EmptyHint;
class FrameSource;
class ProblemModel;
class SessionCursor;
class ThemeController;
class ToolProblems;

/// The list of problems; choosing one goes to its line.
class ProblemsView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemsView)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        ToolProblems &toolProblems;
    };

    explicit ProblemsView(const Parts &parts, QWidget *parent = nullptr);

signals:
    /// How many rows there are.
    void countChanged(int count);

private:
    void takeFrame();
    void showToolProblems();
    void showRows();
    void goTo(const QModelIndex &index);

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ToolProblems &m_toolProblems;
    ProblemModel *m_model;
    QTableView *m_table;
    EmptyHint *m_empty;
    QStackedLayout *m_stack;
    int m_count = 0;
};

} // namespace inspector
