// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/SummaryMarkdown.h"
#include "core/publish/PublishedSet.h"
#include "core/publish/Redactor.h"
#include "core/telemetry/ExportOutcome.h"

#include <vector>

namespace inspector {

/// What the job summary of an export tells, without secrets: they go before the text is made Markdown of,
/// which would spell them differently.
[[nodiscard]] SummaryContent summaryContent(const ExportOutcome &exported, const Redactor &redactor);

/// What a job's page should point out, without secrets: errors, then warnings.
[[nodiscard]] std::vector<PublishedSet::Notice> noticesOf(
    const ExportOutcome &exported, const Redactor &redactor);

} // namespace inspector
