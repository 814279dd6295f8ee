// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/ArtifactFormat.h"
#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/events/EventBus.h"

#include <QString>

#include <optional>
#include <vector>

namespace inspector {

/// What a Qt Test's event bus did, as a session and as the artifacts that `--export` makes of it, in the
/// folder of the test that runs: `session.ndjson`, `artifacts/` and `result.json`. The twin of
/// resources/playwright/inspectorTelemetry.mjs.
///
/// It never fails the test: where it cannot capture, `inspector-telemetry-error.txt` says why.
class InspectorCapture
{
    Q_DISABLE_COPY_MOVE(InspectorCapture)

public:
    struct Options
    {
        std::vector<ArtifactFormat> formats = allArtifactFormats();
        QString folder; ///< that of the test that runs where it is empty
    };

    /// Listens until it is taken or ends. `clock` gives the time that stands in the artifacts; both must
    /// outlive it.
    InspectorCapture(EventBus &bus, const Clock &clock, Options options);
    InspectorCapture(EventBus &bus, const Clock &clock)
        : InspectorCapture(bus, clock, Options())
    {}
    /// Captures, unless that was done.
    ~InspectorCapture();

    /// Puts a record of the whole state behind what was heard so far.
    void addSnapshot(const JsonValue &snapshot, std::optional<JsonValue> transcript = {});

    /// Writes all of it, once; gives the result document. Errors: `write_failed`, or those of the export.
    Result<JsonValue> capture();

    [[nodiscard]] const QString &folder() const { return m_options.folder; }

    /// $INSPECTOR_TEST_OUTPUT, or `test-output` here; below it a folder for each test program, function and
    /// row.
    [[nodiscard]] static QString folderOfTest();

private:
    void hear(const Event &event);
    [[nodiscard]] Result<JsonValue> write() const;

    const Clock &m_clock;
    Options m_options;
    TimeMs m_startedAt;
    std::string m_lines;
    std::vector<EventBus::Subscription> m_subscriptions;
    std::optional<Result<JsonValue>> m_result;
};

} // namespace inspector
