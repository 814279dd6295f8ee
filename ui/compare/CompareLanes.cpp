// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/CompareLanes.h"

#include "core/engine/TrackLookup.h"
#include "core/plot/StepDecimator.h"
#include "ui/common/Words.h"
#include "ui/factions/FactionLanes.h"
#include "ui/plot/SpanDecimator.h"
#include "ui/tutorial/TutorialLanes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CompareLanes)
};

/// Every faction that either of the two tells of, in the order of the catalogue and then of the head.
std::vector<std::string> idsOf(
    const InspectorFrame &head, const AlignedComparison &comparison, const FactionCatalogue &catalogue)
{
    FactionTracks both = head.tracks->factions;
    comparison.base->tracks.factions.forEach([&](std::string_view id, const FactionTrack &) {
        if (!both.contains(id))
            both.set(id, FactionTrack());
    });
    return factionIds(both, catalogue);
}

/// Where what happened in the base stands on the head's axis.
class BasePlaces
{
public:
    BasePlaces(const InspectorFrame &head, const AlignedComparison &comparison, const TrackAxis &axis)
        : m_index(head.timeline->index())
        , m_alignment(comparison.alignment)
        , m_axis(axis)
        , m_first(m_alignment.baseOf(axis.firstNumber()))
        , m_last(lastOf(comparison, axis.lastNumber()))
    {}

    [[nodiscard]] double of(std::uint64_t base) const
    {
        const std::uint64_t number = std::clamp<std::uint64_t>(m_alignment.headOf(base), 1, m_index.size());
        return m_axis.position(number, m_index.timeOf(number));
    }

    /// The points that can be visible, with the one before them, which is still in effect at the beginning.
    template <class Points, class Visit>
    void forEachVisible(const Points &points, Visit visit) const
    {
        forEachBetween(points, m_first, m_last, std::move(visit));
    }

private:
    /// The last record of the base that stands at or before record #`last` of the head: several may stand at
    /// one place.
    static std::uint64_t lastOf(const AlignedComparison &comparison, std::uint64_t last)
    {
        if (last >= comparison.head->size())
            return comparison.base->size();
        const std::uint64_t next = comparison.alignment.baseOf(last + 1);
        return next == 0 ? 0 : next - 1;
    }

    const SessionIndex &m_index;
    const SessionAlignment &m_alignment;
    const TrackAxis &m_axis;
    std::uint64_t m_first, m_last; // of the base
};

void addThinSteps(
    LaneContent &lane, const FactionTrack &base, const BasePlaces &places, double end, double perUnit)
{
    StepDecimator fame(perUnit);
    StepDecimator infamy(perUnit);
    const FactionTrack::Reputation *last = nullptr;
    places.forEachVisible(base.reputation, [&](const FactionTrack::Reputation &point) {
        const double x = places.of(point.number);
        fame.add(x, point.fame, point.isKnown);
        infamy.add(x, point.infamy, point.isKnown);
        lane.highest = std::max({lane.highest, point.fame, point.infamy});
        last = &point;
    });
    if (last != nullptr && last->isKnown) { // in effect to the end of what is visible
        fame.add(end, last->fame);
        infamy.add(end, last->infamy);
    }
    lane.thinSolid = fame.take();
    lane.thinDashed = infamy.take();
}

void addThinAttitudes(LaneContent &lane, const FactionTrack &base, const BasePlaces &places, double end,
    double perUnit, const Theme &theme)
{
    SpanDecimator spans(perUnit);
    const FactionTrack::Attitude *open = nullptr;
    double begin = 0;
    const auto close = [&](double at) {
        if (open != nullptr && !open->attitude.empty())
            spans.add({begin, at, theme.attitude(open->attitude), QString(), false});
    };
    places.forEachVisible(base.attitudes, [&](const FactionTrack::Attitude &point) {
        const double x = places.of(point.number);
        close(x);
        open = &point;
        begin = x;
    });
    close(end);
    lane.thinSpans = spans.take();
}

