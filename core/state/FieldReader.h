// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonValue.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inspector {

/// A field whose JSON type is not the one that it must have; it counts as absent (docs/formats.md, "Lines").
struct FieldIssue
{
    std::string
        field; ///< path below the payload or snapshot, e.g. "newFame" or "factions.byId.vanguard_prime.fame"
    std::string expected; ///< "a number"
    std::string found;    ///< "string"

    /// The issue in words.
    [[nodiscard]] std::string reason() const;

    friend bool operator==(const FieldIssue &, const FieldIssue &) = default;
};

/// Collects what was wrong while values are read from JSON, and knows where in it the reading stands.
class FieldReader
{
public:
    /// Names the member or element that is read while this object lives.
    class Scope
    {
    public:
        Scope(FieldReader &reader, std::string_view name)
            : m_reader(reader)
            , m_outer(reader.m_innermost)
            , m_name(name)
        {
            m_reader.m_innermost = this;
        }
        Scope(FieldReader &reader, std::size_t index)
            : Scope(reader, std::string_view())
        {
            m_index = index;
        }
        ~Scope() { m_reader.m_innermost = m_outer; }
        Scope(const Scope &) = delete;
        Scope &operator=(const Scope &) = delete;

    private:
        friend class FieldReader;
        FieldReader &m_reader;
        const Scope *m_outer;
        std::string_view m_name;
        std::optional<std::size_t> m_index; // of an element, in place of a name
    };

    /// Passes `fits` on. Where the value here does not fit and is not null, remembers that `expected` was
    /// due; a second report of the same field is dropped.
    bool accept(bool fits, std::string_view expected, const JsonValue &found)
    {
        if (!fits && !found.isNull())
            report(expected, found.typeName());
        return fits;
    }

    [[nodiscard]] const std::vector<FieldIssue> &issues() const { return m_issues; }
    void clear() { m_issues.clear(); }

private:
    void report(std::string_view expected, std::string_view found);

    const Scope *m_innermost = nullptr; // the path is put together only when something is wrong
    std::vector<FieldIssue> m_issues;
};

} // namespace inspector
