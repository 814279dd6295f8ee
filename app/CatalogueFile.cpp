// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CatalogueFile.h"

#include <QByteArray>
#include <QFile>

namespace inspector {

Result<FactionCatalogue> loadCatalogue(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure("catalogue_unreadable", path + " cannot be read: " + file.errorString().toStdString(),
            "Check --factions and TELEMETRY_FACTIONS.");
    }
    const QByteArray bytes = file.readAll();
    return FactionCatalogue::fromJson({bytes.constData(), static_cast<std::size_t>(bytes.size())}, path);
}

} // namespace inspector
