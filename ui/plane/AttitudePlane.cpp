// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plane/AttitudePlane.h"

#include "core/factions/AttitudeRule.h"
#include "ui/common/Words.h"

#include <QCoreApplication>

namespace inspector {

namespace {

constexpr int cellsAlong = 201; // half a unit of fame each, of 0 to 100

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PlaneView)
};

} // namespace

PlaneContent planeContent(const Faction &faction, const CascadeRule &limits, const Theme &theme)
{
    PlaneContent content;
    content.xTitle = Tr::tr("fame");
    content.yTitle = Tr::tr("infamy");
    content.least = limits.min;
    content.greatest = limits.max;
    content.side = cellsAlong;
    content.cells = attitudePlane(faction, limits.min, limits.max, cellsAlong);
    for (const std::string_view attitude : attitudeNames)
        content.regions.push_back({words::attitude(attitude), theme.attitude(attitude)});
    return content;
}

void setPath(PlaneContent &content, const AttitudePath &path)
{
    for (const AttitudePath::Point &point : path.points)
        content.path.emplace_back(point.fame, point.infamy);
    if (!content.path.empty())
        content.now = content.path.back();
}

QString planeTitle(const Faction &faction)
{
    return Tr::tr("%1: attitudes over fame and infamy").arg(words::text(faction.name));
}

} // namespace inspector
