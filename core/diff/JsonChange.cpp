// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/JsonChange.h"

namespace inspector {

JsonValue jsonPatch(const JsonChanges &changes)
{
    using Kind = JsonChange::Kind;
    JsonArray operations;
    operations.reserve(changes.size());
    for (const JsonChange &change : changes) {
        switch (change.kind) {
        case Kind::Added:
            operations.push_back(
                JsonObject{{"op", "add"}, {"path", change.pointer}, {"value", change.after}});
            break;
        case Kind::Removed:
            operations.push_back(JsonObject{{"op", "remove"}, {"path", change.pointer}});
            break;
        case Kind::Changed:
            operations.push_back(
                JsonObject{{"op", "replace"}, {"path", change.pointer}, {"value", change.after}});
            break;
        case Kind::Moved:
            operations.push_back(JsonObject{{"op", "move"}, {"from", change.from}, {"path", change.pointer}});
            break;
        }
    }
    return operations;
}

} // namespace inspector
