// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/SessionComparer.h"

#include "core/diff/JsonDiff.h"
#include "core/session/TimelineReader.h"
#include "ui/common/FrameSource.h"
#include "ui/common/MarkerList.h"

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

SessionTracks withMarkers(SessionTracks tracks, const std::vector<UserMarker> &own)
{
    std::vector<SessionTracks::Landmark> all(tracks.markers.begin(), tracks.markers.end());
    for (const UserMarker &marker : own) {
        if (marker.number > 0) // the start is in common anyway
            all.push_back({marker.number, marker.at, 0, marker.label});
    }
    std::stable_sort(
        all.begin(), all.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
    const auto isSamePlace = [](const auto &a, const auto &b) { return a.number == b.number; };
    all.erase(std::unique(all.begin(), all.end(), isSamePlace), all.end());
    tracks.markers = {};
    for (SessionTracks::Landmark &marker : all)
        tracks.markers.push_back(std::move(marker));
    return tracks;
}

} // namespace

SessionComparer::SessionComparer(FrameSource &source, const MarkerList &markers, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_markers(markers)
    , m_catalogue(std::make_shared<const FactionCatalogue>(source.catalogue()))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SessionComparer::takeFrame);
    connect(&source, &FrameSource::frameChanged, this, &SessionComparer::takeFrame);
    connect(&markers, &MarkerList::changed, this, &SessionComparer::takeMarkers);
}

const SessionComparer::ComparisonPtr &SessionComparer::comparison() const
{
    static const ComparisonPtr none;
    return m_session == m_source.frame().session ? m_comparison : none;
}

void SessionComparer::setBase(const QString &path)
{
    m_path = path;
    m_base.reset();
    m_readError.reset();
    forget();
    m_reading.cancel();
    if (!path.isEmpty()) {
        m_reading.start(
            [path = path.toStdString(), catalogue = m_catalogue, ignored = m_ignored](const StopFlag &stop) {
                return ComparedSession::read(path, *catalogue, ignored, stop)
                    .map([](ComparedSession &&session) {
                        return std::make_shared<const ComparedSession>(std::move(session));
                    });
            },
            [this](Result<std::shared_ptr<const ComparedSession>> base) {
                if (base)
                    m_base = std::move(*base);
                else
                    m_readError = base.error();
                takeFrame();
                emit changed();
            });
    }
    emit changed();
}

void SessionComparer::setChoice(const SessionAlignment::Choice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    forget();
    takeFrame();
    emit changed();
}

void SessionComparer::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    takeFrame();
}

void SessionComparer::forget()
{
    m_aligning.cancel();
    m_comparingStates.cancel();
    m_pause.stop();
    m_comparison.reset();
    m_error.reset();
    m_states = {};
    m_wantedStates.reset();
    m_alignedSize = 0;
    ++m_revision;
}

void SessionComparer::takeFrame()
{
    const InspectorFrame &frame = m_source.frame();
    if (frame.session != m_session) {
        m_session = frame.session;
        if (m_comparison != nullptr || m_aligning.isRunning() || m_error) {
            forget();
            emit changed();
        }
    }
    const bool isDue =
        frame.timeline && frame.size() > 0 && !frame.isOpening && frame.size() != m_alignedSize;
    if (m_isInSight && m_base != nullptr && isDue && !m_aligning.isRunning() && !m_pause.isActive())
        align();
}

void SessionComparer::takeMarkers()
{
    if (m_choice.by != SessionAlignment::Choice::By::Marker || (m_comparison == nullptr && !m_error))
        return;
    m_alignedSize = 0;
    m_pause.stop();
    takeFrame();
}

void SessionComparer::align()
{
    const InspectorFrame &frame = m_source.frame();
    const std::uint64_t size = frame.size();
    m_aligning.start(
        [base = m_base->outline, timeline = *frame.timeline, tracks = *frame.tracks,
            own = m_markers.markers(), report = *frame.report, choice = m_choice, ignored = m_ignored,
            catalogue = m_catalogue](const StopFlag &stop) {
            return SessionOutline::of(timeline, withMarkers(tracks, own), report, ignored, stop)
                .and_then([&](SessionOutline &&head) {
                    return AlignedComparison::of(base,
                        std::make_shared<const SessionOutline>(std::move(head)), *catalogue, choice, ignored);
                })
                .map([](AlignedComparison &&comparison) -> ComparisonPtr {
                    return std::make_shared<const AlignedComparison>(std::move(comparison));
                });
        },
        [this, size, started = m_source.clock().monotonicNs()](
            Result<ComparisonPtr> aligned) { takeAligned(std::move(aligned), size, started); });
    emit changed();
}

/// A head that grows is compared again, but that takes a small part of the time only, however long it takes.
void SessionComparer::takeAligned(Result<ComparisonPtr> aligned, std::uint64_t size, std::int64_t startedNs)
{
    constexpr std::int64_t nsPerMs = 1'000'000;
    constexpr std::int64_t pauses = 10;
    constexpr std::int64_t leastMs = 1000;
    const std::int64_t tookMs = (m_source.clock().monotonicNs() - startedNs) / nsPerMs;
    m_pause.start(static_cast<int>(std::clamp<std::int64_t>(tookMs * pauses, leastMs, 60 * leastMs)));
    m_alignedSize = size;
    ++m_revision;
    m_error.reset();
    m_comparison.reset();
    if (aligned)
        m_comparison = std::move(*aligned);
    else
        m_error = aligned.error();
    emit changed();
}

void SessionComparer::compareStates(std::uint64_t headNumber, const WorldState &head)
{
    if (m_comparison == nullptr || m_base == nullptr)
        return;
    m_wantedStates = WantedStates{headNumber, head};
    if (!m_comparingStates.isRunning())
        startStates();
}

void SessionComparer::startStates()
{
    const WantedStates wanted = *std::exchange(m_wantedStates, std::nullopt);
    const std::uint64_t baseNumber = m_comparison->alignment.baseOf(wanted.headNumber);
    m_comparingStates.start(
        [timeline = m_base->timeline, baseNumber, wanted, ignored = m_ignored](const StopFlag & /*stop*/) {
            StateDiff diff{baseNumber, wanted.headNumber, {}, {}};
            const Result<ReplayState> base = TimelineReader(timeline).stateAt(baseNumber);
            if (base)
                diff.changes = diffJson(snapshotJson(base->world), snapshotJson(wanted.head), ignored);
            else
                diff.error = base.error();
            return diff;
        },
        [this](StateDiff diff) {
            m_states = std::move(diff);
            emit stateFound();
            if (m_wantedStates && m_comparison != nullptr)
                startStates();
        });
}

} // namespace inspector
