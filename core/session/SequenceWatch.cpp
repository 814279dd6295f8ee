// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SequenceWatch.h"

#include <utility>

namespace inspector {

std::optional<double> SequenceWatch::jumpFrom(const SessionRecord &record)
{
    if (record.type == SessionRecord::Type::Session)
        *this = {};
    m_isTold = m_isTold || record.type == SessionRecord::Type::Gap;
    if (!record.seq)
        return std::nullopt;
    const std::optional<double> before = std::exchange(m_previous, record.seq);
    const bool isTold = std::exchange(m_isTold, false);
    return before && *record.seq != *before + 1 && !isTold ? before : std::nullopt;
}

} // namespace inspector
