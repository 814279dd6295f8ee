// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/EventBus.h"
#include "core/tutorial/TranscriptState.h"

#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>
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

    /// The names of the events that are written down.
    [[nodiscard]] static std::vector<std::string_view> events();

    /// Oldest first.
    [[nodiscard]] const SharedList<Shared<TranscriptEntry>> &entries() const { return m_state.entries; }

    /// Takes over the entries that a snapshot brought, the newest of them; the remembered step stays.
    void replaceEntries(const JsonArray &entries);

    [[nodiscard]] const TranscriptState &state() const { return m_state; }
    /// Goes on from what a recorder with the same limit knew.
    void restore(TranscriptState state) { m_state = std::move(state); }

    /// At most one listener.
    void setIssueListener(IssueListener listener) { m_issueListener = std::move(listener); }

private:
    void record(const Event &event);
    void append(TranscriptEntry entry);
    void tellIssues(std::string_view event);

    std::size_t m_maxEntries;
    TranscriptState m_state;
    FieldReader m_reader;
    IssueListener m_issueListener;
    std::vector<EventBus::Subscription> m_subscriptions;
};

} // namespace inspector
