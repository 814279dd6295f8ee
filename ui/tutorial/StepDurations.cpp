// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tutorial/StepDurations.h"

#include "core/engine/TrackLookup.h"
#include "ui/common/Theme.h"
#include "ui/common/Words.h"
#include "ui/tutorial/StepLook.h"

#include <QCoreApplication>

#include <algorithm>

namespace inspector {

namespace {

using Step = TutorialTrack::Step;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StepDurations)
};

BarContent::Row rowOf(const Step &step, Step::End end, TimeMs now, const Theme &theme)
{
    const bool isRunning = end == Step::End::Running;
    const double ms = std::max(0.0, (isRunning ? now : step.endedAt) - step.startedAt);
    const QString took = words::duration(ms);
    return {stepLook::title(step), ms,
        end == Step::End::Completed ? took : Tr::tr("%1, %2").arg(stepLook::text(end), took),
        stepLook::color(end, theme), isRunning};
}

std::size_t firstStep(const LongList<Step> &steps, std::uint64_t cursor, std::size_t most)
{
    const std::size_t end = countUpTo(steps, cursor);
    return end > most ? end - most : 0;
}

} // namespace

BarContent stepDurations(
    const InspectorFrame &frame, const Theme &theme, std::uint64_t cursor, std::size_t most)
{
    BarContent content;
    if (!frame.timeline || cursor == 0)
        return content;
    const LongList<Step> &steps = frame.tracks->tutorial.steps;
    const TimeMs now = frame.timeline->index().timeOf(std::min(cursor, frame.size()));
    const std::size_t end = countUpTo(steps, cursor);
    for (std::size_t i = firstStep(steps, cursor, most); i < end; ++i)
        content.rows.push_back(rowOf(steps[i], stepLook::endAt(steps[i], cursor), now, theme));
    return content;
}

std::uint64_t stepBegin(const InspectorFrame &frame, std::uint64_t cursor, std::size_t row)
{
    const LongList<Step> &steps = frame.tracks->tutorial.steps;
    const std::size_t at = firstStep(steps, cursor, mostSteps) + row;
    return at < countUpTo(steps, cursor) ? steps[at].number : 0;
}

QString stepDurationsTitle()
{
    return Tr::tr("How long the steps of the tutorial took");
}

} // namespace inspector
