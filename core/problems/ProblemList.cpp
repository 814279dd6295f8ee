// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ProblemList.h"

namespace inspector {

void ProblemList::add(Problem::Kind kind, std::string_view subject, const Problem::Place &place,
    const std::function<std::string()> &text)
{
    ++m_revision;
    m_key.first = kind;
    m_key.second = subject;
    const auto known = m_places.find(m_key);
    if (known != m_places.end()) {
        Problem &problem = m_problems[known->second];
        ++problem.count;
        problem.last = place;
    } else if (m_problems.size() < maxKept) {
        m_places.emplace(m_key, m_problems.size());
        m_problems.push_back({kind, std::string(subject), text(), 1, place, place});
    } else {
        ++m_leftOut;
    }
}

} // namespace inspector
