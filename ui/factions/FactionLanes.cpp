// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factions/FactionLanes.h"

#include "core/engine/TrackLookup.h"
#include "core/plot/StepDecimator.h"
#include "ui/common/Words.h"
#include "ui/plot/LaneGaps.h"
#include "ui/plot/SpanDecimator.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FactionLanes)
};

/// To one decimal, so that two values have room beside each other; the table has all of them.
QString rounded(double value)
{
    constexpr double decimal = 10;
    return words::value(std::round(value * decimal) / decimal);
}

class LaneMaker
{
public:
    explicit LaneMaker(const FactionLaneOptions &options)
        : m_options(options)
        , m_perUnit(options.width / (options.axis.end() - options.axis.begin()))
    {}

    [[nodiscard]] LaneContent lane(const std::string &id, const FactionTrack &track) const
    {
        LaneContent lane;
        lane.id = words::text(id);
        const Faction *faction = m_options.catalogue.find(id);
        lane.color = faction == nullptr ? m_options.theme.secondary
                                        : m_options.theme.legible(QColor(words::text(faction->color)));
        addSteps(track.reputation, lane.solid, lane.dashed);
        addSteps(track.modelled, lane.solidModelled, lane.dashedModelled);
        addStale(track.reputation, lane);
        addSpans(track, lane);
        addMarks(track, lane);
        return lane;
    }

    [[nodiscard]] std::vector<LaneContent::Gap> gaps(const SessionTracks &tracks) const
    {
        return laneGaps(tracks.gaps, m_options.axis, m_perUnit);
    }

private:
    static constexpr double staleDistance = 12; // pixels; nearer than that, circles would hide the lines
    static constexpr double nearness = 0.125;   // pixels

    template <class Point>
    [[nodiscard]] double position(const Point &point) const
    {
        return m_options.axis.position(point.number, point.at);
    }

    /// Goes through the visible points of a track, where many fall into one column, or are so near each other
    /// that nobody sees on which side of its border they are, through their summary.
    template <class TakePoint, class TakeSummary>
    void forEachSeen(const ReputationTrack &points, TakePoint takePoint, TakeSummary takeSummary) const
    {
        const PlaceRange places = visiblePlaces(points, m_options.axis);
        const auto column = [&](const ReputationPoint &point) {
            return std::floor(position(point) * m_perUnit);
        };
        const auto isNarrow = [&](const ReputationSummary &summary) {
            return summary.isRising && summary.isKnown &&
                   (column(summary.first) == column(summary.last) ||
                       (position(summary.last) - position(summary.first)) * m_perUnit <= nearness);
        };
        points.forEach(places.begin, places.end, isNarrow, takePoint, takeSummary);
    }

    void addSteps(const ReputationTrack &points, PlotSteps &fame, PlotSteps &infamy) const
    {
        StepDecimator fameSteps(m_perUnit);
        StepDecimator infamySteps(m_perUnit);
        ReputationPoint last{0, 0, 0, 0, false};
        const auto takePoint = [&](const ReputationPoint &point) {
            fameSteps.add(position(point), point.fame, point.isKnown);
            infamySteps.add(position(point), point.infamy, point.isKnown);
            last = point;
        };
        const auto takeSummary = [&](const ReputationSummary &summary) {
            const double begin = position(summary.first);
            const double end = position(summary.last);
            fameSteps.addColumn({begin, summary.first.fame}, summary.leastFame, summary.greatestFame,
                {end, summary.last.fame});
            infamySteps.addColumn({begin, summary.first.infamy}, summary.leastInfamy, summary.greatestInfamy,
                {end, summary.last.infamy});
            last = summary.last;
        };
        forEachSeen(points, takePoint, takeSummary);
        if (last.isKnown) { // in effect to the end of what is visible
            fameSteps.add(m_options.axis.end(), last.fame);
            infamySteps.add(m_options.axis.end(), last.infamy);
        }
        fame = fameSteps.take();
        infamy = infamySteps.take();
    }

    void addStale(const ReputationTrack &points, LaneContent &lane) const
    {
        const auto add = [&](double x) {
            if (lane.stale.empty() || (x - lane.stale.back()) * m_perUnit >= staleDistance)
                lane.stale.push_back(x);
        };
        const auto takePoint = [&](const ReputationPoint &point) {
            lane.highest = std::max({lane.highest, point.fame, point.infamy});
            if (point.wasStale)
                add(position(point));
        };
        const auto takeSummary = [&](const ReputationSummary &summary) {
            lane.highest = std::max({lane.highest, summary.greatestFame, summary.greatestInfamy});
            if (summary.hasStale)
                add(position(summary.first));
        };
        forEachSeen(points, takePoint, takeSummary);
    }

    /// Where very many attitudes fall into one pixel, some of them speak for all; the last one lasts.
    void addSpans(const FactionTrack &track, LaneContent &lane) const
    {
        const PlaceRange places = visiblePlaces(track.attitudes, m_options.axis);
        SpanDecimator spans(m_perUnit);
        const auto positionOf = [&](std::size_t place) {
            return place < places.end ? position(track.attitudes[place]) : m_options.axis.end();
        };
        for (std::size_t at = places.begin; at < places.end; ++at) {
            const std::size_t last = nextPixel(track.attitudes, at, places.end) - 1;
            const std::size_t stride = strideOf(track.attitudes, at, last);
            for (; at < last; at += stride)
                addSpan(spans, track.attitudes[at], positionOf(at), positionOf(std::min(at + stride, last)));
            at = last;
            addSpan(spans, track.attitudes[at], positionOf(at), positionOf(at + 1));
        }
        lane.spans = spans.take();
    }

