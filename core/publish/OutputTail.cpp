// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/OutputTail.h"

#include "core/base/Utf8.h"

#include <algorithm>

namespace inspector {

void OutputTail::append(std::string_view bytes)
{
    m_bytes += bytes.size();
    const std::size_t toHead = std::min(keptBytes - m_head.size(), bytes.size());
    m_head += bytes.substr(0, toHead);
    bytes.remove_prefix(toHead);
    if (bytes.size() >= keptBytes) {
        m_tail = bytes.substr(bytes.size() - keptBytes);
        return;
    }
    m_tail += bytes;
    if (m_tail.size() > 2 * keptBytes)
        m_tail.erase(0, m_tail.size() - keptBytes);
}

std::string OutputTail::text(const Redactor &redactor) const
{
    if (m_bytes <= m_head.size() + m_tail.size() && m_bytes <= 2 * keptBytes)
        return toValidUtf8(redactor.redacted(m_head + m_tail));
    const std::string_view tail =
        std::string_view(m_tail).substr(m_tail.size() - std::min(m_tail.size(), keptBytes));
    const std::uint64_t left = m_bytes - m_head.size() - tail.size();
    return toValidUtf8(redactor.redactedHead(m_head) + "\n[… " + std::to_string(left) +
                       " bytes left out …]\n" + redactor.redactedTail(tail));
}

} // namespace inspector
