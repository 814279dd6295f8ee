// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/ExportInput.h"

#include "core/session/DemoMission.h"

namespace inspector {

Result<SessionInput> openExportInput(const ExportRequest &request, const ExportItem &item)
{
    if (!item.file.empty()) {
        InputSpool::Options options;
        options.stop = request.stop;
        return SessionInput::openFile(item.file, options);
    }
    return DemoMission::load(request.mission, request.factions()).map([&](const DemoMission &mission) {
        const std::string name = "mission:" + request.mission + ":" + std::to_string(item.seed);
        return SessionInput::fromText(name, mission.session(item.seed));
    });
}

} // namespace inspector
