// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/PublishOutcome.h"
#include "core/publish/Redactor.h"
#include "core/telemetry/ExportOutcome.h"

#include <string>

namespace inspector {

/// The checks of an export as JUnit XML: that each input is clean, that each artifact was written, that each
/// command did its work. Times are properties and fail nothing. Without secrets.
[[nodiscard]] std::string junitText(
    const ExportOutcome &exported, const PublishOutcome &published, const Redactor &redactor);

} // namespace inspector
