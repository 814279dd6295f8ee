// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionTracks.h"
#include "ui/exporting/ExportChoice.h"

#include <QString>

#include <cstdint>
#include <string>

namespace inspector {

/// Which state of a session an export writes, to show it beforehand; or why there is none.
struct ExportTarget
{
    QString hindrance;        ///< what to do instead; empty where there is such a state
    std::uint64_t record = 0; ///< behind which it is; of several states the first one's
    QString place;            ///< the same in words, as in "the cursor"
    std::string suffix;       ///< behind the prefix of its files
    std::size_t others = 0;   ///< how many more are written

    /// `size`: records of the session.
    [[nodiscard]] static ExportTarget of(const ExportChoice &choice, const ExportChoice::Session &session,
        const SessionTracks &tracks, std::uint64_t size);
};

} // namespace inspector
