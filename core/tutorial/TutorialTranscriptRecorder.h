// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/EventBus.h"
#include "core/tutorial/TranscriptEntry.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <string_view>
#include <vector>

namespace inspector {

/// Writes down what the tutorial events on a bus took the player through (docs/world-state-store.md,
/// "Transcript"). Keeps the newest entries; remembers the step last started for events that do not name one.
/// For one thread.
class TutorialTranscriptRecorder
{
public:
    static constexpr std::size_t defaultMaxEntries = 50;
    /// `event` names the event, or "transcript" for a replacement, that the field of the wrong type belongs
    /// to.
    using IssueListener = std::function<void(std::string_view event, const FieldIssue &)>;

    explicit TutorialTranscriptRecorder(EventBus &bus, std::size_t maxEntries = defaultMaxEntries);
    TutorialTranscriptRecorder(const TutorialTranscriptRecorder &) = delete;
    TutorialTranscriptRecorder &operator=(const TutorialTranscriptRecorder &) = delete;

    /// Oldest first.
    [[nodiscard]] const std::deque<TranscriptEntry> &entries() const { return m_entries; }

    /// Takes over the entries that a snapshot brought, the newest of them; the remembered step stays.
    void replaceEntries(const JsonArray &entries);

    /// At most one listener.
    void setIssueListener(IssueListener listener) { m_issueListener = std::move(listener); }

private:
    void record(const Event &event);
    void append(TranscriptEntry entry);
    void tellIssues(std::string_view event);

    std::size_t m_maxEntries;
    std::deque<TranscriptEntry> m_entries;
    Text m_lastStepId, m_lastStepTitle;
    FieldReader m_reader;
    IssueListener m_issueListener;
    std::vector<EventBus::Subscription> m_subscriptions;
};

} // namespace inspector
