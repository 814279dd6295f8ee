// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ProblemList.h"

#include "core/base/Utf8.h"

namespace inspector {

void ProblemList::add(Problem::Kind kind, std::string_view subject, const Problem::Place &place,
    const std::function<std::string()> &text)
{
    ++m_revision;
    m_key.first = kind;
    m_key.second = utf8Start(subject, maxBytes);
    const auto known = m_places.find(m_key);
    if (known != m_places.end()) {
        Problem &problem = m_problems[known->second];
        ++problem.count;
        problem.last = place;
    } else if (m_problems.size() < maxKept) {
        m_places.emplace(m_key, m_problems.size());
        m_problems.push_back({kind, m_key.second, std::string(utf8Start(text(), maxBytes)), 1, place, place});
    } else {
        ++m_leftOut;
    }
}

} // namespace inspector
