// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/inspector/StateDigest.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <vector>

namespace inspector {

/// A state that can be gone to or opened.
struct SnapshotEntry
{
    enum class Origin
    {
        Session, ///< a snapshot record of the open session
        Slot,    ///< a slot of the tool's own folder
        Folder,  ///< a file of the folder that is browsed
    };

    Origin origin = Origin::Session;
    QString label;
    TimeMs at = 0;            ///< ms since the epoch
    std::uint64_t number = 0; ///< the record, of one in the session
    QString path;             ///< of a file
    StateDigest digest;
    QString problem; ///< why there is no digest; empty where there is one

    friend bool operator==(const SnapshotEntry &, const SnapshotEntry &) = default;
};

using SnapshotEntries = std::vector<SnapshotEntry>;

} // namespace inspector
