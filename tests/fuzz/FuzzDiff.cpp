// SPDX-License-Identifier: GPL-3.0-or-later
// Two values with a zero byte between: the patch of their differences has to make the second of the first.
#include "core/base/JsonReader.h"
#include "core/diff/JsonDiff.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/support/JsonPatcher.h"

using namespace inspector;

void fuzz(std::string_view input)
{
    const Result<JsonValue> base = parseJson(takePart(input, '\0'));
    const Result<JsonValue> head = parseJson(input);
    if (!base || !head)
        return;
    const JsonChanges changes = diffJson(*base, *head);
    require(JsonPatcher::isSame(JsonPatcher::apply(*base, jsonPatch(changes)), *head),
        "a patch makes the head of the base");
    require(changes.empty() == isSameJson(*base, *head, {}), "whether they are the same is told alike");
}
