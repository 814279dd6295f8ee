// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/SessionOutline.h"

namespace inspector {

/// A session to compare with, read to its end: what it takes to align it, and to tell its state anywhere.
struct ComparedSession
{
    SessionTimeline timeline;
    std::shared_ptr<const SessionOutline> outline; ///< never nullptr

    /// A session, a recording or a bundle. Errors: those of SessionInput, SessionLoader, SessionOutline and
    /// StopFlag.
    [[nodiscard]] static Result<ComparedSession> read(const std::string &path,
        const FactionCatalogue &catalogue, const PathPatterns &ignored, const StopFlag &stop);
};

} // namespace inspector
