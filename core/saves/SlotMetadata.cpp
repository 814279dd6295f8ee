// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotMetadata.h"

#include "core/saves/SlotName.h"

namespace inspector {

namespace {

std::string typeOf(std::string_view slot)
{
    return slot == autosaveSlot ? "auto" : "manual";
}

} // namespace

SlotMetadata SlotMetadata::of(std::string_view slot, const SaveFile &save)
{
    return {save.timestamp, save.playtime, save.version, typeOf(slot), save.slotLabel, save.snapshotSource};
}

std::optional<SlotMetadata> SlotMetadata::fromJson(std::string_view slot, const JsonValue &entry)
{
    const JsonObject *object = entry.asObject();
    if (object == nullptr || (*object)["timestamp"].isNull())
        return std::nullopt;
    SlotMetadata metadata;
    metadata.slotType = typeOf(slot);
    FieldReader reader;
    readField(entry, metadata, reader);
    if (!reader.issues().empty())
        return std::nullopt;
    return metadata;
}

} // namespace inspector
