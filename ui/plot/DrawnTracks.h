// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/TrackAxis.h"

#include <QElapsedTimer>

#include <memory>

namespace inspector {

struct Theme;

/// What lanes were drawn of last, so that they are made anew only where something else is to be seen. Making
/// them looks at every visible point of a session.
class DrawnTracks
{
public:
    struct What
    {
        std::shared_ptr<const SessionTracks> tracks;
        TrackAxis axis;
        int width = 0; ///< of the part with the lines, in pixels
        const Theme *theme = nullptr;

        friend bool operator==(const What &, const What &) = default;
    };

    /// Whether `what` has to be drawn; then it counts as drawn. While a session is read, `isGrowing`, that is
    /// some times a second at most.
    [[nodiscard]] bool take(const What &what, bool isGrowing);

private:
    What m_what;
    QElapsedTimer m_since;
};

} // namespace inspector
