// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/TrackAxis.h"

#include <QObject>

namespace inspector {

class FrameSource;
class LanePlot;
class SessionCursor;
class TimeRuler;

/// Shows on lanes and their ruler the time that the mouse is over in any view, and tells the others when it
/// is over these.
class LaneHover final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LaneHover)

public:
    struct Parts
    {
        LanePlot &plot;
        TimeRuler &ruler;
        FrameSource &source;
        SessionCursor &cursor;
    };

    /// The parts must outlive it.
    LaneHover(const Parts &parts, QObject *parent);

    /// What the lanes stand on; time at first.
    void setUnit(TrackAxis::Unit unit) { m_unit = unit; }

private:
    void tell(double x);
    void show();

    Parts m_parts;
    TrackAxis::Unit m_unit = TrackAxis::Unit::Time;
};

} // namespace inspector
