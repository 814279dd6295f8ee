// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/saves/SlotMetadata.h"

#include <QString>

#include <string>
#include <vector>

namespace inspector {

/// One slot of a folder.
struct SlotInfo
{
    std::string slot;
    SlotMetadata metadata;

    /// Whether it is one of those of which only the newest are kept.
    [[nodiscard]] bool isManual() const;

    friend bool operator==(const SlotInfo &, const SlotInfo &) = default;
};

/// The slots of a folder, newest first, then by name. A slot is listed from `save_metadata.json` where that
/// has an entry for it which is that of its file, else from the file; an entry without a file is dropped.
struct SlotList
{
    std::vector<SlotInfo> entries;
    std::vector<Error> problems; ///< of files that cannot be listed, and of the metadata; they cost no other

    /// Reads a folder; one that does not exist has no slots. Errors: `folder_unreadable`.
    [[nodiscard]] static Result<SlotList> read(const QString &folder);

    /// The oldest manual slot, by time, then name; nullptr where there are fewer than `atLeast`.
    [[nodiscard]] const SlotInfo *oldestManual(std::size_t atLeast) const;

    /// The text of `save_metadata.json`.
    [[nodiscard]] std::string metadataText() const;
};

/// The file that says what is in the slots of `folder`.
[[nodiscard]] QString slotMetadataPath(const QString &folder);

} // namespace inspector
