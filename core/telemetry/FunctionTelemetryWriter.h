// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/ArtifactWriter.h"

#include <functional>
#include <utility>

namespace inspector {

/// A caller's function as a writer.
class FunctionTelemetryWriter final : public ArtifactWriter
{
public:
    using Function = std::function<Result<WrittenArtifact>(const Artifact &, const JsonObject &context)>;

    FunctionTelemetryWriter(std::string id, Function function)
        : m_id(std::move(id))
        , m_function(std::move(function))
    {}

    [[nodiscard]] std::string id() const override { return m_id; }
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &context) override
    {
        return m_function(artifact, context);
    }

private:
    std::string m_id;
    Function m_function;
};

} // namespace inspector
