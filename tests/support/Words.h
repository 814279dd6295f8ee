// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <string>
#include <vector>

namespace inspector {

/// The words of a line, as a shell without quotes would cut it.
inline std::vector<std::string> words(const QByteArray &line)
{
    std::vector<std::string> list;
    for (const QByteArray &word : line.split(' ')) {
        if (!word.isEmpty())
            list.push_back(word.toStdString());
    }
    return list;
}

} // namespace inspector
