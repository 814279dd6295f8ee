// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/EventFilter.h"
#include "core/engine/RecordMatches.h"
#include "core/session/FileWindow.h"
#include "core/session/SessionTimeline.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace inspector {

/// Looks for the records of a timeline that pass a filter, piece by piece, and goes on where the timeline
/// grows. For one thread.
class FilterRun
{
public:
    FilterRun(EventFilter filter, std::shared_ptr<const SessionFile> file);

    /// Looks on until the end of `timeline`, or until `isEnough`, which is asked every few thousand records.
    /// False at the end. Errors: those of FileWindow.
    [[nodiscard]] Result<bool> searchSome(
        const SessionTimeline &timeline, const std::function<bool()> &isEnough);

    [[nodiscard]] const EventFilter &filter() const { return m_filter; }
    [[nodiscard]] const RecordMatches &matches() const { return m_matches; }
    /// Records looked at.
    [[nodiscard]] std::uint64_t searched() const { return m_searched; }

private:
    void rest(const SessionTimeline &timeline);
    [[nodiscard]] Result<void> searchBlock(const SessionTimeline &timeline, std::uint64_t last);
    [[nodiscard]] bool passesName(const SessionTimeline &timeline, NameTable::Id id);

    EventFilter m_filter;
    bool m_needsText;
    FileWindow m_window;
    std::unique_ptr<ColdFile> m_cold = std::make_unique<ColdFile>(); // of its own: its space is free with it
    RecordMatches m_matches;
    std::uint64_t m_searched = 0;
    std::uint64_t m_restedAt = 0;             // records searched then
    std::vector<std::optional<bool>> m_names; // whether a name passes, by id
    std::string m_lowered;
};

} // namespace inspector
