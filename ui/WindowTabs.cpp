// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowTabs.h"

#include "ui/cascades/CascadesView.h"
#include "ui/compare/CompareView.h"
#include "ui/factions/FactionsView.h"
#include "ui/performance/PerformanceView.h"
#include "ui/plane/PlaneView.h"
#include "ui/plot/BarPlot.h"
#include "ui/plot/HistogramPlot.h"
#include "ui/plot/MatrixPlot.h"
#include "ui/plot/PlanePlot.h"
#include "ui/plot/RatePlot.h"
#include "ui/tutorial/TutorialView.h"

#include <array>

namespace inspector {

WindowTabs::WindowTabs(FrameSource &source, SessionCursor &cursor, ThemeController &theme,
    const MarkerList &markers, QWidget *parent)
    : QTabWidget(parent)
    , m_factions(new FactionsView(source, cursor, theme, this))
    , m_tutorial(new TutorialView(source, cursor, theme, this))
    , m_cascades(new CascadesView(source, cursor, theme, this))
    , m_plane(new PlaneView(source, cursor, theme, this))
    , m_compare(new CompareView(source, cursor, theme, markers, this))
    , m_performance(new PerformanceView(source, cursor, theme, this))
{
    setDocumentMode(true);
    addTab(m_factions, tr("Factions"));
    addTab(m_tutorial, tr("Tutorial"));
    addTab(m_cascades, tr("Cascades"));
    addTab(m_plane, tr("Attitudes"));
    addTab(m_compare, tr("Compare"));
    addTab(m_performance, tr("Performance"));
    connect(m_compare, &CompareView::revealWanted, this, &WindowTabs::showCompare);
    // Who leaves a view takes the keys along, and Qt gives them to the first control: a choice of factions,
    // which the arrow keys would change.
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) {
        if (widget(tab)->isAncestorOf(window()->focusWidget()))
            canvasOf(tab)->setFocus(Qt::OtherFocusReason);
    });
}

std::vector<QWidget *> WindowTabs::canvases() const
{
    return {m_factions->canvas(), m_tutorial->canvas(), m_tutorial->durations().canvas(),
        m_cascades->plot().canvas(), m_plane->plot().canvas(), m_compare->canvas(),
        m_performance->histogram().canvas(), m_performance->rates().canvas()};
}

void WindowTabs::goToView(int tab, Qt::FocusReason reason)
{
    setCurrentIndex(tab);
    canvasOf(tab)->setFocus(reason);
}

QWidget *WindowTabs::canvasOf(int tab) const
{
    const std::array<QWidget *, 6> plots{m_factions->canvas(), m_tutorial->canvas(),
        m_cascades->plot().canvas(), m_plane->plot().canvas(), m_compare->canvas(),
        m_performance->rates().canvas()};
    return plots.at(static_cast<std::size_t>(tab));
}

void WindowTabs::showCompare()
{
    setCurrentWidget(m_compare);
}

void WindowTabs::showPerformance()
{
    setCurrentWidget(m_performance);
}

} // namespace inspector
