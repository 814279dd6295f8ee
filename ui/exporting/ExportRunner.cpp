// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/ExportRunner.h"

#include "core/base/FixedClock.h"
#include "core/base/Wait.h"
#include "core/publish/ExportPipeline.h"
#include "core/publish/ProcessCommandRunner.h"

#include <utility>

namespace inspector {

ExportRunner::ExportRunner(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{}

ExportRunner::~ExportRunner()
{
    cancel();
    if (m_thread.joinable())
        m_thread.join();
}

void ExportRunner::start(const ExportRequest &request, const PublishRequest &publishing, TimeMs nowMs)
{
    Q_ASSERT(!m_isRunning);
    if (m_thread.joinable())
        m_thread.join();
    m_progress = std::make_unique<ExportProgress>();
    m_stop = std::make_unique<StopFlag>();
    m_isRunning = true;
    ExportRequest watched = request;
    watched.progress = m_progress.get();
    watched.stop = m_stop.get();
    watched.plots = &m_plots;
    watched.onEvent = [this](const Event &event) {
        QMetaObject::invokeMethod(
            this, [this, event] { emit told(event); }, Qt::QueuedConnection);
    };
    m_thread = std::jthread([this, watched = std::move(watched), publishing, nowMs] {
        const FixedClock clock(nowMs, &m_clock);
        ProcessCommandRunner runner;
        const auto half = [] { return 0.5; }; // of the wait between attempts, of which there are none
        const ExportPipeline pipeline(
            {clock, runner, EnvironmentVariables::ofProcess(), sleepThread, half, {}, {}, nullptr, nullptr});
        m_outcome = pipeline.run(watched, publishing).outcome;
        QMetaObject::invokeMethod(this, &ExportRunner::end, Qt::QueuedConnection);
    });
}

void ExportRunner::cancel()
{
    m_stop->request();
}

void ExportRunner::end()
{
    m_thread.join();
    m_isRunning = false;
    emit finished();
}

} // namespace inspector
