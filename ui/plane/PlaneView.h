// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/AttitudePath.h"
#include "ui/plot/PictureSource.h"
#include "ui/plot/PlaneContent.h"

#include <QWidget>

#include <utility>

class QAction;
class QComboBox;
class QLabel;
class QStackedLayout;
class QTableView;

namespace inspector {

class EmptyHint;
class FrameSource;
class PlanePlot;
class SessionCursor;
class TextTableModel;
class ThemeController;
struct Theme;

/// The chosen faction's rule as regions of fame and infamy, the way that it took through them up to the
/// cursor, and how far the next change of attitude is.
class PlaneView final : public QWidget, public PictureSource
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaneView)

public:
    /// Of the path, older ones are left out; the view says so.
    static constexpr std::size_t mostPoints = 2000;

    PlaneView(FrameSource &source, SessionCursor &cursor, ThemeController &theme, QWidget *parent = nullptr);

    [[nodiscard]] PlanePlot &plot() const { return *m_plot; }
    [[nodiscard]] PlotPicture picture() const override;
    [[nodiscard]] const AttitudePath &path() const { return m_path; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void takeFrame();
    void showRows();
    void showWords(const Faction &faction);
    [[nodiscard]] const Faction *faction() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    ThemeController &m_theme;
    QComboBox *m_choice;
    QLabel *m_explanation;
    QAction *m_showTable;
    PlanePlot *m_plot;
    TextTableModel *m_model;
    QTableView *m_table;
    EmptyHint *m_empty;
    QStackedLayout *m_stack;
    AttitudePath m_path;
    PlaneContent m_rule; // without a path
    std::pair<const Faction *, const Theme *> m_drawnRule;
};

} // namespace inspector
