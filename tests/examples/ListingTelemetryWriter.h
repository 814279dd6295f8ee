// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/ArtifactWriter.h"

#include <string>

namespace inspector {

/// Keeps no artifact, but a line for each: its bytes and its name (docs/adding-a-writer.md).
class ListingTelemetryWriter final : public ArtifactWriter
{
public:
    [[nodiscard]] std::string id() const override { return "listing"; }
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &context) override;

    [[nodiscard]] const std::string &text() const { return m_text; }

private:
    std::string m_text;
};

} // namespace inspector
