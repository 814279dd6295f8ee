// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/FactionPlot.h"

#include "core/base/HtmlText.h"
#include "core/base/NumberText.h"
#include "core/base/Plural.h"
#include "core/base/Utf8.h"
#include "core/factions/AttitudeRule.h"
#include "core/plot/StepDecimator.h"
#include "core/plot/SvgScale.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace inspector {

namespace {

constexpr double laneHeight = 64;
constexpr double spanHeight = 4;     // of the strip in an attitude's colour
constexpr double foot = 6;           // below the least value
constexpr double head = 20;          // above the greatest, for the words
constexpr double characterWidth = 7; // of a label, with some to spare

struct Lane
{
    std::string_view id;
    const FactionTrack *track = nullptr;
};

class FactionSvg
{
public:
    FactionSvg(const SessionTracks &tracks, const FactionCatalogue &catalogue)
        : m_tracks(tracks)
        , m_catalogue(catalogue)
        , m_scale{tracks.firstTime, tracks.lastTime}
    {}

    std::string draw(const std::vector<Lane> &lanes)
    {
        const double height = laneHeight * static_cast<double>(lanes.size());
        m_out = "<svg role=\"img\" aria-label=\"Fame, infamy and attitude of each faction over time\" "
                "viewBox=\"0 0 " +
                SvgScale::number(SvgScale::plotWidth) + " " +
                SvgScale::number(height + SvgScale::rulerHeight) + "\">\n" + m_scale.ruler(height);
        for (const Lane &lane : lanes) {
            drawLane(lane);
            m_top += laneHeight;
        }
        drawLandmarks(height);
        return std::exchange(m_out, {}) + "</svg>\n";
    }

private:
    void drawLane(const Lane &lane)
    {
        m_highest = 100;
        for (const FactionTrack::Reputation &point : lane.track->reputation)
            m_highest = std::max({m_highest, point.fame, point.infamy});
        drawHead(lane);
        drawSpans(lane.track->attitudes);
        drawSteps(lane.track->reputation, &FactionTrack::Reputation::fame, "fame");
        drawSteps(lane.track->reputation, &FactionTrack::Reputation::infamy, "infamy");
        m_out += "<line class=\"base\"" + SvgScale::attribute("x1", 0) +
                 SvgScale::attribute("x2", SvgScale::plotWidth) + y("y1", laneHeight) + y("y2", laneHeight) +
                 "/>\n";
    }

    void drawHead(const Lane &lane)
    {
        m_out += "<text class=\"name\"" + SvgScale::attribute("x", 0) + y("y", 20) + ">" +
                 shortText(m_catalogue.nameOf(lane.id)) + "</text>";
        if (!lane.track->reputation.empty() && lane.track->reputation.back().isKnown) {
            const FactionTrack::Reputation &last = lane.track->reputation.back();
            m_out += "<text class=\"value\"" + SvgScale::attribute("x", 0) + y("y", 38) + ">fame " +
                     SvgScale::number(last.fame) + " infamy " + SvgScale::number(last.infamy) + "</text>";
        }
        m_out += '\n';
    }

    static std::string shortText(const std::string &name)
    {
        constexpr std::size_t longest = 26; // characters at most, as bytes: what is longer runs into the lane
        return htmlText(name.size() <= longest ? name : std::string(utf8Start(name, longest - 1)) + "…");
    }

    /// Spans that are too short to be seen are one with the next: where many are, each unit shows the last.
    void drawSpans(const LongList<FactionTrack::Attitude> &attitudes)
    {
        constexpr double least = 1;
        std::optional<double> skippedFrom;
        for (std::size_t i = 0; i < attitudes.size(); ++i) {
            const bool isLast = i + 1 == attitudes.size();
            const double begin = skippedFrom.value_or(m_scale.x(attitudes[i].at));
            const double end = m_scale.x(isLast ? m_scale.end : attitudes[i + 1].at);
            skippedFrom.reset();
            if (attitudes[i].attitude.empty())
                continue;
            if (end - begin < least && !isLast)
                skippedFrom = begin;
            else if (end > begin)
                drawSpan(attitudes[i].attitude, begin, end);
        }
    }

