// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/JsonValue.h"
#include "core/base/Result.h"
#include "core/state/FieldReader.h"

#include <string>

namespace inspector {

/// A saved game as the game writes it (docs/formats.md, "Save file").
struct SaveFile
{
    static constexpr int currentVersion = 1;

    double version = currentVersion; ///< what its file said, 0 for nothing
    TimeMs timestamp = 0;            ///< when it was saved, ms since the epoch
    double playtime = 0;             ///< ms of play until then
    std::string slot;
    JsonObject gameData; ///< the store's snapshot; that of an older save is migrated
    std::string snapshotSource, slotLabel;

    /// Whether `object` is a save, by its content: it has `gameData`, or it has a `version` and is no bare
    /// snapshot, or its `version` is a number below 1.
    [[nodiscard]] static bool isSave(const JsonObject &object);

    /// What a save says. Fields of the wrong type count as absent and are told to `reader`. A save of version
    /// 0, or of none, is migrated; nothing is written. Errors: `future_version`, `not_understood` (no
    /// `gameData` in a save of version 1).
    [[nodiscard]] static Result<SaveFile> fromJson(const JsonObject &object, FieldReader &reader);

    /// As the current version is written.
    [[nodiscard]] JsonValue toJson() const;

    friend bool operator==(const SaveFile &, const SaveFile &) = default;
};

} // namespace inspector
