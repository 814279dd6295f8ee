// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionInput.h"
#include "core/telemetry/ExportPlan.h"

namespace inspector {

/// Opens an input of a request: its file, or where it has none the demo mission as its seed plays it. Errors:
/// those of SessionInput and DemoMission.
[[nodiscard]] Result<SessionInput> openExportInput(const ExportRequest &request, const ExportItem &item);

} // namespace inspector
