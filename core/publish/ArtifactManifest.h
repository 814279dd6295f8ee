// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/PublishOutcome.h"
#include "core/publish/PublishRequest.h"
#include "core/publish/Redactor.h"
#include "core/telemetry/ExportOutcome.h"

#include <string>

namespace inspector {

/// The manifest of a complete set of artifacts, as text with a final newline (docs/ci-integration.md,
/// "Manifest"; resources/schemas/ci-artifacts.schema.json). What differs from run to run stands in
/// generatedAt, generatedIso, metrics, ci and publish; the rest compares byte for byte. Without secrets.
[[nodiscard]] std::string manifestText(const ExportOutcome &exported, const PublishRequest &request,
    const PublishOutcome &published, TimeMs generatedAt, const Redactor &redactor);

/// The digests of the artifacts as `sha256sum --check` reads them, with names relative to the manifest.
[[nodiscard]] std::string checksumsText(const ExportOutcome &exported, const std::string &manifest);

/// Whether every input was read and every artifact written: only then there is a manifest.
[[nodiscard]] bool isComplete(const ExportOutcome &exported);

} // namespace inspector
