// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tutorial/TutorialLanes.h"

#include "core/engine/TrackLookup.h"
#include "ui/common/Words.h"
#include "ui/plot/LaneGaps.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace inspector {

namespace {

using Step = TutorialTrack::Step;
using Mark = TutorialTrack::Mark;

QString tr(const char *text)
{
    return QCoreApplication::translate("TutorialLanes", text);
}

QString endText(Step::End end)
{
    switch (end) {
    case Step::End::Running:
        return tr("running");
    case Step::End::Completed:
        return tr("completed");
    case Step::End::Skipped:
        return tr("skipped");
    case Step::End::Left:
        return tr("left");
    }
    return {};
}

QColor colorOf(Step::End end, const Theme &theme)
{
    switch (end) {
    case Step::End::Completed:
        return theme.friendly;
    case Step::End::Skipped:
    case Step::End::Left:
        return theme.unfriendly;
    case Step::End::Running:
        break;
    }
    return theme.allied;
}

QString sinceStart(const InspectorFrame &frame, TimeMs at)
{
    return words::elapsed(at - frame.tracks->firstTime);
}

QString titleOf(const Step &step)
{
    return words::text(step.title.empty() ? step.id : step.title);
}

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
        lane.spans.push_back(
            {begin, std::max(endOf(step), begin), colorOf(step.end, theme), titleOf(step), isCurrent});
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
            const QString what = isHint ? tr("#%1: hint, %2") : tr("#%1: snapshot after %2");
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
    return {
        {tr("Steps"), {}, {},
            tr("%1 of %2 done").arg(words::count(progress.completedSteps), words::value(progress.totalSteps)),
            false},
        {tr("Hints and snapshots"), {}, {}, tr("▲ hint  ▼ snapshot"), false}};
}

std::vector<TextTableModel::Row> stepRows(const InspectorFrame &frame, std::uint64_t cursor)
{
    constexpr std::size_t mostRows = 2000; // of a session that begins its tutorial again and again
    const LongList<Step> &steps = frame.tracks->tutorial.steps;
    std::vector<TextTableModel::Row> rows;
    const std::size_t end = countUpTo(steps, cursor);
    for (std::size_t i = end > mostRows ? end - mostRows : 0; i < end; ++i) {
        const Step &step = steps[i];
        const bool isOver = step.end != Step::End::Running && step.endNumber <= cursor;
        rows.push_back({{words::text(step.id), titleOf(step), sinceStart(frame, step.startedAt),
                            isOver ? words::duration(step.endedAt - step.startedAt) : QString(),
                            endText(isOver ? step.end : Step::End::Running)},
            step.number, {}});
    }
    return rows;
}

std::vector<TextTableModel::Row> promptSnapshotRows(const InspectorFrame &frame)
{
    std::vector<TextTableModel::Row> rows;
    for (const auto &shared : frame.state.world.get<TutorialSlice>().promptHistorySnapshots) {
        const PromptSnapshot &snapshot = *shared;
        const QString prompt =
            snapshot.currentPrompt ? words::text((*snapshot.currentPrompt)->title.value_or("")) : QString();
        const auto number = snapshot.timestamp && frame.timeline
                                ? frame.timeline->index().firstNotBefore(*snapshot.timestamp).value_or(0)
                                : 0;
        rows.push_back(
            {{sinceStart(frame, snapshot.timestamp.value_or(frame.tracks->firstTime)),
                 words::text(snapshot.event.value_or("")), words::text(snapshot.stepId.value_or("")),
                 words::count(snapshot.completedSteps.size()), prompt},
                number, {}});
    }
    return rows;
}

std::vector<TextTableModel::Row> transcriptRows(const InspectorFrame &frame)
{
    std::vector<TextTableModel::Row> rows;
    for (const auto &shared : frame.state.transcript.entries) {
        const TranscriptEntry &entry = *shared;
        const auto number = entry.timestamp && frame.timeline
                                ? frame.timeline->index().firstNotBefore(*entry.timestamp).value_or(0)
                                : 0;
        rows.push_back(
            {{sinceStart(frame, entry.timestamp.value_or(frame.tracks->firstTime)),
                 words::text(entry.actionTaken.value_or("")), words::text(entry.promptId.value_or("")),
                 words::text(entry.promptText.value_or("")),
                 words::text(entry.followUpNarrative.value_or(""))},
                number, {}});
    }
    return rows;
}

QString tutorialLanesTitle()
{
    return tr("Steps of the tutorial over time");
}

} // namespace inspector
