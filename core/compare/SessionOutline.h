// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/diff/PathPatterns.h"
#include "core/engine/SessionTracks.h"
#include "core/session/ReadReport.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReplay.h"
#include "core/session/SessionTimeline.h"
#include "core/session/StopPoint.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

class ContentHasher;
class FactionCatalogue;

/// As much of a session as it takes to compare it with another, read in one go.
struct SessionOutline
{
    struct Events
    {
        std::uint64_t count = 0;
        std::uint64_t first = 0; ///< the record of the first one
    };

    struct Options
    {
        SessionReplay::Options replay;
        const FactionCatalogue &catalogue; ///< must outlive the call
        std::optional<StopPoint> until;    ///< the end where it is absent
    };

    std::string name;
    bool isUntilReached = true;
    ReadReport report;
    /// What each record is about, #1 first: its name and whom or what it names, such as a faction, but
    /// neither when it was nor what it says.
    std::vector<std::uint64_t> keys;
    /// What each record says, as ContentHasher tells it.
    std::vector<std::uint64_t> contents;
    std::map<std::string, Events, std::less<>> events; ///< by name
    SessionTracks tracks;
    WorldState end;

    [[nodiscard]] std::uint64_t size() const { return keys.size(); }

    /// `ignored` is passed over in what records say. Errors: those of SessionReader, with the name of the
    /// input.
    [[nodiscard]] static Result<SessionOutline> read(
        SessionInput input, const Options &options, const PathPatterns &ignored);

    /// The same of a session that was read already, with what is known of it; `tracks` and `report` are those
    /// of its end. Errors: those of TimelineReader and StopFlag.
    [[nodiscard]] static Result<SessionOutline> of(const SessionTimeline &timeline, SessionTracks tracks,
        ReadReport report, const PathPatterns &ignored, const StopFlag &stop);

private:
    void add(const SessionRecord &record, ContentHasher &hasher);
};

} // namespace inspector
