// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Workspaces.h"

#include "ui/common/Typography.h"

#include <QDockWidget>
#include <QMainWindow>

#include <algorithm>
#include <vector>

namespace inspector {

std::vector<QDockWidget *> Workspaces::Docks::list() const
{
    return {details, state, difference, problems, exporting, markers, log, snapshots, overview, attach};
}

void Workspaces::apply(Kind kind) const
{
    stack();
    const auto &[details, problems, exporting, markers, log, snapshots, overview, attach, state, difference] =
        m_docks;
    std::vector<QDockWidget *> hidden;
    QDockWidget *above = details;
    QDockWidget *below = problems;
    switch (kind) {
    case Kind::Default:
        hidden = {exporting, log, snapshots, overview, attach, difference};
        break;
    case Kind::Qa:
        hidden = {log, snapshots, overview, attach, difference};
        above = exporting;
        break;
    case Kind::Narrative:
        hidden = {exporting, log, overview, attach};
        above = state;
        below = markers;
        break;
    case Kind::Performance:
        hidden = {exporting, snapshots, markers, attach, state, difference};
        below = log;
        break;
    }
    for (QDockWidget *dock : m_docks.list())
        dock->setVisible(std::find(hidden.begin(), hidden.end(), dock) == hidden.end());
    above->raise();
    below->raise();
    const int unit = typography::unit();
    m_window.resizeDocks({above}, {72 * unit}, Qt::Horizontal);
    m_window.resizeDocks({above, below}, {110 * unit, 40 * unit}, Qt::Vertical);
}

/// All at the right: details, export and snapshots above, the lists below. Hidden meanwhile: one above the
/// other they would make the window taller.
void Workspaces::stack() const
{
    const auto &[details, problems, exporting, markers, log, snapshots, overview, attach, state, difference] =
        m_docks;
    for (QDockWidget *dock : m_docks.list()) {
        dock->hide();
        dock->setFloating(false);
        m_window.addDockWidget(Qt::RightDockWidgetArea, dock);
    }
    m_window.tabifyDockWidget(details, state);
    m_window.tabifyDockWidget(details, difference);
    m_window.tabifyDockWidget(details, exporting);
    m_window.tabifyDockWidget(details, snapshots);
    m_window.tabifyDockWidget(details, attach);
    m_window.tabifyDockWidget(problems, markers);
    m_window.tabifyDockWidget(problems, log);
    m_window.tabifyDockWidget(problems, overview);
}

} // namespace inspector
