// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/examples/ListingTelemetryWriter.h"

namespace inspector {

Result<WrittenArtifact> ListingTelemetryWriter::write(
    const Artifact &artifact, const JsonObject & /*context*/)
{
    if (artifact.filename.find('\n') != std::string::npos)
        return failure("bad_name", "a name with a line end cannot be listed", "Choose another --prefix.");
    m_text.append(std::to_string(artifact.content.size())).append(" ").append(artifact.filename).append("\n");
    return WrittenArtifact{artifact.filename, artifact.content.size()};
}

} // namespace inspector
