// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/TrackAxis.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace inspector {

class Clock;
struct Theme;

/// What lanes were drawn of last, so that they are made anew only where something else is to be seen. Making
/// them looks at every visible point of a session: while it grows, that takes a small part of the time only,
/// however long it takes.
class DrawnTracks final : public QObject
{
    Q_DISABLE_COPY_MOVE(DrawnTracks)

public:
    struct What
    {
        std::uint64_t session = 0; ///< InspectorFrame::session
        std::shared_ptr<const SessionTracks> tracks;
        TrackAxis axis;
        int width = 0; ///< of the part with the lines, in pixels
        const Theme *theme = nullptr;
        std::uint64_t beside = 0; ///< a number of its own for each that is drawn beside the session

        friend bool operator==(const What &, const What &) = default;
    };

    /// `redraw` is called when it is time for what was put off. `clock` must outlive it.
    DrawnTracks(const Clock &clock, std::function<void()> redraw);

    /// Calls `draw` where `what` is not what was drawn last; later where it only grew and drawing took its
    /// share of the time, or was less than `leastMs` ago.
    void show(const What &what, std::int64_t leastMs, const std::function<void()> &draw);

private:
    const Clock &m_clock;
    What m_what;
    std::int64_t m_drawnAt = 0; // ns
    std::int64_t m_cost = 0;    // ns
    QTimer m_later;
};

} // namespace inspector
