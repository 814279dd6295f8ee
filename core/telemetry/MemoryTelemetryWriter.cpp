// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/MemoryTelemetryWriter.h"

#include <algorithm>

namespace inspector {

Result<WrittenArtifact> MemoryTelemetryWriter::write(const Artifact &artifact, const JsonObject &context)
{
    const auto known = std::find_if(m_artifacts.begin(), m_artifacts.end(),
        [&](const Artifact &each) { return each.filename == artifact.filename; });
    if (known == m_artifacts.end())
        m_artifacts.push_back(artifact);
    else
        *known = artifact;
    m_lastContext = context;
    return WrittenArtifact{"memory:" + artifact.filename, artifact.content.size()};
}

} // namespace inspector
