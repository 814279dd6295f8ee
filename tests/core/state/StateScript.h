// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/WorldState.h"
#include "tests/support/TestJson.h"

#include <QByteArrayList>

namespace inspector {

/// `base` with the members of `changes` in their stead.
inline JsonValue merged(const JsonValue &base, const JsonValue &changes)
{
    JsonObject::Members members = base.asObject()->members();
    for (const JsonObject::Member &member : *changes.asObject())
        members.push_back(member);
    return JsonObject(std::move(members));
}

/// Events written as a JSON list of `[name, timestamp, payload]`.
inline std::vector<Event> eventsOf(std::string_view script)
{
    const JsonValue list = json(script);
    std::vector<Event> events;
    for (const JsonValue &each : *list.asArray()) {
        const JsonArray &parts = *each.asArray();
        events.push_back({*parts.at(0).asString(), *parts.at(1).asNumber(), parts.at(2)});
    }
    return events;
}

/// `state` after the events of a script; one that no slice knows fails the test.
inline WorldState played(std::string_view script, WorldState state = {})
{
    for (const Event &event : eventsOf(script)) {
        FieldReader reader;
        if (const auto action = decodeAction(event, reader))
            state = reduce(std::move(state), *action);
        else
            QTest::qFail(("no slice knows " + event.name).c_str(), __FILE__, __LINE__);
    }
    return state;
}

/// One line per issue: `field: found instead of expected`.
inline QByteArrayList shownIssues(const std::vector<FieldIssue> &issues)
{
    QByteArrayList lines;
    for (const FieldIssue &issue : issues)
        lines.append(
            QByteArray::fromStdString(issue.field + ": " + issue.found + " instead of " + issue.expected));
    return lines;
}

inline WorldState hydratedFrom(std::string_view snapshot, const WorldState &start = {})
{
    FieldReader reader;
    return hydrated(*json(snapshot).asObject(), start, reader);
}

} // namespace inspector
