// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Workspaces.h"

#include "ui/common/Typography.h"

#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace inspector {

std::vector<QDockWidget *> Workspaces::Docks::list() const
{
    return {details, state, difference, problems, expectations, exporting, markers, log, snapshots, overview,
        attach};
}

void Workspaces::apply(Kind kind) const
{
    stack();
    const Docks &docks = m_docks;
    std::vector<QDockWidget *> hidden;
    QDockWidget *above = docks.details;
    QDockWidget *below = docks.problems;
    switch (kind) {
    case Kind::Default:
        hidden = {docks.exporting, docks.log, docks.snapshots, docks.overview, docks.attach, docks.difference,
            docks.expectations};
        break;
    case Kind::Qa:
        hidden = {docks.log, docks.snapshots, docks.overview, docks.attach, docks.difference};
        above = docks.exporting;
        break;
    case Kind::Narrative:
        hidden = {docks.exporting, docks.log, docks.overview, docks.attach};
        above = docks.state;
        below = docks.markers;
        break;
    case Kind::Performance:
        hidden = {docks.exporting, docks.snapshots, docks.markers, docks.attach, docks.state,
            docks.difference, docks.expectations};
        below = docks.log;
        break;
    }
    for (QDockWidget *dock : docks.list())
        dock->setVisible(std::find(hidden.begin(), hidden.end(), dock) == hidden.end());
    above->raise();
    below->raise();
    const int unit = typography::unit();
    m_window.resizeDocks({above}, {72 * unit}, Qt::Horizontal);
    m_window.resizeDocks({above, below}, {100 * unit, 50 * unit}, Qt::Vertical);
}

void Workspaces::stack() const
{
    for (QDockWidget *dock : m_docks.list()) {
        dock->hide();
        dock->setFloating(false);
        m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
    }
    const auto putBehind = [this](QDockWidget *first, std::initializer_list<QDockWidget *> others) {
        for (QDockWidget *dock : others)
            m_window.tabifyDockWidget(first, dock);
    };
    putBehind(m_docks.details,
        {m_docks.state, m_docks.difference, m_docks.exporting, m_docks.snapshots, m_docks.attach});
    putBehind(m_docks.problems, {m_docks.expectations, m_docks.markers, m_docks.log, m_docks.overview});
}

} // namespace inspector
