// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ProblemList.h"

#include "core/base/Utf8.h"

namespace inspector {

void ProblemList::add(Problem::Kind kind, std::string_view subject, const Problem::Place &place,
    const std::function<std::string()> &text)
{
    ++m_revision;
    const auto count = [&](std::size_t at) {
        ++m_problems[at].count;
        m_problems[at].last = place;
        m_newest = at;
    };
    if (m_newest && m_problems[*m_newest].kind == kind && m_problems[*m_newest].subject == subject)
        return count(*m_newest);
    m_key.first = kind;
    m_key.second = utf8Start(subject, maxBytes);
    const auto known = m_places.find(m_key);
    if (known != m_places.end()) {
        count(known->second);
    } else if (m_problems.size() < maxKept) {
        m_places.emplace(m_key, m_problems.size());
        m_newest = m_problems.size();
        m_problems.push_back({kind, m_key.second, std::string(utf8Start(text(), maxBytes)), 1, place, place});
    } else {
        ++m_leftOut;
    }
}

} // namespace inspector
