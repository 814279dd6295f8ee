// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorFrame.h"
#include "core/telemetry/PlotDrawer.h"
#include "ui/common/ThemeController.h"

#include <QString>

namespace inspector {

struct PlotPicture;
class FactionCatalogue;

/// Draws all that is to be seen of a session, from its start to the cursor of a frame, in the light
/// appearance: the lanes of factions and of the tutorial, how long its steps took, the matrix of cascades,
/// and the plane of each faction that was told of. For the thread of the windows; none appears.
class SessionPictures
{
public:
    /// `sourceName` stands in the pictures; `createdAt` in those that tell it. All must outlive it.
    SessionPictures(
        const InspectorFrame &frame, const FactionCatalogue &catalogue, QString sourceName, TimeMs createdAt);

    /// As PNG, PDF and SVG each. Pictures that would be empty are left out.
    [[nodiscard]] Result<std::vector<PlotDrawer::Plot>> draw();

private:
    [[nodiscard]] Result<void> drawFactions();
    [[nodiscard]] Result<void> drawTutorial();
    [[nodiscard]] Result<void> drawDurations();
    [[nodiscard]] Result<void> drawCascades();
    [[nodiscard]] Result<void> drawPlanes();
    [[nodiscard]] Result<void> drawPlane(const Faction &faction, const std::string &name);
    template <class Fill>
    [[nodiscard]] Result<void> drawLanes(
        const std::string &name, const QString &title, std::size_t lanes, Fill fill);
    [[nodiscard]] Result<void> add(const std::string &name, PlotPicture picture);

    const InspectorFrame &m_frame;
    const FactionCatalogue &m_catalogue;
    const QString m_sourceName;
    const TimeMs m_createdAt;
    ThemeController m_theme;
    TimeMs m_end; // of what is drawn
    std::vector<PlotDrawer::Plot> m_plots;
};

} // namespace inspector
