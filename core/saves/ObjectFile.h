// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"
#include "core/base/Result.h"

#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace inspector {

/// A file that holds one JSON object.
struct ObjectFile
{
    static constexpr std::size_t maxBytes = 64U << 20U;

    JsonObject object;
    std::vector<std::string> repairs; ///< what was mended in the text, in words

    /// Reads the plain file under `path`; a link is not followed. Errors name the path: `file_missing`,
    /// `not_a_file`, `file_unreadable`, `too_large` (more than maxBytes), `not_understood`.
    [[nodiscard]] static Result<ObjectFile> read(const QString &path);
};

} // namespace inspector
