// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/DigestingWriter.h"

#include "core/base/Sha256.h"

#include <utility>

namespace inspector {

DigestingWriter::DigestingWriter(std::shared_ptr<ArtifactWriter> writer)
    : m_writer(std::move(writer))
{}

Result<WrittenArtifact> DigestingWriter::write(const Artifact &artifact, const JsonObject &context)
{
    m_digests.push_back({artifact.type, artifact.section, artifact.mimeType, sha256(artifact.content)});
    return m_writer->write(artifact, context);
}

} // namespace inspector
