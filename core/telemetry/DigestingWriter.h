// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/ArtifactWriter.h"

#include <memory>
#include <vector>

namespace inspector {

/// Notes the digest of each artifact and passes it on to another writer.
class DigestingWriter final : public ArtifactWriter
{
public:
    struct Digest
    {
        std::string type; ///< of the artifact
        std::string section;
        std::string mimeType;
        std::string sha256; ///< of its bytes, lower-case hex
    };

    explicit DigestingWriter(std::shared_ptr<ArtifactWriter> writer);

    [[nodiscard]] std::string id() const override { return m_writer->id(); }
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &context) override;
    [[nodiscard]] Result<void> finish() override { return m_writer->finish(); }

    /// In the order of the artifacts, also of those that were not written.
    [[nodiscard]] const std::vector<Digest> &digests() const { return m_digests; }

private:
    std::shared_ptr<ArtifactWriter> m_writer;
    std::vector<Digest> m_digests;
};

} // namespace inspector
