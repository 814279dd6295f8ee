// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;
class QStackedLayout;
class QTableView;

namespace inspector {

class ChosenPanel;
class EmptyHint;
class FrameSource;
class ProblemModel;
class SessionCursor;
class ThemeController;
class ToolProblems;

/// The list of problems, and the chosen one in full; choosing one goes to where it occurred first. A kind can
/// be muted.
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

    /// Kinds that are not shown.
    [[nodiscard]] const QStringList &muted() const { return m_muted; }
    void setMuted(const QStringList &kinds);

signals:
    /// How many rows there are.
    void countChanged(int count);
    void mutedChanged();

private:
    enum class Place
    {
        First,
        Last,
    };

    void makePanel();
    void makeTable();
    void takeFrame();
    void showToolProblems();
    void showRows();
    void showChosen();
    void goTo(Place place);
    void muteChosen();
    void unmuteAll();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ToolProblems &m_toolProblems;
    ProblemModel *m_model;
    QTableView *m_table;
    ChosenPanel *m_panel;
    QPushButton *m_first, *m_last, *m_mute;
    QPushButton *m_unmute;
    EmptyHint *m_empty;
    QWidget *m_list;
    QStackedLayout *m_stack;
    QStringList m_muted;
    int m_count = 0;
};

} // namespace inspector
