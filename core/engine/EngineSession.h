// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/EngineRequests.h"
#include "core/engine/FilterRun.h"
#include "core/engine/InspectorEngine.h"
#include "core/engine/InspectorFrame.h"
#include "core/engine/SessionLoader.h"
#include "core/session/TimelineReader.h"

#include <functional>
#include <memory>
#include <optional>

namespace inspector {

/// What the engine knows of the session that is open, and the next thing to do about it. For the engine's
/// thread.
class EngineSession
{
public:
    explicit EngineSession(const InspectorEngine::Options &options);

    /// Does what the window wants.
    void take(const EngineRequests::Batch &batch);

    /// Reads, searches and answers for as long as `isEnough` does not say so. False when there is nothing
    /// left to do.
    [[nodiscard]] bool work(const std::function<bool()> &isEnough);

    /// Looks whether the file that was read has grown, or is not what it was.
    void lookAtFile();

    /// Whether a source is being read for the first time, rather than what came to it since.
    [[nodiscard]] bool isOpening() const
    {
        return m_isOpening && m_frame.phase == InspectorFrame::Phase::Loading;
    }
    /// Whether there is a file that may grow.
    [[nodiscard]] bool isFollowed() const { return m_frame.isFollowed; }

    /// What is to be told, or nullptr where nothing changed since the last one.
    [[nodiscard]] InspectorFramePtr frame();

private:
    void open(const SessionSource &source);
    [[nodiscard]] Result<SessionInput> openInput(const SessionSource &source) const;
    void fail(const Error &error);
    void load(const std::function<bool()> &isEnough);
    void search(const std::function<bool()> &isEnough);
    void answer();
    void trace();
    void moveCursor();
    [[nodiscard]] double secondsSinceOpened() const;

    const InspectorEngine::Options &m_options;
    InspectorFrame m_frame; // the next one, as far as it does not stand in the parts below
    bool m_hasNews = true;
    std::unique_ptr<SessionLoader> m_loader;
    std::optional<TimelineReader> m_states;  // at the cursor
    std::optional<TimelineReader> m_details; // anywhere else
    std::optional<TimelineReader> m_values;  // anywhere, for whoever asks why
    std::optional<FilterRun> m_filter;
    EventFilter m_wantedFilter;
    std::optional<std::uint64_t> m_wantedCursor;
    std::optional<EngineRequests::Details> m_question;
    std::optional<EngineRequests::Values> m_whyQuestion;
    std::vector<ValueHistory> m_traced; // of that question, so far
    bool m_followsEnd = false;
    bool m_isOpening = false;
    std::uint64_t m_failedBytes = 0; // that the source had when reading failed
    std::int64_t m_openedAtNs = 0;
    std::uint64_t m_tracksTold = 0;   // records
    std::uint64_t m_problemsTold = 0; // as ProblemFinder::revision
};

} // namespace inspector
