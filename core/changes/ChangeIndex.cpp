// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/ChangeIndex.h"

namespace inspector {

std::size_t ChangeIndex::bytesUsed() const
{
    std::size_t bytes = factionSlice.bytesUsed() + tutorial.bytesUsed();
    for (const KeyOrderedMap<ChangeList> *map : {&factions, &otherParts})
        map->forEach([&](std::string_view key, const ChangeList &changes) {
            bytes += key.size() + sizeof(KeyOrderedMap<ChangeList>::Entry) + changes.bytesUsed();
        });
    return bytes;
}

} // namespace inspector
