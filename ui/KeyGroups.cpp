// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/KeyGroups.h"

#include "ui/transport/TransportKeyFilter.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(inspector::KeyGroups)
};

QString plain(QString text)
{
    return text.remove(QLatin1Char('&'));
}

/// The keys of a menu, and those of the menus in it.
void addGroups(std::vector<KeyGroup> &groups, const QAction &menu)
{
    if (menu.menu() == nullptr)
        return;
    KeyGroup group{plain(menu.text()), {}};
    for (const QAction *action : menu.menu()->actions()) {
        if (!action->shortcut().isEmpty())
            group.keys.append({action->shortcut().toString(QKeySequence::NativeText), plain(action->text())});
    }
    if (!group.keys.isEmpty())
        groups.push_back(group);
    for (const QAction *action : menu.menu()->actions())
        addGroups(groups, *action);
}

} // namespace

std::vector<KeyGroup> keyGroups(const QMenuBar &menus)
{
    std::vector<KeyGroup> groups;
    for (const QAction *menu : menus.actions())
        addGroups(groups, *menu);
    groups.push_back({Tr::tr("In a plot, the overview, the transport bar"), TransportKeyFilter::keys()});
    groups.push_back({Tr::tr("With the mouse in lanes"),
        {{Tr::tr("wheel"), Tr::tr("zooms time")}, {Tr::tr("Ctrl+wheel"), Tr::tr("zooms values")},
            {Tr::tr("drag"), Tr::tr("pans")}, {Tr::tr("right drag"), Tr::tr("boxes a stretch")},
            {Tr::tr("right click"), Tr::tr("offers what can be done")},
            {Tr::tr("click"), Tr::tr("goes there")}, {Tr::tr("double click"), Tr::tr("shows everything")}}});
    return groups;
}

} // namespace inspector
