// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace inspector {

/// A session of so many completions of tutorial steps, which begin again after `steps`: from then on nothing
/// comes to what is remembered of them.
inline QByteArray stepSession(int records, int steps)
{
    QByteArray text;
    for (int i = 0; i < records; ++i) {
        text.append("{\"type\":\"event\",\"timestamp\":")
            .append(QByteArray::number(1000 + i))
            .append(",\"event\":\"tutorial:step_completed\",\"payload\":{\"stepId\":\"step ")
            .append(QByteArray::number(i % steps))
            .append("\"}}\n");
    }
    return text;
}

} // namespace inspector
