// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/ArtifactWriter.h"

#include <vector>

namespace inspector {

/// Keeps artifacts in memory: for previews and tests. An artifact of the same name replaces the earlier one.
class MemoryTelemetryWriter final : public ArtifactWriter
{
public:
    [[nodiscard]] std::string id() const override { return "memory"; }
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &context) override;

    /// In order of first arrival.
    [[nodiscard]] const std::vector<Artifact> &artifacts() const { return m_artifacts; }
    /// The context of the last write.
    [[nodiscard]] const JsonObject &lastContext() const { return m_lastContext; }

private:
    std::vector<Artifact> m_artifacts;
    JsonObject m_lastContext;
};

} // namespace inspector
