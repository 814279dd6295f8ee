// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problems/ProblemList.h"

#include "core/base/KeyHash.h"
#include "core/base/Utf8.h"

namespace inspector {

void ProblemList::add(Problem::Kind kind, std::string_view subject, const Problem::Place &place,
    const std::function<std::string()> &text)
{
    ++m_revision;
    const std::string_view kept = utf8Start(subject, maxBytes);
    const auto isIt = [&](std::size_t at) {
        return m_problems[at].kind == kind && m_problems[at].subject == kept;
    };
    const auto count = [&](std::size_t at) {
        ++m_problems[at].count;
        m_problems[at].last = place;
        m_newest = at;
    };
    if (m_newest && isIt(*m_newest))
        return count(*m_newest);
    const std::uint32_t hash = keyHash(kept);
    if (const std::size_t known = m_places.find(hash, isIt); known != HashIndex::none) {
        count(known);
    } else if (m_problems.size() < maxKept) {
        m_places.insert(hash, m_problems.size());
        m_newest = m_problems.size();
        m_problems.push_back(
            {kind, std::string(kept), std::string(utf8Start(text(), maxBytes)), 1, place, place});
    } else {
        ++m_leftOut;
    }
}

} // namespace inspector
