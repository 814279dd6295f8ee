// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/TutorialPlot.h"

#include "core/base/DurationText.h"
#include "core/base/HtmlText.h"
#include "core/base/Plural.h"
#include "core/base/Utf8.h"
#include "core/plot/SvgScale.h"

#include <algorithm>

namespace inspector {

namespace {

using End = TutorialTrack::Step::End;

constexpr double lineHeight = 24;

const char *classOf(End end)
{
    switch (end) {
    case End::Completed:
        return "completed";
    case End::Skipped:
        return "skipped";
    case End::Left:
        return "left";
    default:
        return "running";
    }
}

const char *wordOf(End end)
{
    switch (end) {
    case End::Completed:
        return "";
    case End::Skipped:
        return ", skipped";
    case End::Left:
        return ", left";
    default:
        return ", still running";
    }
}

std::string nameOf(const TutorialTrack::Step &step)
{
    constexpr std::size_t longest = 24; // bytes; what is longer runs into the bar
    const std::string &name = step.title.empty() ? step.id : step.title;
    return htmlText(name.size() <= longest ? name : std::string(utf8Start(name, longest)) + "…");
}

std::string stepLine(const TutorialTrack::Step &step, const SvgScale &scale, double top)
{
    const bool isRunning = step.end == End::Running;
    const TimeMs endedAt = isRunning ? scale.end : step.endedAt;
    const double begin = scale.x(step.startedAt);
    const double end = std::max(scale.x(endedAt), begin + 2);
    const std::string label = durationText(endedAt - step.startedAt) + wordOf(step.end);
    constexpr double labelRoom = 150;
    const bool isLabelLeft = end + labelRoom > SvgScale::plotWidth;
    return "<text class=\"name\"" + SvgScale::attribute("x", 0) + SvgScale::attribute("y", top + 16) + ">" +
           nameOf(step) + "</text><rect class=\"step " + classOf(step.end) + "\"" +
           SvgScale::attribute("x", begin) + SvgScale::attribute("y", top + 4) +
           SvgScale::attribute("width", end - begin) + SvgScale::attribute("height", lineHeight - 8) +
           " rx=\"3\"/><text class=\"value" + (isLabelLeft ? " before" : "") + "\"" +
           SvgScale::attribute("x", isLabelLeft ? begin - 6 : end + 6) + SvgScale::attribute("y", top + 16) +
           ">" + label + "</text>\n";
}

} // namespace

std::string tutorialPlot(const SessionTracks &tracks, std::size_t mostSteps)
{
    const auto &steps = tracks.tutorial.steps;
    if (steps.empty())
        return {};
    const std::size_t shown = std::min(steps.size(), mostSteps);
    const double height = lineHeight * static_cast<double>(shown);
    const SvgScale scale{tracks.firstTime, tracks.lastTime};
    std::string out = "<svg role=\"img\" aria-label=\"Steps of the tutorial over time\" viewBox=\"0 0 " +
                      SvgScale::number(SvgScale::plotWidth) + " " +
                      SvgScale::number(height + SvgScale::rulerHeight) + "\">\n" + scale.ruler(height);
    for (std::size_t i = 0; i < shown; ++i)
        out += stepLine(steps[i], scale, lineHeight * static_cast<double>(i));
    out += "</svg>\n";
    if (shown < steps.size())
        out += "<p>… and " + plural(steps.size() - shown, "step") + " more.</p>\n";
    return out;
}

} // namespace inspector
