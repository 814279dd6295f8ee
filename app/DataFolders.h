// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inspector {

/// Where the tool keeps its own save slots unless --slots names another folder: `telemetry-inspector/slots`
/// in the user's data folder. Needs no application object; makes no folder.
[[nodiscard]] std::string defaultSlotsFolder();

/// The folder of both, `telemetry-inspector`.
[[nodiscard]] std::string defaultDataFolder();

/// Where games that attach are recorded unless --session-out names a file: `telemetry-inspector/sessions` in
/// the same folder.
[[nodiscard]] std::string defaultSessionsFolder();

} // namespace inspector
