// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionReplay.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace inspector {

namespace {

const std::unordered_set<std::string_view> &stateEvents()
{
    static const std::unordered_set<std::string_view> names = [] {
        std::unordered_set<std::string_view> all;
        for (const std::string_view event : actionEvents())
            all.insert(event);
        for (const std::string_view event : TutorialTranscriptRecorder::events())
            all.insert(event);
        return all;
    }();
    return names;
}

} // namespace

SessionReplay::SessionReplay()
    : SessionReplay(Options())
{}

SessionReplay::SessionReplay(const Options &options)
    : m_store(m_bus, options.store)
    , m_recorder(m_bus, options.transcriptEntries)
{
    const auto keep = [this](std::string_view, const FieldIssue &issue) { m_issues.push_back(issue); };
    m_storeIssues = m_store.onIssue(keep);
    m_recorder.setIssueListener(keep);
}

void SessionReplay::apply(const SessionRecord &record, ReadReport &report)
{
    if (!m_firstTime && record.isTimed())
        m_firstTime = record.timestamp;
    m_lastTime = record.timestamp;
    m_issues.clear();
    if (record.type == SessionRecord::Type::Event && record.event) {
        m_event.name = *record.event;
        m_event.timestamp = record.timestamp;
        m_event.payload = record.payload;
        if (!m_bus.emitEvent(m_event))
            ++report.unknownEvents;
        m_event.payload = {}; // so that the next record is read into the memory of this one
    } else if (record.type == SessionRecord::Type::Snapshot) {
        hydrate(record);
    }
    for (auto issue = m_issues.begin(); issue != m_issues.end(); ++issue) {
        const auto sameField = [&](const FieldIssue &earlier) { return earlier.field == issue->field; };
        if (std::any_of(m_issues.begin(), issue, sameField))
            continue; // the store and the recorder both read it
        report.add({ReadIssue::Kind::Warning, record.line, issue->reason(), issue->field, record.number});
    }
}

bool SessionReplay::changesState(const SessionRecord &record)
{
    if (record.type == SessionRecord::Type::Event)
        return record.event && changesStateBy(*record.event);
    return record.type == SessionRecord::Type::Snapshot;
}

bool SessionReplay::changesStateBy(std::string_view event)
{
    return stateEvents().contains(event);
}

ReplayState SessionReplay::state() const
{
    return {m_store.state(), m_recorder.state(), m_firstTime, m_lastTime};
}

void SessionReplay::restore(const ReplayState &state)
{
    m_store.restore(state.world);
    m_recorder.restore(state.transcript);
    m_firstTime = state.firstTime;
    m_lastTime = state.lastTime;
}

void SessionReplay::hydrate(const SessionRecord &record)
{
    const JsonObject &body = *record.body.asObject();
    const JsonObject *snapshot = body["snapshot"].asObject();
    if (snapshot == nullptr)
        return; // a record that lacks its own field changes nothing
    m_store.hydrate(*snapshot, record.timestamp);
    if (const JsonArray *transcript = body["transcript"].asArray())
        m_recorder.replaceEntries(*transcript);
}

} // namespace inspector
