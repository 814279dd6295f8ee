// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SlotsFolder.h"

#include <QStandardPaths>

namespace inspector {

// AppDataLocation would be the same folder, but only while an application object knows the program's name.
std::string defaultSlotsFolder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return data.toStdString() + "/telemetry-inspector/slots";
}

} // namespace inspector
