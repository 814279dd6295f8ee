// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"

#include <QIODevice>

#include <cstdint>
#include <functional>

namespace inspector {

/// Reads another device, tells how far that has come, and fails once it is asked to stop.
class WatchedDevice final : public QIODevice
{
public:
    /// Bytes read so far, and of how many. The first never falls.
    using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

    /// `device` is open, at its start and can seek; it and `stop`, which may be nullptr, must outlive this
    /// one.
    WatchedDevice(QIODevice &device, Progress progress, const StopFlag *stop);

    [[nodiscard]] qint64 size() const override { return m_device.size(); }
    bool seek(qint64 position) override;
    /// Whether it failed because it was asked to stop.
    [[nodiscard]] bool isStopped() const { return m_stopped; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QIODevice &m_device;
    Progress m_progress;
    const StopFlag *m_stop;
    std::uint64_t m_done = 0;
    bool m_stopped = false;
};

} // namespace inspector
