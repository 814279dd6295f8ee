// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/Fields.h"

#include <string>
#include <string_view>
#include <variant>

namespace inspector {

/// Step ids in the order in which they were appended, with a hashed look-up: the list of completed steps has
/// no limit.
class StepList
{
public:
    [[nodiscard]] const SharedList<std::string> &ids() const { return m_ids; }
    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] bool contains(std::string_view id) const { return m_known.contains(id); }

    /// Whether both are one object: the cheap test for "nothing changed here".
    [[nodiscard]] bool same(const StepList &other) const { return m_ids.same(other.m_ids); }

    /// Whether the first ids of both are one object.
    [[nodiscard]] bool sharesFirstEntry(const StepList &other) const
    {
        return m_known.sharesFirstEntry(other.m_known);
    }

    void append(const std::string &id)
    {
        m_ids.push_back(id);
        if (!m_known.contains(id))
            m_known.set(id, {});
    }

    friend bool operator==(const StepList &a, const StepList &b) { return a.m_ids == b.m_ids; }

private:
    SharedList<std::string> m_ids;
    KeyOrderedMap<std::monostate> m_known;
};

[[nodiscard]] inline JsonValue toJson(const StepList &steps)
{
    return toJson(steps.ids());
}

/// A number is no mistake: older games kept how many steps are completed, not which.
inline bool readField(const JsonValue &from, StepList &into, FieldReader &reader)
{
    if (from.asNumber() != nullptr)
        return false;
    SharedList<std::string> ids;
    const bool read = readField(from, ids, reader);
    if (read)
        into = {};
    for (const std::string &id : ids)
        into.append(id);
    return read;
}

} // namespace inspector
