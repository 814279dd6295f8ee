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
    std::string field;
    for (const std::string_view part : m_path) {
        if (!field.empty())
            field += '.';
        field += part;
    }
    const bool known = std::any_of(
        m_issues.begin(), m_issues.end(), [&](const FieldIssue &issue) { return issue.field == field; });
    if (!known && m_issues.size() < maxIssues)
        m_issues.push_back({std::move(field), std::string(expected), std::string(found)});
}

} // namespace inspector
