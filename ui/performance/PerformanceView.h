// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/Event.h"
#include "ui/common/BackgroundTask.h"
#include "ui/performance/PerformanceContent.h"
#include "ui/plot/PictureSource.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QStackedLayout;
class QTableView;

namespace inspector {

class FrameSource;
class HistogramPlot;
class RatePlot;
class SessionCursor;
class ThemeController;

/// How fast the tool is, and how much the game tells: what an event takes, events a second by domain, what
/// writers take, and whose clock each is from.
class PerformanceView final : public QWidget, public PictureSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PerformanceView)

public:
    PerformanceView(
        FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent = nullptr);

    /// An event of the window's own pipeline.
    void takeEvent(const Event &event);
    [[nodiscard]] const PerformanceFigures &figures() const { return m_figures; }
    /// All figures as text, with the versions that they are of.
    [[nodiscard]] QString text() const;
    [[nodiscard]] HistogramPlot &histogram() const { return *m_histogram; }
    [[nodiscard]] RatePlot &rates() const { return *m_rates; }
    [[nodiscard]] PlotPicture picture() const override;

signals:
    /// All that is known so far is to be seen.
    void shown();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Subject
    {
        std::uint64_t session = 0, records = 0;
        double begin = 0, end = 0;
        std::size_t steps = 0;

        friend bool operator==(const Subject &, const Subject &) = default;
    };

    QWidget *makeBar();
    QWidget *makePlots();
    QWidget *makeSection(const QString &title, QLabel &note, QWidget &content);
    void makeWriters();
    void measureSoon();
    void measure();
    void showFigures();
    void showCursor();
    void copy() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    QLabel *m_explanation, *m_dispatchNote, *m_rateNote, *m_writerNote;
    QAction *m_showTable, *m_copy;
    HistogramPlot *m_histogram;
    RatePlot *m_rates;
    TextTableModel *m_writerModel, *m_allModel;
    QTableView *m_writers, *m_all;
    QStackedLayout *m_stack;
    QTimer m_soon;
    PerformanceFigures m_figures;
    Subject m_measured;
    BackgroundTask<SessionFigures> m_measuring; // last: what it tells is for the others
};

} // namespace inspector
