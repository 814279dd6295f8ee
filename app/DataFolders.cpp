// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DataFolders.h"

#include <QStandardPaths>

namespace inspector {

// AppDataLocation would be the same folder, but only while an application object knows the program's name.
std::string defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString() +
           "/telemetry-inspector";
}

std::string defaultSlotsFolder()
{
    return defaultDataFolder() + "/slots";
}

std::string defaultSessionsFolder()
{
    return defaultDataFolder() + "/sessions";
}

} // namespace inspector
