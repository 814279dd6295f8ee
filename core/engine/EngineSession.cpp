// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/EngineSession.h"

#include "core/session/DemoMission.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace inspector {

using Phase = InspectorFrame::Phase;

namespace {

/// Whether nothing was added to or taken from the one to make the other.
bool isSameReading(const ReadReport &a, const ReadReport &b)
{
    const auto counts = [](const ReadReport &report) {
        return std::tie(report.records, report.skippedLines, report.warnings, report.gaps);
    };
    return counts(a) == counts(b);
}

} // namespace

EngineSession::EngineSession(const InspectorEngine::Options &options)
    : m_options(options)
{}

void EngineSession::take(const EngineRequests::Batch &batch)
{
    if (batch.open)
        open(*batch.open);
    if (batch.stopLoading && m_frame.phase == Phase::Loading) {
        m_loader->stop();
        m_frame.phase = Phase::Ready;
        m_frame.isCut = true;
        m_frame.isFollowed = false;
        m_frame.progress.seconds = secondsSinceOpened();
        m_hasNews = true;
    }
    if (batch.followEnd)
        m_followsEnd = *batch.followEnd;
    if (batch.cursor) {
        m_followsEnd = false;
        m_wantedCursor = batch.cursor;
    }
    if (batch.filter) {
        m_wantedFilter = *batch.filter;
        m_filter.reset();
        if (m_loader != nullptr && !m_wantedFilter.isEmpty())
            m_filter.emplace(m_wantedFilter, m_loader->timeline().file());
        m_frame.filtered.reset();
        m_hasNews = true;
    }
    if (batch.details)
        m_question = batch.details;
    if (batch.values) {
        m_whyQuestion = batch.values;
        m_traced.clear();
    }
}

bool EngineSession::work(const std::function<bool()> &isEnough)
{
    if (m_loader == nullptr)
        return false;
    moveCursor();
    answer();
    trace();
    load(isEnough);
    search(isEnough);
    if (m_followsEnd && m_frame.cursor != m_loader->timeline().size()) {
        m_frame.cursor = m_loader->timeline().size();
        m_frame.state = m_loader->state();
        m_frame.stateError.reset();
        m_hasNews = true;
    }
    return m_frame.phase == Phase::Loading || m_whyQuestion ||
           (m_filter && !m_frame.filtered->error && m_filter->searched() < m_loader->timeline().size());
}

void EngineSession::open(const SessionSource &source)
{
    const std::uint64_t session = m_frame.session + 1;
    m_loader.reset();
    m_states.reset();
    m_details.reset();
    m_values.reset();
    m_filter.reset();
    m_wantedCursor.reset();
    m_question.reset();
    m_whyQuestion.reset();
    m_followsEnd = false;
    m_tracksTold = 0;
    m_problemsTold = 0;
    m_frame = {};
    m_frame.session = session;
    m_frame.source = source;
    m_hasNews = true;
    if (source.kind == SessionSource::Kind::None)
        return;
    m_openedAtNs = m_options.clock.monotonicNs();
    Result<SessionInput> input = openInput(source);
    if (!input)
        return fail(input.error());
    auto loader =
        SessionLoader::open(std::move(*input), {m_options.replay, {}, m_options.catalogue, &m_options.clock});
    if (!loader)
        return fail(loader.error());
    m_loader = std::move(*loader);
    m_states.emplace(m_loader->timeline());
    m_details.emplace(m_loader->timeline());
    m_values.emplace(m_loader->timeline());
    m_frame.phase = Phase::Loading;
    m_isOpening = true;
    m_frame.isFollowed = m_loader->canGrow();
    if (!m_wantedFilter.isEmpty())
        m_filter.emplace(m_wantedFilter, m_loader->timeline().file());
}

Result<SessionInput> EngineSession::openInput(const SessionSource &source) const
{
    if (source.kind == SessionSource::Kind::File)
        return SessionInput::openFile(source.path);
    return DemoMission::load(source.mission, m_options.catalogue).map([&](const DemoMission &mission) {
        return SessionInput::fromText(mission.title(), mission.session(source.seed));
    });
}

void EngineSession::fail(const Error &error)
{
    m_frame.phase = Phase::Failed;
    m_frame.error = error;
    m_frame.isFollowed = false;
    m_frame.progress.seconds = secondsSinceOpened();
    m_hasNews = true;
}

void EngineSession::load(const std::function<bool()> &isEnough)
{
    if (m_frame.phase != Phase::Loading)
        return;
    const Result<bool> more = m_loader->readSome(isEnough);
    m_hasNews = true;
    if (!more) {
        m_failedBytes = m_loader->bytes();
        fail(more.error());
    } else if (!*more) {
        m_frame.phase = Phase::Ready;
    }
    m_frame.progress.bytes = m_loader->bytesRead();
    m_frame.progress.totalBytes = std::max(m_frame.progress.bytes, m_loader->bytes());
    m_frame.progress.seconds = secondsSinceOpened();
    if (m_frame.phase == Phase::Ready) {
        if (const std::string problem = m_loader->input().problem(); !problem.empty())
            m_frame.notice = Error{"input_damaged", problem, {}};
    }
}

