// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/ExportTarget.h"

#include "ui/common/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ExportTarget)
};

ExportTarget hindered(const QString &what)
{
    ExportTarget target;
    target.hindrance = what;
    return target;
}

/// Of the snapshot at this place, from 1; its files are called as InputExport calls them.
ExportTarget snapshotTarget(const SessionTracks &tracks, std::uint64_t number, std::size_t others)
{
    return {{}, tracks.snapshots[static_cast<std::size_t>(number - 1)].number,
        Tr::tr("snapshot %1").arg(words::count(number)), "-snap" + std::to_string(number), others};
}

} // namespace

ExportTarget ExportTarget::of(const ExportChoice &choice, const ExportChoice::Session &session,
    const SessionTracks &tracks, std::uint64_t size)
{
    using Scope = ExportChoice::Scope;
    if (choice.formats.empty())
        return hindered(Tr::tr("Choose at least one format."));
    switch (choice.scope) {
    case Scope::Session:
        break;
    case Scope::Cursor:
        if (session.cursor == 0)
            return hindered(
                Tr::tr("The cursor is at the start, before the first record. Move it, or export the "
                       "state at the end."));
        return {{}, std::min(session.cursor, size), Tr::tr("the cursor"), {}, 0};
    case Scope::Snapshot:
        if (session.snapshot == 0)
            return hindered(Tr::tr(
                "There is no snapshot at or before the cursor. Move the cursor, or export the state at it."));
        return snapshotTarget(tracks, session.snapshot, 0);
    case Scope::AllSnapshots:
        if (tracks.snapshots.empty())
            return hindered(Tr::tr(
                "There is no snapshot in the session. Export the state at the end, or at the cursor."));
        return snapshotTarget(tracks, 1, tracks.snapshots.size() - 1);
    }
    return {{}, size, Tr::tr("the end"), {}, 0};
}

} // namespace inspector
