// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/DrawnTracks.h"

namespace inspector {

bool DrawnTracks::take(const What &what, bool isGrowing)
{
    constexpr qint64 leastMs = 250;
    if (what == m_what)
        return false;
    const bool isLooked = what.width == m_what.width && what.theme == m_what.theme;
    if (isGrowing && isLooked && m_since.isValid() && m_since.elapsed() < leastMs)
        return false;
    m_what = what;
    m_since.start();
    return true;
}

} // namespace inspector