void EngineSession::search(const std::function<bool()> &isEnough)
{
    if (!m_filter || (m_frame.filtered && m_frame.filtered->error) ||
        (m_frame.filtered && m_filter->searched() == m_loader->timeline().size()))
        return;
    const Result<bool> more = m_filter->searchSome(m_loader->timeline(), isEnough);
    m_frame.filtered = InspectorFrame::Filtered{m_filter->filter(), m_filter->matches(), m_filter->searched(),
        more ? std::nullopt : std::optional(more.error())};
    m_hasNews = true;
}

void EngineSession::moveCursor()
{
    if (!m_wantedCursor || (m_loader->timeline().size() == 0 && m_frame.phase == Phase::Loading))
        return;
    const std::uint64_t number = std::min(*m_wantedCursor, m_loader->timeline().size());
    if (number < *m_wantedCursor && m_frame.phase == Phase::Loading)
        return; // it is still to come
    m_wantedCursor.reset();
    m_hasNews = true;
    m_states->follow(m_loader->timeline());
    Result<ReplayState> state = m_states->stateAt(number);
    m_frame.cursor = number;
    if (state) {
        m_frame.state = std::move(*state);
        m_frame.stateError.reset();
    } else {
        m_frame.stateError = state.error();
    }
}

void EngineSession::answer()
{
    if (!m_question)
        return;
    m_details->follow(m_loader->timeline());
    auto details = std::make_shared<std::vector<RecordDetails>>();
    for (const std::uint64_t number : m_question->numbers)
        details->push_back(detailsOf(*m_details, number));
    m_frame.detailsRequest = m_question->request;
    m_frame.details = std::move(details);
    m_question.reset();
    m_hasNews = true;
}

/// One value at a time: the cursor may be moved meanwhile.
void EngineSession::trace()
{
    constexpr std::int64_t patienceNs = 20'000'000;
    if (!m_whyQuestion)
        return;
    if (m_traced.size() < m_whyQuestion->paths.size()) {
        m_values->follow(m_loader->timeline());
        const std::int64_t start = m_options.clock.monotonicNs();
        m_traced.push_back(
            historyOf(*m_values, m_loader->changes(), std::move(m_whyQuestion->paths[m_traced.size()]),
                std::min(m_whyQuestion->number, m_loader->timeline().size()), m_whyQuestion->most,
                [&] { return m_options.clock.monotonicNs() - start >= patienceNs; }));
    }
    if (m_traced.size() < m_whyQuestion->paths.size())
        return;
    m_frame.valuesRequest = m_whyQuestion->request;
    m_frame.values = std::make_shared<const std::vector<ValueHistory>>(std::exchange(m_traced, {}));
    m_whyQuestion.reset();
    m_hasNews = true;
}

void EngineSession::lookAtFile()
{
    using Growth = SessionLoader::Growth;
    if (m_loader == nullptr)
        return;
    // Whoever writes it had only begun. Where something was read, it is not taken from under anybody's hands.
    if (m_frame.phase == Phase::Failed && m_loader->timeline().size() == 0 && m_loader->canGrow() &&
        m_loader->bytes() > m_failedBytes)
        return open(SessionSource(m_frame.source));
    if (m_frame.phase != Phase::Ready || !m_frame.isFollowed)
        return;
    const auto tell = [&](const std::string &what) {
        m_frame.isFollowed = false;
        m_frame.notice = Error{"input_changed", m_frame.source.path + " " + what + "; what was read is shown",
            "Read it again with F5."};
        m_hasNews = true;
    };
    switch (m_loader->growth()) {
    case Growth::None:
        break;
    case Growth::Grown:
        m_isOpening = false;
        if (m_loader->resume())
            m_frame.phase = Phase::Loading;
        else
            tell("has changed");
        m_hasNews = true;
        break;
    case Growth::Shrunk:
        tell("has become shorter");
        break;
    case Growth::Replaced:
        tell("was replaced by another file");
        break;
    case Growth::Gone:
        tell("was removed");
        break;
    }
}

InspectorFramePtr EngineSession::frame()
{
    if (!std::exchange(m_hasNews, false))
        return nullptr;
    m_frame.isOpening = isOpening();
    m_frame.hasGrown = m_loader != nullptr && !m_isOpening;
    if (m_loader != nullptr) {
        m_frame.timeline = m_loader->timeline();
        if (m_tracksTold != m_loader->timeline().size() || m_tracksTold == 0) {
            m_tracksTold = m_loader->timeline().size();
            m_frame.tracks = std::make_shared<const SessionTracks>(m_loader->tracks());
            m_frame.dispatches = std::make_shared<const LatencyHistogram>(m_loader->dispatches());
        }
        const bool isReadAsBefore = isSameReading(*m_frame.report, m_loader->report());
        if (!isReadAsBefore)
            m_frame.report = std::make_shared<const ReadReport>(m_loader->report());
        const std::uint64_t revision = m_loader->problems().revision();
        if (std::exchange(m_problemsTold, revision) != revision || !isReadAsBefore)
            m_frame.problems = std::make_shared<const std::vector<Problem>>(
                m_loader->problems().problems(m_loader->report()));
    }
    return std::make_shared<const InspectorFrame>(m_frame);
}

double EngineSession::secondsSinceOpened() const
{
    constexpr double nsPerSecond = 1e9;
    return static_cast<double>(m_options.clock.monotonicNs() - m_openedAtNs) / nsPerSecond;
}

} // namespace inspector
