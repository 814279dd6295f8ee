// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PictureSource.h"
#include "ui/plot/TrackAxis.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QStackedLayout;
class QTableView;
class QTabWidget;

namespace inspector {

class BarPlot;
class EmptyHint;
class FrameSource;
class LanePlot;
class PromptCard;
class SessionCursor;
class TextTableModel;
class ThemeController;
class TimeRuler;

/// The tutorial: how far it is, its steps over time, the prompt at the cursor, steps, snapshots and
/// transcript as tables, and how long each step took.
class TutorialView final : public QWidget, public PictureSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TutorialView)

public:
    TutorialView(
        FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *canvas() const;
    [[nodiscard]] BarPlot &durations() const;
    /// Brings them in front.
    void showDurations();
    /// Of the durations where they are in front, else of the steps over time.
    [[nodiscard]] PlotPicture picture() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeBody();
    QTableView *addTable(TextTableModel &model, const QString &title);
    void nameTab(int tab, const QString &title);
    void takeFrame();
    void showLanes();
    void showCursor();
    void showProgress();
    void showLimits();
    void fillDurations();

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ThemeController &m_theme;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    LanePlot *m_plot;
    TimeRuler *m_ruler;
    PromptCard *m_prompt;
    QTabWidget *m_tabs;
    BarPlot *m_durations;
    TextTableModel *m_steps, *m_snapshots, *m_transcript;
    EmptyHint *m_empty;
    QStackedLayout *m_stack;
    TrackAxis m_axis;
};

} // namespace inspector
