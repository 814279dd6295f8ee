// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReplay.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inspector {

class FactionCatalogue;
class StopFlag;

/// Draws the plots of a session for files. Drawing takes more than core has, so whoever has a window's
/// program lends one to the export.
class PlotDrawer
{
public:
    PlotDrawer() = default;
    PlotDrawer(const PlotDrawer &) = delete;
    PlotDrawer &operator=(const PlotDrawer &) = delete;
    virtual ~PlotDrawer() = default;

    /// A plot in one format, as a file to be.
    struct Plot
    {
        std::string name; ///< part of a file's name, e.g. "plot-factions"
        std::string extension;
        std::string mimeType;
        std::string content;
    };

    struct Request
    {
        std::uint64_t records = 0; ///< of the input, those that are drawn; the last one is where it stands
        SessionReplay::Options limits;
        const FactionCatalogue &catalogue;
        TimeMs createdAt = 0;
        const StopFlag *stop = nullptr; ///< ends it early, with its failure
    };

    /// Draws an input, from its first record, in all formats; what has nothing to show is left out. Called by
    /// the threads of an export. Errors: those of reading the session.
    [[nodiscard]] virtual Result<std::vector<Plot>> draw(SessionInput input, const Request &request) = 0;
};

} // namespace inspector
