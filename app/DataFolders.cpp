// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DataFolders.h"

#include <QStandardPaths>

namespace inspector {

namespace {

// AppDataLocation would be the same folder, but only while an application object knows the program's name.
std::string inDataFolder(const char *name)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data.toStdString() + "/telemetry-inspector/" + name;
}

} // namespace

std::string defaultSlotsFolder()
{
    return inDataFolder("slots");
}

std::string defaultSessionsFolder()
{
    return inDataFolder("sessions");
}

} // namespace inspector
