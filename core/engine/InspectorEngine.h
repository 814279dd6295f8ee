// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/EngineRequests.h"
#include "core/engine/FrameMailbox.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/SessionReplay.h"

#include <functional>
#include <memory>
#include <thread>

namespace inspector {

/// The inspector without a window: on a thread of its own it reads a session, follows it where it grows,
/// rebuilds the state at a cursor and looks for records; what it knows it tells in immutable frames
/// (docs/architecture.md, "Engine"). Every member may be called from any thread and returns at once.
class InspectorEngine
{
public:
    struct Options
    {
        const Clock &clock;                ///< must outlive the engine, and be good for several threads
        const FactionCatalogue &catalogue; ///< must outlive the engine
        SessionReplay::Options replay;
        /// Called on the engine's thread when a frame waits and none waited before.
        std::function<void()> wake;
    };

    explicit InspectorEngine(Options options);
    /// Ends within milliseconds, also while it reads.
    ~InspectorEngine();
    InspectorEngine(const InspectorEngine &) = delete;
    InspectorEngine &operator=(const InspectorEngine &) = delete;

    /// Closes what is open and reads `source` instead.
    void open(const SessionSource &source);
    void close();
    /// Ends the reading; what was read stays.
    void stopLoading();

    /// Rebuilds the state behind record #`number`, or the last one where there are fewer, and stays there.
    void setCursor(std::uint64_t number);
    /// Moves the cursor on with the end of the session.
    void followEnd();

    /// An empty filter shows all.
    void setFilter(EventFilter filter);

    /// Asks for what these records hold and changed; a frame answers with the same `request`.
    void askDetails(std::uint64_t request, std::vector<std::uint64_t> numbers);

    /// Asks how values came to be what they are; a frame answers with the same `request`. A value that is not
    /// found soon is answered with an error, so that the cursor never waits for it.
    void askValues(EngineRequests::Values values);

    /// The newest frame that was not taken yet, or nullptr.
    [[nodiscard]] InspectorFramePtr takeFrame() { return m_mailbox.take(); }

private:
    void run(const std::stop_token &stop);

    Options m_options;
    EngineRequests m_requests;
    FrameMailbox m_mailbox;
    std::jthread m_thread; // last: it uses the others
};

} // namespace inspector
