// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>

#include <algorithm>

namespace inspector {

/// A buffer whose reading fails once `readableBytes` were handed out.
class FailingDevice final : public QBuffer
{
public:
    FailingDevice(const QByteArray &data, qint64 readableBytes)
        : m_left(readableBytes)
    {
        setData(data);
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (m_left <= 0) {
            setErrorString(QStringLiteral("the disk is gone"));
            return -1;
        }
        const qint64 read = QBuffer::readData(data, std::min(maxSize, m_left));
        m_left -= read;
        return read;
    }

private:
    qint64 m_left;
};

} // namespace inspector
