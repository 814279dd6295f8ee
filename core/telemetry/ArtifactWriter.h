// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artifacts/Artifact.h"
#include "core/base/JsonValue.h"
#include "core/base/Result.h"

#include <cstdint>
#include <string>

namespace inspector {

/// Where an artifact went.
struct WrittenArtifact
{
    std::string path; ///< absolute for a file; otherwise whatever names the place
    std::uint64_t bytes = 0;

    friend bool operator==(const WrittenArtifact &, const WrittenArtifact &) = default;
};

/// Takes artifacts somewhere. One artifact at a time; a failure is a value and concerns that artifact only.
class ArtifactWriter
{
public:
    virtual ~ArtifactWriter() = default;

    /// Names the writer in reports; where it is empty, the adapter gives it a name.
    [[nodiscard]] virtual std::string id() const { return {}; }

    /// `context` is the caller's, handed through as it is.
    [[nodiscard]] virtual Result<WrittenArtifact> write(
        const Artifact &artifact, const JsonObject &context) = 0;

    /// Called once after the last artifact of an export: makes what was written durable as a set.
    [[nodiscard]] virtual Result<void> finish() { return {}; }
};

} // namespace inspector