    /// How far it is from one point that is looked at to the next, between two within a pixel. Where the
    /// clock goes back they are not, and each is looked at.
    template <class Points>
    [[nodiscard]] std::size_t strideOf(const Points &points, std::size_t begin, std::size_t last) const
    {
        constexpr std::size_t looks = 8; // a pixel
        const std::size_t stride = std::max<std::size_t>(1, (last - begin) / looks);
        const double end = position(points[begin]) + 1 / m_perUnit;
        double before = position(points[begin]);
        for (std::size_t at = begin; at <= last; at += stride) {
            const double x = position(points[at]);
            if (x < before || x > end)
                return 1;
            before = x;
        }
        return stride;
    }

    void addSpan(SpanDecimator &spans, const FactionTrack::Attitude &point, double begin, double end) const
    {
        if (!point.attitude.empty())
            spans.add({begin, end, m_options.theme.attitude(point.attitude),
                spans.isWide(begin, end) ? words::attitude(point.attitude) : QString(), false});
    }

    /// The place of the first point behind that at `at` that is a pixel further on, or `end`.
    template <class Points>
    [[nodiscard]] std::size_t nextPixel(const Points &points, std::size_t at, std::size_t end) const
    {
        const double x = position(points[at]);
        return nextWhere(
            points, at + 1, end, [&](const auto &point) { return (position(point) - x) * m_perUnit >= 1; });
    }

    void addMarks(const FactionTrack &track, LaneContent &lane) const
    {
        const PlaceRange places = visiblePlaces(track.cascades, m_options.axis);
        for (std::size_t at = places.begin; at < places.end; at = nextPixel(track.cascades, at, places.end)) {
            const FactionTrack::Cascade &cascade = track.cascades[at];
            lane.marks.push_back({position(cascade), cascade.isRise, words::text(cascade.source),
                Tr::tr("#%1: cascade from %2")
                    .arg(words::count(cascade.number),
                        cascade.source.empty() ? Tr::tr("somebody who is not named")
                                               : words::text(m_options.catalogue.nameOf(cascade.source)))});
        }
    }

    const FactionLaneOptions &m_options;
    double m_perUnit; // pixels
};

} // namespace

std::vector<std::string> factionIds(const FactionTracks &tracks, const FactionCatalogue &catalogue)
{
    std::vector<std::string> ids;
    for (const Faction &faction : catalogue.factions()) {
        if (tracks.contains(faction.id))
            ids.push_back(faction.id);
    }
    tracks.forEach([&](std::string_view id, const FactionTrack &) {
        if (catalogue.find(id) == nullptr)
            ids.emplace_back(id);
    });
    return ids;
}

std::vector<LaneContent> factionLanes(const InspectorFrame &frame, const FactionLaneOptions &options)
{
    const LaneMaker maker(options);
    const std::vector<LaneContent::Gap> gaps = maker.gaps(*frame.tracks);
    std::vector<LaneContent> lanes;
    for (const std::string &id : factionIds(frame.tracks->factions, options.catalogue)) {
        lanes.push_back(maker.lane(id, *frame.tracks->factions.find(id)));
        lanes.back().gaps = gaps;
    }
    return lanes;
}

std::vector<LaneHead> factionHeads(
    const InspectorFrame &frame, const FactionCatalogue &catalogue, const Theme &theme, const QString &chosen)
{
    std::vector<LaneHead> heads;
    for (const std::string &id : factionIds(frame.tracks->factions, catalogue)) {
        LaneHead &head = heads.emplace_back();
        head.title = words::text(catalogue.nameOf(id));
        head.isChosen = words::text(id) == chosen;
        const FactionRecord *record = frame.state.world.get<FactionSlice>().byId.find(id);
        if (record == nullptr) {
            head.detail = Tr::tr("no data yet");
            continue;
        }
        head.chip = words::attitude(record->attitude);
        head.chipColor = theme.attitude(record->attitude);
        head.detail = isReputationTold(frame, id)
                          ? Tr::tr("fame %1 inf %2").arg(rounded(record->fame), rounded(record->infamy))
                          : Tr::tr("fame not told yet");
    }
    return heads;
}

bool isReputationTold(const InspectorFrame &frame, const std::string &id)
{
    const FactionTrack *track = frame.tracks->factions.find(id);
    const auto *point = track == nullptr ? nullptr : lastAt(track->reputation, frame.cursor);
    return point != nullptr && point->isKnown;
}

QString factionLanesTitle(TrackAxis::Unit unit)
{
    return unit == TrackAxis::Unit::Time
               ? Tr::tr("Fame and infamy of the factions (0 to 100) over time")
               : Tr::tr("Fame and infamy of the factions (0 to 100) over event numbers");
}

} // namespace inspector
