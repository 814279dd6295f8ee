// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace inspector {

/// A line of a session: an event of the tutorial, `payload` with ' for " and without its braces.
inline QByteArray told(int at, const char *name, const QByteArray &payload)
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(at) + ",'event':'tutorial:" + name +
                      "','payload':{" + payload + "}}\n")
        .replace('\'', '"');
}

} // namespace inspector
