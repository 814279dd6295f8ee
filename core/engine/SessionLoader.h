// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/ChangeRecorder.h"
#include "core/engine/SessionTracksRecorder.h"
#include "core/measure/DispatchMeter.h"
#include "core/problems/ProblemFinder.h"
#include "core/session/ReadAhead.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionTimeline.h"
#include "core/state/StoreWatchers.h"

#include <functional>
#include <memory>

namespace inspector {

/// Reads a session piece by piece into a timeline and tracks, and goes on where its file grows. For one
/// thread; a second one of its own reads ahead.
class SessionLoader
{
public:
    struct Options
    {
        SessionReplay::Options replay;
        KeyframeList::Options keyframes;
        const FactionCatalogue &catalogue; ///< must outlive the loader
        const Clock *clock = nullptr;      ///< times dispatches; must outlive the loader
    };

    /// What became of a file since it was read to its end.
    enum class Growth
    {
        None,
        Grown,    ///< there is more to read
        Shrunk,   ///< what was read is not there any more
        Replaced, ///< another file has its name
        Gone,     ///< no file has its name
    };

    /// Takes an input that is open at its start. Error: `input_unreadable`.
    [[nodiscard]] static Result<std::unique_ptr<SessionLoader>> open(
        SessionInput input, const Options &options);
    ~SessionLoader();
    SessionLoader(const SessionLoader &) = delete;
    SessionLoader &operator=(const SessionLoader &) = delete;

    /// Reads on until the end, or until `isEnough`, which is asked every few records, says so. False at the
    /// end. Errors: those of SessionReader, which name the input.
    [[nodiscard]] Result<bool> readSome(const std::function<bool()> &isEnough);

    /// Whether the input is a file as it stands on the disk.
    [[nodiscard]] bool canGrow() const;
    /// What became of the file; only where the input is a file as it stands on the disk.
    [[nodiscard]] Growth growth() const;
    /// Goes on with what came, after Growth::Grown. False for an input that cannot grow.
    [[nodiscard]] bool resume() { return m_records.resume(); }
    /// Reads no further, now and later.
    void stop() { m_records.stop(); }

    [[nodiscard]] const SessionTimeline &timeline() const { return m_timeline; }
    [[nodiscard]] const SessionTracks &tracks() const { return m_recorder.tracks(); }
    /// Which records changed what; grows while reading.
    [[nodiscard]] const ChangeIndex &changes() const { return m_changes.index(); }
    /// What is odd about what was read.
    [[nodiscard]] const ProblemFinder &problems() const { return m_problems; }
    /// How long events that change state took, through bus, action, reducer and whoever watches the store.
    [[nodiscard]] const LatencyHistogram &dispatches() const { return m_meter.histogram(); }
    [[nodiscard]] const ReadReport &report() const { return m_records.report(); }
    /// The state after all that was read.
    [[nodiscard]] ReplayState state() const { return m_replay.state(); }
    [[nodiscard]] const SessionInput &input() const { return m_input; }
    /// Bytes of the input: all, and those read so far.
    [[nodiscard]] std::uint64_t bytes() const { return m_timeline.file()->size(); }
    [[nodiscard]] std::uint64_t bytesRead() const { return m_records.bytesRead(); }

private:
    void play(const SessionRecord &record);

    SessionLoader(SessionInput input, std::shared_ptr<const SessionFile> file, const Options &options);

    SessionInput m_input;
    SessionReplay m_replay;
    ReadAhead m_records;
    std::shared_ptr<ColdFile> m_cold; // for what is long past
    SessionTimeline m_timeline;
    SessionTracksRecorder m_recorder;
    ChangeRecorder m_changes;
    ProblemFinder m_problems;
    StoreWatchers m_watchers;
    DispatchMeter m_meter;
};

} // namespace inspector
