// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CacheFile.h"

#include <QDir>
#include <QStandardPaths>

namespace inspector {

namespace {

/// Where the file may be, the best place first.
QStringList cacheFolders()
{
    QStringList folders;
    // Without these Qt would take the root folder for the user's home.
    if (!qEnvironmentVariableIsEmpty("HOME") || !qEnvironmentVariableIsEmpty("XDG_CACHE_HOME")) {
        folders.append(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                       QStringLiteral("/telemetry-inspector"));
        QDir().mkpath(folders.first());
    }
    if (!QDir::tempPath().isEmpty()) // as it is where $TMPDIR is not there: then it would be the root folder
        folders.append(QDir::tempPath());
    return folders;
}

} // namespace

std::unique_ptr<QTemporaryFile> openCacheFile(const QString &kind)
{
    for (const QString &folder : cacheFolders()) {
        auto file =
            std::make_unique<QTemporaryFile>(folder + QLatin1Char('/') + kind + QStringLiteral("-XXXXXX"));
        if (!file->open())
            continue;
        // Where files cannot be made without a name, it has one still.
        if (file->exists())
            QFile::remove(file->fileName());
        return file;
    }
    return nullptr;
}

} // namespace inspector
