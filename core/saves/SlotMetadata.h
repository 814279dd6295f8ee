// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/saves/SaveFile.h"
#include "core/state/Fields.h"

#include <optional>
#include <string>
#include <string_view>

namespace inspector {

/// What the list of a slot folder says of one slot (docs/formats.md, "Slots").
struct SlotMetadata
{
    TimeMs timestamp = 0; ///< when it was saved, ms since the epoch
    double playtime = 0;  ///< ms
    double version = SaveFile::currentVersion;
    std::string slotType; ///< "auto" or "manual"
    std::string label;    ///< the name as it was typed, may be empty
    std::string snapshotSource;

    static constexpr auto fields()
    {
        return std::tuple(field("timestamp", &SlotMetadata::timestamp),
            field("playtime", &SlotMetadata::playtime), field("version", &SlotMetadata::version),
            field("slotType", &SlotMetadata::slotType), field("label", &SlotMetadata::label),
            field("snapshotSource", &SlotMetadata::snapshotSource));
    }
    friend bool operator==(const SlotMetadata &, const SlotMetadata &) = default;

    /// What is to be said of `save` in that slot.
    [[nodiscard]] static SlotMetadata of(std::string_view slot, const SaveFile &save);

    /// An entry of the list; nothing where it has no timestamp or a field of the wrong type.
    [[nodiscard]] static std::optional<SlotMetadata> fromJson(std::string_view slot, const JsonValue &entry);
};

} // namespace inspector
