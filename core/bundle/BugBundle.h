// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/SessionCopy.h"
#include "core/factions/FactionCatalogue.h"

#include <string>
#include <vector>

namespace inspector {

/// What somebody needs who is to find out what happened: a cut of a session with the states before and behind
/// it, a report, plots, notes and versions, as one zip file that opens again like any session
/// (docs/bug-bundle.md).
struct BugBundle
{
    SessionTimeline timeline;
    std::vector<UserMarker> markers; ///< in the order of their numbers
    SessionCut cut;
    std::string name;                  ///< of the session; without a folder, which is nobody's business
    std::string notes;                 ///< in Markdown; may be empty
    const FactionCatalogue &catalogue; ///< must outlive the call

    /// The file's bytes; the same for the same cut and notes. Errors: those of copySession and SessionLoader.
    [[nodiscard]] Result<std::string> make(const StopFlag *stop = nullptr) const;

    /// Writes it as one file, and makes the folder where there is none. Errors: also those of AtomicFile.
    [[nodiscard]] Result<void> write(const std::string &path, const StopFlag *stop = nullptr) const;
};

} // namespace inspector
