// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/CiArtifactPublisher.h"
#include "core/telemetry/ExportRequest.h"

#include <functional>

namespace inspector {

/// Exports and publishes: the one way from sessions to what a job takes, by `--export` and by the window's
/// button alike (docs/architecture.md).
class ExportPipeline
{
public:
    struct Done
    {
        ExportOutcome outcome; ///< also tells of the publishing, as the result document shows it
        PublishOutcome published;
    };

    /// The clock of `parts` gives the time that stands in the artifacts; its bus may be absent.
    explicit ExportPipeline(CiArtifactPublisher::Parts parts);

    /// `publishing` lacks prefix, shard and context, which are those of the request; its options are added to
    /// the request's. `exported` (may be empty) is called between the two. An earlier manifest that cannot be
    /// removed ends it before it begins, as `outcome.error`. An export that is stopped before it is complete
    /// is not published.
    [[nodiscard]] Done run(const ExportRequest &request, const PublishRequest &publishing,
        const std::function<void()> &exported = {}) const;

private:
    CiArtifactPublisher::Parts m_parts;
};

} // namespace inspector