/// The steps of the base, each a little shorter than it was, so that one is told from the next.
void addThinStepsOfTutorial(LaneContent &lane, const TutorialTrack &base, const BasePlaces &places,
    double end, double perUnit, const Theme &theme)
{
    using Step = TutorialTrack::Step;
    places.forEachVisible(base.steps, [&](const Step &step) {
        const double begin = places.of(step.number);
        const double over = step.end == Step::End::Running ? end : places.of(step.endNumber);
        if (!lane.thinSpans.empty() && (over - lane.thinSpans.back().begin) * perUnit < 1)
            return; // within the pixel of the one before
        lane.thinSpans.push_back(
            {begin, std::max(begin, over - 1 / perUnit), theme.secondary, QString(), false});
    });
}

const std::string &attitudeAt(const FactionTrack *track, std::uint64_t number)
{
    static const std::string none;
    const auto *known = track == nullptr ? nullptr : lastAt(track->attitudes, number);
    return known == nullptr ? none : known->attitude;
}

} // namespace

std::vector<LaneContent> compareLanes(
    const InspectorFrame &head, const AlignedComparison &comparison, const CompareLaneOptions &options)
{
    const TrackAxis &axis = options.axis;
    const double perUnit = options.width / (axis.end() - axis.begin());
    const BasePlaces places(head, comparison, axis);
    std::vector<LaneContent> lanes{tutorialLanes(head, options.theme, axis, options.width).front()};
    for (LaneContent::Span &span : lanes.front().spans)
        span.isOutlined = false; // lanes are not drawn anew with the cursor
    addThinStepsOfTutorial(
        lanes.front(), comparison.base->tracks.tutorial, places, axis.end(), perUnit, options.theme);
    std::map<QString, LaneContent> known;
    for (LaneContent &lane : factionLanes(head, {options.catalogue, options.theme, axis, options.width})) {
        const QString id = lane.id;
        known.emplace(id, std::move(lane));
    }
    for (const std::string &id : idsOf(head, comparison, options.catalogue)) {
        const auto there = known.find(words::text(id));
        LaneContent lane;
        if (there != known.end())
            lane = std::move(there->second);
        else
            lane.color = options.theme.secondary; // only the base tells of it
        lane.id = words::text(id);
        lane.solidModelled.clear(); // a third and a fourth line beside these would be too many
        lane.dashedModelled.clear();
        lane.stale.clear();
        lane.isCompared = true;
        if (const FactionTrack *base = comparison.base->tracks.factions.find(id)) {
            addThinSteps(lane, *base, places, axis.end(), perUnit);
            addThinAttitudes(lane, *base, places, axis.end(), perUnit, options.theme);
        }
        lanes.push_back(std::move(lane));
    }
    return lanes;
}

std::vector<LaneHead> compareHeads(const InspectorFrame &head, const AlignedComparison &comparison,
    const FactionCatalogue &catalogue, const Theme &theme, const QString &chosen)
{
    const std::uint64_t baseNumber = comparison.alignment.baseOf(head.cursor);
    std::vector<LaneHead> heads{{Tr::tr("Steps"), {}, {}, Tr::tr("thin: the base"), false}};
    for (const std::string &id : idsOf(head, comparison, catalogue)) {
        const std::string &now = attitudeAt(head.tracks->factions.find(id), head.cursor);
        const std::string &base = attitudeAt(comparison.base->tracks.factions.find(id), baseNumber);
        LaneHead &lane = heads.emplace_back();
        lane.title = words::text(catalogue.nameOf(id));
        lane.isChosen = words::text(id) == chosen;
        if (!now.empty()) {
            lane.chip = words::attitude(now);
            lane.chipColor = theme.attitude(now);
        }
        lane.detail = base == now    ? Tr::tr("as in the base")
                      : base.empty() ? Tr::tr("base: no data yet")
                                     : Tr::tr("base: %1").arg(words::attitude(base));
    }
    return heads;
}

QString compareLanesTitle()
{
    return Tr::tr("Two sessions over the time of the head: the head full, the base thin");
}

} // namespace inspector