    void drawSpan(const std::string &attitude, double begin, double end)
    {
        constexpr std::array<std::string_view, 5> signs{"▼ ", "▽ ", "– ", "△ ", "▲ "};
        const int rank = attitudeRank(attitude);
        const std::string kind = rank < 0 ? "other" : attitude;
        const std::string place = SvgScale::attribute("x", begin) + SvgScale::attribute("width", end - begin);
        constexpr double leastGround = 3; // a narrower tint is not seen, and there may be very many
        if (end - begin >= leastGround)
            m_out += "<rect class=\"ground " + kind + "\"" + place + y("y", 0) +
                     SvgScale::attribute("height", laneHeight) + "/>";
        m_out += "<rect class=\"strip " + kind + "\"" + place + y("y", 0) +
                 SvgScale::attribute("height", spanHeight) + "/>";
        const std::string label =
            std::string(rank < 0 ? "" : signs[static_cast<std::size_t>(rank)]) + attitude;
        if (static_cast<double>(attitude.size() + 2) * characterWidth < end - begin)
            m_out += "<text class=\"attitude " + kind + "\"" + SvgScale::attribute("x", begin + 4) +
                     y("y", 17) + ">" + htmlText(label) + "</text>";
        m_out += '\n';
    }

    void drawSteps(const ReputationTrack &points, double FactionTrack::Reputation::*value, const char *kind)
    {
        StepDecimator decimator(m_scale.perMs());
        for (const FactionTrack::Reputation &point : points)
            decimator.add(point.at, point.*value, point.isKnown);
        std::string path;
        bool isDown = false; // the pen
        for (const PlotStep &step : decimator.take()) {
            if (isDown)
                path += "H" + SvgScale::number(m_scale.x(step.x));
            else if (step.hasValue)
                path += "M" + SvgScale::number(m_scale.x(step.x)) + " " + yOf(step.y);
            if (isDown && step.hasValue)
                path += "V" + yOf(step.y);
            isDown = step.hasValue;
        }
        if (isDown)
            path += "H" + SvgScale::number(SvgScale::plotWidth);
        if (!path.empty())
            m_out += std::string("<path class=\"") + kind + "\" d=\"" + path + "\"/>\n";
    }

    void drawLandmarks(double height)
    {
        double drawn = -1; // up to where: what falls into the unit of the one before is not seen
        for (const SessionTracks::Landmark &gap : m_tracks.gaps) {
            const double begin = m_scale.x(gap.at - gap.durationMs);
            if (m_scale.x(gap.at) < drawn + 1)
                continue;
            drawn = m_scale.x(gap.at);
            m_out += "<rect class=\"gap\"" + SvgScale::attribute("x", begin) +
                     SvgScale::attribute("width", std::max(m_scale.x(gap.at) - begin, 1.0)) +
                     SvgScale::attribute("y", 0) + SvgScale::attribute("height", height) + "><title>" +
                     htmlText("Not recorded: " + gap.label) + "</title></rect>\n";
        }
        constexpr std::size_t mostMarkers = 200;
        for (std::size_t i = 0; i < std::min(m_tracks.markers.size(), mostMarkers); ++i) {
            const double at = m_scale.x(m_tracks.markers[i].at);
            m_out += "<line class=\"marker\"" + SvgScale::attribute("x1", at) +
                     SvgScale::attribute("x2", at) + SvgScale::attribute("y1", 0) +
                     SvgScale::attribute("y2", height) + "><title>" + htmlText(m_tracks.markers[i].label) +
                     "</title></line>\n";
        }
    }

    /// Within the lane.
    [[nodiscard]] std::string y(const char *name, double below) const
    {
        return SvgScale::attribute(name, m_top + below);
    }
    /// Of a value.
    [[nodiscard]] std::string yOf(double value) const
    {
        const double room = laneHeight - head - foot;
        return SvgScale::number(m_top + laneHeight - foot - room * std::clamp(value / m_highest, 0.0, 1.0));
    }

    const SessionTracks &m_tracks;
    const FactionCatalogue &m_catalogue;
    SvgScale m_scale;
    std::string m_out;
    double m_top = 0;       // of the lane that is drawn
    double m_highest = 100; // value in that lane
};

} // namespace

std::string factionPlot(const SessionTracks &tracks, const FactionCatalogue &catalogue, std::size_t mostLanes)
{
    std::vector<Lane> lanes;
    for (const Faction &faction : catalogue.factions()) {
        if (const FactionTrack *track = tracks.factions.find(faction.id))
            lanes.push_back({faction.id, track});
    }
    tracks.factions.forEach([&](std::string_view id, const FactionTrack &track) {
        if (catalogue.find(id) == nullptr)
            lanes.push_back({id, &track});
    });
    if (lanes.empty())
        return {};
    const std::size_t left = lanes.size() - std::min(lanes.size(), mostLanes);
    lanes.resize(lanes.size() - left);
    const std::string note = left == 0 ? "" : "<p>… and " + plural(left, "faction") + " more.</p>\n";
    return FactionSvg(tracks, catalogue).draw(lanes) + note;
}

} // namespace inspector
