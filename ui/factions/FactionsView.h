// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/DrawnTracks.h"
#include "ui/plot/PictureSource.h"

#include <QWidget>

class QAction;
class QLabel;
class QScrollArea;
class QStackedLayout;
class QTableView;

namespace inspector {

class AttitudeHistory;
class EmptyHint;
class FactionModel;
class FrameSource;
class LaneHover;
class LanePlot;
class SessionCursor;
class ThemeController;
class TimeRuler;
struct FactionRecord;

/// The factions: a lane each over the time of the session, and the same as a table of the state at the
/// cursor.
class FactionsView final : public QWidget, public PictureSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactionsView)

public:
    FactionsView(
        FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *canvas() const;
    [[nodiscard]] PlotPicture picture() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeLanes();
    QWidget *makeTable();
    void takeFrame();
    void showLanes();
    void showCursor();
    void showFaction();
    void showHistory(const QString &name, const FactionRecord *record);
    void chooseRow();
    void setUnit(TrackAxis::Unit unit);
    void zoomTo(double begin, double end);
    void goTo(double x);

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ThemeController &m_theme;
    FactionModel *m_model;
    QLabel *m_explanation;
    QAction *m_showTable, *m_byNumber;
    LanePlot *m_plot;
    TimeRuler *m_ruler;
    LaneHover *m_hover;
    EmptyHint *m_empty;
    QTableView *m_table;
    AttitudeHistory *m_history;
    QStackedLayout *m_stack;
    TrackAxis m_axis;
    DrawnTracks m_drawn;
    TrackAxis::Unit m_unit = TrackAxis::Unit::Time;
};

} // namespace inspector
