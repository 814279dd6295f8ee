// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PaletteEntries.h"

#include "ui/common/FrameSource.h"
#include "ui/common/MarkerList.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Words.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(inspector::PaletteEntries)
};

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

void addAction(std::vector<PaletteEntry> &entries, const QString &menu, QAction *action)
{
    entries.push_back({QStringLiteral("%1: %2").arg(menu, plain(action->text())),
        action->shortcut().toString(QKeySequence::NativeText), [action = QPointer(action)] {
            if (action != nullptr)
                action->trigger();
        }});
}

void addActions(std::vector<PaletteEntry> &entries, const QString &menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action->menu() != nullptr)
            addActions(entries, plain(action->text()), action->menu()->actions());
        if (action->menu() == nullptr && !action->isSeparator() && action->isEnabled())
            addAction(entries, menu, action);
    }
}

void addPlaces(std::vector<PaletteEntry> &entries, const PaletteSources &sources)
{
    constexpr std::size_t most = 500; // of each kind; more are found in their own views
    const auto add = [&](const QString &title, std::uint64_t number) {
        entries.push_back({title, QStringLiteral("#") + words::count(number),
            [&cursor = sources.cursor, number] { cursor.goTo(number); }});
    };
    for (const UserMarker &marker : sources.markers.markers())
        add(Tr::tr("Marker: %1").arg(words::text(marker.label)), marker.number);
    const SessionTracks &tracks = *sources.source.frame().tracks;
    for (std::size_t i = 0; i < std::min(tracks.markers.size(), most); ++i)
        add(Tr::tr("Marker: %1").arg(words::text(tracks.markers[i].label)), tracks.markers[i].number);
    for (std::size_t i = 0; i < std::min(tracks.gaps.size(), most); ++i)
        add(Tr::tr("Gap: %1").arg(words::text(tracks.gaps[i].label)), tracks.gaps[i].number);
    for (std::size_t i = 0; i < std::min(tracks.snapshots.size(), most); ++i)
        add(Tr::tr("Snapshot %1").arg(words::count(i + 1)), tracks.snapshots[i].number);
}

void addNames(std::vector<PaletteEntry> &entries, const PaletteSources &sources)
{
    const auto &timeline = sources.source.frame().timeline;
    if (!timeline)
        return;
    const NameTable &names = timeline->index().names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const NameTable::Name name = names.name(static_cast<NameTable::Id>(i));
        if (name.isOthers || name.text.empty())
            continue;
        const QString text = words::text(name.text);
        entries.push_back({Tr::tr("Only %1").arg(text), Tr::tr("filter"),
            [&filter = sources.filter, text] { filter.setText(QStringLiteral("\"type:%1\"").arg(text)); }});
    }
}

} // namespace

std::vector<PaletteEntry> paletteEntries(const PaletteSources &sources)
{
    std::vector<PaletteEntry> entries;
    for (const QAction *menu : sources.menus.actions()) {
        if (menu->menu() != nullptr)
            addActions(entries, plain(menu->text()), menu->menu()->actions());
    }
    addPlaces(entries, sources);
    addNames(entries, sources);
    return entries;
}

} // namespace inspector
