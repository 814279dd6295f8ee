// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/FrameSource.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace inspector {

inline constexpr double nsPerMs = 1e6;

inline double share(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

/// Times frames and stalls. A frame begins with the call that takes it, and ends when two timers of 0 ms went
/// by after it: with the first one plots put their painting off, behind the second one it is done.
class LoopMeter final : public QObject
{
public:
    explicit LoopMeter(FrameSource &source)
    {
        source.installEventFilter(this);
        m_clock.start();
        for (QTimer *timer : {&m_painting, &m_painted}) {
            timer->setSingleShot(true);
            timer->setInterval(0);
        }
        connect(&source, &FrameSource::frameChanged, &m_painting, qOverload<>(&QTimer::start));
        connect(&m_painting, &QTimer::timeout, &m_painted, qOverload<>(&QTimer::start));
        connect(&m_painted, &QTimer::timeout, this, [this] {
            frames.push_back(now() - m_beganAt);
            if (painted)
                painted();
        });
        m_heartbeat.setTimerType(Qt::PreciseTimer);
        m_heartbeat.setInterval(beatMs);
        connect(&m_heartbeat, &QTimer::timeout, this, [this] {
            stalls.push_back(static_cast<double>(m_beat.nsecsElapsed()) / nsPerMs - beatMs);
            m_beat.start();
        });
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MetaCall && !m_painting.isActive() && !m_painted.isActive())
            m_beganAt = now(); // a frame that comes before the one before it was painted makes that longer
        return QObject::eventFilter(watched, event);
    }

    void begin()
    {
        // A frame from before would count the time in which no event loop ran.
        m_painting.stop();
        m_painted.stop();
        frames.clear();
        stalls.clear();
        m_beat.start();
        m_heartbeat.start();
    }

    void print(const char *what)
    {
        m_heartbeat.stop();
        std::printf("%-34s frames %5zu  p50 %6.2f  p95 %6.2f  p99 %6.2f  max %6.2f ms   stall max %6.2f ms\n",
            what, frames.size(), share(frames, 0.5), share(frames, 0.95), share(frames, 0.99),
            share(frames, 1), share(stalls, 1));
        std::fflush(stdout);
    }

    std::vector<double> frames, stalls;
    std::function<void()> painted; ///< called once all that a frame changed is painted

private:
    static constexpr int beatMs = 4;

    [[nodiscard]] double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / nsPerMs; }

    QElapsedTimer m_clock, m_beat;
    QTimer m_heartbeat, m_painting, m_painted;
    double m_beganAt = 0;
};

inline double waitUntil(const std::function<bool()> &isDone)
{
    constexpr int glance = 5; // ms
    constexpr qint64 patience = 120'000;
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone() || timer.elapsed() > patience)
            loop.quit();
    });
    look.start(glance);
    if (!isDone())
        loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / nsPerMs;
}

inline void waitFor(qint64 ms)
{
    QElapsedTimer timer;
    timer.start();
    waitUntil([&] { return timer.elapsed() >= ms; });
}

inline double residentMiB(const QByteArray &kind = "VmRSS:")
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(kind))
            return line.mid(kind.size()).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

} // namespace inspector
