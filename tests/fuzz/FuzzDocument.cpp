// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot or a save: what is read of it has to be what is read of that once more.
#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "core/saves/SaveFile.h"
#include "core/state/WorldState.h"
#include "tests/fuzz/Fuzz.h"

using namespace inspector;

namespace {

void checkSave(const JsonObject &object)
{
    FieldReader reader;
    const Result<SaveFile> save = SaveFile::fromJson(object, reader);
    if (!save)
        return;
    FieldReader again;
    const Result<SaveFile> same = SaveFile::fromJson(*save->toJson().asObject(), again);
    require(same.has_value(), "a save that was written can be read");
    require(same->gameData == save->gameData && same->slot == save->slot, "a save is what was written");
    require(again.issues().empty(), "a save that was written has no fault");
}

void checkSnapshot(const JsonObject &object)
{
    FieldReader reader;
    const JsonValue snapshot = snapshotJson(hydrated(object, WorldState(), reader));
    FieldReader again;
    const JsonValue same = snapshotJson(hydrated(*snapshot.asObject(), WorldState(), again));
    require(toJsonText(same, JsonLayout::Compact) == toJsonText(snapshot, JsonLayout::Compact),
        "a snapshot hydrates to what it is of");
    require(again.issues().empty(), "a snapshot that was written has no fault");
}

} // namespace

void fuzz(std::string_view input)
{
    const Result<JsonValue> value = parseJson(input);
    if (!value)
        return;
    const Result<JsonValue> again = parseJson(toJsonText(*value, JsonLayout::Compact));
    require(again.has_value(), "JSON that was written can be read");
    if (const JsonObject *object = value->asObject()) {
        checkSave(*object);
        checkSnapshot(*object);
    }
}
