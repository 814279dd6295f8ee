// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saves/SaveFile.h"

#include <QString>

#include <string>
#include <vector>

namespace inspector {

/// A save that was read from a file, and what was odd about it.
struct LoadedSave
{
    SaveFile save;
    std::vector<FieldIssue> issues;   ///< fields of the wrong type, those of the game data excepted
    std::vector<std::string> repairs; ///< what was mended in the JSON text, in words

    /// Errors name the path: those of ObjectFile::read and SaveFile::fromJson.
    [[nodiscard]] static Result<LoadedSave> read(const QString &path);
};

} // namespace inspector
