// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Artifact.h"
#include "core/base/Clock.h"
#include "core/engine/SessionTracksRecorder.h"
#include "core/expect/ExpectationRun.h"
#include "core/problems/ProblemFinder.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReplay.h"
#include "core/state/StoreWatchers.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/ExportPlan.h"
#include "core/telemetry/ExportReport.h"
#include "core/telemetry/InputOutcome.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inspector {

class DigestingWriter;
class SessionReader;

/// Exports one input: reads it, rebuilds the state and writes the artifacts, of the state at the end or of
/// each snapshot that was chosen.
class InputExport
{
public:
    /// All must outlive the export.
    InputExport(const ExportRequest &request, const ExportItem &item, const Clock &clock);

    /// To be called once.
    [[nodiscard]] InputOutcome run();

private:
    [[nodiscard]] Result<SessionInput> open() const;
    [[nodiscard]] Result<void> exportAll(SessionInput input);
    [[nodiscard]] Result<void> replay(const std::string &name, SessionReader &reader);
    [[nodiscard]] Result<void> checkSnapshots(const std::string &name) const;
    void snapshotReached();
    /// `label` says which state it is, where it is not the one at the end.
    void writeArtifacts(const std::string &prefix, const std::string &label,
        const std::vector<ExpectationResult> &expectations);
    [[nodiscard]] bool asksFor(ArtifactFormat format) const;
    void writePlots(SessionInput input);
    [[nodiscard]] std::vector<Artifact> draw(SessionInput input);
    [[nodiscard]] std::shared_ptr<DigestingWriter> makeWriter() const;
    void take(const ReadReport &read);
    void take(const ExportReport &report, const DigestingWriter &writer);
    [[nodiscard]] EventBus::Subscription tell();
    void openSessionOut();
    void copyRecord(const std::string &line);
    void finishSessionOut();
    void sessionOutFailed(const Error &error);
    /// `bytes` of the input were read so far.
    void tellProgress(std::uint64_t bytes);

    const ExportRequest &m_request;
    const ExportItem &m_item;
    const Clock &m_clock;
    SessionReplay m_replay;
    ProblemFinder m_problems;
    ExpectationRun m_expectations;
    std::optional<SessionTracksRecorder> m_tracks; // where a report asks for them
    std::optional<StoreWatchers> m_watchers;
    InputOutcome m_outcome;
    std::optional<AtomicFile> m_sessionOut;
    std::uint64_t m_snapshots = 0;
    std::uint64_t m_records = 0, m_recordsTold = 0, m_bytesTold = 0;
};

} // namespace inspector
