// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace inspector {

/// A folder for a test that writes thousands of files and is not about a disk: in memory, where the system
/// has such a place.
class FolderInMemory : public QTemporaryDir
{
public:
    FolderInMemory()
        : QTemporaryDir(place() + QStringLiteral("/inspector-XXXXXX"))
    {}

private:
    static QString place()
    {
        const QString memory = QStringLiteral("/dev/shm");
        return QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    }
};

} // namespace inspector
