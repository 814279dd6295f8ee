// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

#include <vector>

namespace inspector {

class CascadesView;
class CompareView;
class FactionsView;
class FrameSource;
class MarkerList;
class PerformanceView;
class PlaneView;
class SessionCursor;
class ThemeController;
class TutorialView;

/// The views in the middle of the window, a tab for each.
class WindowTabs final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowTabs)

public:
    /// All must outlive it.
    WindowTabs(FrameSource &source, SessionCursor &cursor, ThemeController &theme, const MarkerList &markers,
        QWidget *parent);

    [[nodiscard]] FactionsView &factions() const { return *m_factions; }
    [[nodiscard]] TutorialView &tutorial() const { return *m_tutorial; }
    [[nodiscard]] CascadesView &cascades() const { return *m_cascades; }
    [[nodiscard]] CompareView &compare() const { return *m_compare; }
    [[nodiscard]] PerformanceView &performance() const { return *m_performance; }
    /// What is drawn on, in every tab; there the keys move along the session.
    [[nodiscard]] std::vector<QWidget *> canvases() const;
    /// Brings a view in front, and gives its plot the keys.
    void goToView(int tab, Qt::FocusReason reason = Qt::ShortcutFocusReason);
    void showCompare();
    void showPerformance();

private:
    [[nodiscard]] QWidget *canvasOf(int tab) const;

    FactionsView *m_factions;
    TutorialView *m_tutorial;
    CascadesView *m_cascades;
    PlaneView *m_plane;
    CompareView *m_compare;
    PerformanceView *m_performance;
};

} // namespace inspector
