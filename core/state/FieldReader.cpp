// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/FieldReader.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {
constexpr std::size_t maxIssues = 1000; // of one payload or snapshot; a hostile one must not fill the memory
}

std::string FieldIssue::reason() const
{
    return "\"" + field + "\" must be " + expected + ", not " + found + "; it counts as absent";
}

void FieldReader::report(std::string_view expected, std::string_view found)
{
    std::vector<const Scope *> path;
    for (const Scope *scope = m_innermost; scope != nullptr; scope = scope->m_outer)
        path.push_back(scope);
    std::string field;
    std::for_each(path.rbegin(), path.rend(), [&](const Scope *scope) {
        if (!field.empty())
            field += '.';
        field += scope->m_index ? std::to_string(*scope->m_index) : std::string(scope->m_name);
    });
    const bool known = std::any_of(
        m_issues.begin(), m_issues.end(), [&](const FieldIssue &issue) { return issue.field == field; });
    if (!known && m_issues.size() < maxIssues)
        m_issues.push_back({std::move(field), std::string(expected), std::string(found)});
}

} // namespace inspector
