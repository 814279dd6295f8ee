// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tutorial/TutorialLanes.h"

#include "core/engine/TrackLookup.h"
#include "ui/common/Words.h"
#include "ui/plot/LaneGaps.h"
#include "ui/tutorial/StepLook.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace inspector {

namespace {

using Step = TutorialTrack::Step;
using Mark = TutorialTrack::Mark;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TutorialLanes)
};

LaneContent stepLane(const InspectorFrame &frame, const Theme &theme, const TrackAxis &axis, double perUnit)
{
    LaneContent lane;
    lane.id = QStringLiteral("steps");
    lane.color = theme.accent;
    const LongList<Step> &steps = frame.tracks->tutorial.steps;
    const auto endOf = [&](const Step &step) {
        return step.end == Step::End::Running ? axis.end() : axis.position(step.endNumber, step.endedAt);
    };
    const PlaceRange places = visiblePlaces(steps, axis);
    for (std::size_t at = places.begin; at < places.end;) {
        const Step &step = steps[at];
        const double begin = axis.position(step.number, step.startedAt);
        const bool isCurrent =
            step.number <= frame.cursor && (step.endNumber == 0 || step.endNumber > frame.cursor);
        lane.spans.push_back({begin, std::max(endOf(step), begin), stepLook::color(step.end, theme),
            stepLook::title(step), isCurrent});
        at = nextWhere(steps, at + 1, places.end, // those that end within the pixel of this one are not seen
            [&](const Step &next) { return (endOf(next) - begin) * perUnit >= 1; });
    }
    return lane;
}

/// Of each kind one a pixel, unless very many of one kind come before the first of the other.
std::vector<LaneContent::Mark> seenMarks(const LongList<Mark> &all, const TrackAxis &axis, double perUnit)
{
    constexpr int patience = 16; // marks of one kind in a pixel, before it is left without the other
    std::vector<LaneContent::Mark> seen;
    std::array<double, 2> last{};
    last.fill(-std::numeric_limits<double>::infinity());
    int passed = 0;
    const PlaceRange places = visiblePlaces(all, axis);
    for (std::size_t at = places.begin; at < places.end;) {
        const Mark &mark = all[at++];
        const bool isHint = mark.kind == Mark::Kind::HintUpdated;
        const double x = axis.position(mark.number, mark.at);
        if (std::abs(x - last[isHint ? 0 : 1]) * perUnit >= 1) {
            const QString what = isHint ? Tr::tr("#%1: hint, %2") : Tr::tr("#%1: snapshot after %2");
            seen.push_back({x, isHint, {}, what.arg(words::count(mark.number), words::text(mark.label))});
            last[isHint ? 0 : 1] = x;
            passed = 0;
        } else if (++passed == patience) {
            const double next = std::max(last[0], last[1]);
            at = nextWhere(all, at, places.end, [&](const Mark &other) {
                return std::abs(axis.position(other.number, other.at) - next) * perUnit >= 1;
            });
            passed = 0;
        }
    }
    return seen;
}

} // namespace

std::vector<LaneContent> tutorialLanes(
    const InspectorFrame &frame, const Theme &theme, const TrackAxis &axis, int width)
{
    const double perUnit = width / (axis.end() - axis.begin());
    std::vector<LaneContent> lanes{stepLane(frame, theme, axis, perUnit), {}};
    lanes[1].id = QStringLiteral("snapshots");
    lanes[1].color = theme.secondary;
    lanes[1].marks = seenMarks(frame.tracks->tutorial.marks, axis, perUnit);
    for (LaneContent &lane : lanes)
        lane.gaps = laneGaps(frame.tracks->gaps, axis, perUnit);
    return lanes;
}

std::vector<LaneHead> tutorialHeads(const InspectorFrame &frame)
{
    const TutorialProgress progress = selectTutorialProgress(frame.state.world.get<TutorialSlice>());
    return {{Tr::tr("Steps"), {}, {},
                Tr::tr("%1 of %2 done")
                    .arg(words::count(progress.completedSteps), words::value(progress.totalSteps)),
                false},
        {Tr::tr("Hints and snapshots"), {}, {}, Tr::tr("▲ hint  ▼ snapshot"), false}};
}

QString tutorialLanesTitle()
{
    return Tr::tr("Steps of the tutorial over time");
}

} // namespace inspector
