// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/ChangeTable.h"

#include "core/artifacts/MarkdownTable.h"
#include "core/base/SafeText.h"
#include "core/base/ShortJson.h"

namespace inspector {

namespace {

using Kind = JsonChange::Kind;

char signOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return '+';
    case Kind::Removed:
        return '-';
    case Kind::Moved:
        return '>';
    default:
        return '~';
    }
}

std::string valuesOf(const JsonChange &change)
{
    switch (change.kind) {
    case Kind::Added:
        return shortJson(change.after);
    case Kind::Removed:
        return shortJson(change.before);
    default:
        return shortJson(change.before) + " → " + shortJson(change.after);
    }
}

} // namespace

const char *wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return "added";
    case Kind::Removed:
        return "removed";
    case Kind::Moved:
        return "moved";
    default:
        return "changed";
    }
}

std::string changeLines(const JsonChanges &changes)
{
    std::string text;
    for (const JsonChange &change : changes)
        text += std::string("  ") + signOf(change.kind) + ' ' +
                safeForLog(change.path + "  " + valuesOf(change)) + '\n';
    return text;
}

std::string changeTable(const JsonChanges &changes)
{
    MarkdownTable table({"", "path", "base", "head"});
    const auto cell = [](const JsonValue &value) { return JsonValue(safeForLog(shortJson(value))); };
    for (const JsonChange &change : changes) {
        table.addRow({wordOf(change.kind), safeForLog(change.path),
            change.kind == Kind::Added ? JsonValue() : cell(change.before),
            change.kind == Kind::Removed ? JsonValue() : cell(change.after)});
    }
    return table.text();
}

} // namespace inspector
