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

QString tr(const char *text)
{
    return QCoreApplication::translate("FactionLanes", text);
}

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
        forEachVisible(track.reputation, m_options.axis, [&](const FactionTrack::Reputation &point) {
            lane.highest = std::max({lane.highest, point.fame, point.infamy});
            const double x = position(point);
            if (point.wasStale &&
                (lane.stale.empty() || (x - lane.stale.back()) * m_perUnit >= staleDistance))
                lane.stale.push_back(x);
        });
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

    template <class Point>
    [[nodiscard]] double position(const Point &point) const
    {
        return m_options.axis.position(point.number, point.at);
    }

    void addSteps(
        const SharedList<FactionTrack::Reputation> &points, PlotSteps &fame, PlotSteps &infamy) const
    {
        StepDecimator fameSteps(m_perUnit);
        StepDecimator infamySteps(m_perUnit);
        const FactionTrack::Reputation *last = nullptr;
        forEachVisible(points, m_options.axis, [&](const FactionTrack::Reputation &point) {
            fameSteps.add(position(point), point.fame, point.isKnown);
            infamySteps.add(position(point), point.infamy, point.isKnown);
            last = &point;
        });
        if (last != nullptr && last->isKnown) { // in effect to the end of what is visible
            fameSteps.add(m_options.axis.end(), last->fame);
            infamySteps.add(m_options.axis.end(), last->infamy);
        }
        fame = fameSteps.take();
        infamy = infamySteps.take();
    }

    void addSpans(const FactionTrack &track, LaneContent &lane) const
    {
        SpanDecimator spans(m_perUnit);
        const FactionTrack::Attitude *open = nullptr;
        double begin = 0;
        const auto close = [&](double end) {
            if (open != nullptr && !open->attitude.empty())
                spans.add({begin, end, m_options.theme.attitude(open->attitude),
                    spans.isWide(begin, end) ? words::attitude(open->attitude) : QString(), false});
        };
        forEachVisible(track.attitudes, m_options.axis, [&](const FactionTrack::Attitude &point) {
            close(position(point));
            open = &point;
            begin = position(point);
        });
        close(m_options.axis.end());
        lane.spans = spans.take();
    }

    void addMarks(const FactionTrack &track, LaneContent &lane) const
    {
        forEachVisible(track.cascades, m_options.axis, [&](const FactionTrack::Cascade &cascade) {
            const double x = position(cascade);
            if (!lane.marks.empty() && (x - lane.marks.back().x) * m_perUnit < 1)
                return;
            lane.marks.push_back({x, cascade.isRise, words::text(cascade.source),
                tr("#%1: cascade from %2")
                    .arg(words::count(cascade.number),
                        cascade.source.empty() ? tr("somebody who is not named")
                                               : words::text(m_options.catalogue.nameOf(cascade.source)))});
        });
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
            head.detail = tr("no data yet");
            continue;
        }
        head.chip = words::attitude(record->attitude);
        head.chipColor = theme.attitude(record->attitude);
        // A record that was made by an attitude alone holds zeros that nobody told.
        const auto *told = lastAt(frame.tracks->factions.find(id)->reputation, frame.cursor);
        head.detail = told != nullptr && told->isKnown
                          ? tr("fame %1 inf %2").arg(rounded(record->fame), rounded(record->infamy))
                          : tr("fame not told yet");
    }
    return heads;
}

QString factionLanesTitle(TrackAxis::Unit unit)
{
    return unit == TrackAxis::Unit::Time
               ? tr("Fame and infamy of the factions (0 to 100) over time")
               : tr("Fame and infamy of the factions (0 to 100) over event numbers");
}

} // namespace inspector
