// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/BridgeFiles.h"

#include "core/telemetry/AtomicFile.h"

#include <QDir>
#include <QFile>

namespace inspector {

Result<std::vector<std::string>> writeBridge(const std::string &folder)
{
    const QDir dir(QString::fromStdString(folder));
    if (!dir.mkpath(QStringLiteral(".")))
        return failure("write_failed", folder + " cannot be made", "Choose another folder.");
    std::vector<std::string> paths;
    for (const char *name : {"inspector-bridge.js", "inspector-bridge.mjs"}) {
        QFile source(QStringLiteral(":/inspector/bridge/") + QString::fromLatin1(name));
        if (!source.open(QIODevice::ReadOnly))
            return failure(
                "internal", std::string(name) + " is not part of this program", "Please report it.");
        const QString path = dir.absoluteFilePath(QString::fromLatin1(name));
        if (auto written = writeFileAtomically(path, source.readAll().toStdString()); !written)
            return tl::unexpected(std::move(written.error()));
        paths.push_back(path.toStdString());
    }
    return paths;
}

} // namespace inspector
