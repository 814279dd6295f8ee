// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/WatchedDevice.h"

#include <algorithm>
#include <utility>

namespace inspector {

WatchedDevice::WatchedDevice(QIODevice &device, Progress progress, const StopFlag *stop)
    : m_device(device)
    , m_progress(std::move(progress))
    , m_stop(stop)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool WatchedDevice::seek(qint64 position)
{
    return QIODevice::seek(position) && m_device.seek(position);
}

qint64 WatchedDevice::readData(char *data, qint64 maxSize)
{
    m_stopped = m_stop != nullptr && m_stop->isRequested();
    if (m_stopped)
        return -1;
    const qint64 read = m_device.read(data, maxSize);
    if (read < 0)
        setErrorString(m_device.errorString());
    m_done = std::max(m_done, static_cast<std::uint64_t>(m_device.pos()));
    if (read > 0 && m_progress)
        m_progress(m_done, std::max(m_done, static_cast<std::uint64_t>(m_device.size())));
    return read;
}

} // namespace inspector
