// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/JsonValue.h"
#include "core/base/Result.h"
#include "core/session/ReadReport.h"

#include <string_view>
#include <vector>

namespace inspector {

/// A file that is one JSON object: a bare world-state snapshot, or a save around one (docs/formats.md).
struct SnapshotDocument
{
    JsonObject snapshot;
    TimeMs timestamp = 0;            ///< ms since the epoch
    std::vector<ReadIssue> warnings; ///< of the file as a whole

    /// Tells what `text` is by its content. A bare snapshot has no time of its own: it takes `modifiedAt`,
    /// when its file was last changed. Errors: `not_understood`, `future_version`.
    [[nodiscard]] static Result<SnapshotDocument> read(std::string_view text, TimeMs modifiedAt);
};

/// The error of an input that is nothing of what can be opened.
[[nodiscard]] tl::unexpected<Error> notUnderstood(const std::string &why);

} // namespace inspector
