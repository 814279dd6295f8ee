// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/StopFlag.h"
#include "core/publish/PublishRequest.h"
#include "core/telemetry/ExportOutcome.h"
#include "core/telemetry/ExportProgress.h"
#include "core/telemetry/ExportRequest.h"
#include "ui/pictures/SessionPlotDrawer.h"

#include <QObject>

#include <memory>
#include <thread>

namespace inspector {

/// Runs the ExportPipeline beside the window, one export at a time.
class ExportRunner final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportRunner)

public:
    /// `clock` must outlive it.
    explicit ExportRunner(const Clock &clock, QObject *parent = nullptr);
    /// Stops an export that is running; what it wrote is whole.
    ~ExportRunner() override;

    /// Begins; `nowMs` is the time that stands in the artifacts. To be called when none is running.
    void start(const ExportRequest &request, const PublishRequest &publishing, TimeMs nowMs);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] ExportProgress::Sample progress() const { return m_progress->sample(); }
    /// Of the export that ended last.
    [[nodiscard]] const ExportOutcome &outcome() const { return m_outcome; }

signals:
    /// What the pipeline tells on its bus.
    void told(const inspector::Event &event);
    void finished();

private:
    void end();

    const Clock &m_clock;
    std::unique_ptr<ExportProgress> m_progress = std::make_unique<ExportProgress>();
    std::unique_ptr<StopFlag> m_stop = std::make_unique<StopFlag>();
    SessionPlotDrawer m_plots;
    ExportOutcome m_outcome;
    bool m_isRunning = false;
    std::jthread m_thread; // last: it uses the others
};

} // namespace inspector
