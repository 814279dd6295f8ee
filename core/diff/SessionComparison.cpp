// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/SessionComparison.h"

#include "core/diff/JsonDiff.h"
#include "core/session/SessionReader.h"
#include "core/state/WorldState.h"

#include <utility>

namespace inspector {

namespace {

using Side = SessionComparison::Side;

/// One of the two, while it is read.
class Reading
{
public:
    Reading(SessionInput input, const SessionComparison::Options &options)
        : m_input(std::move(input))
        , m_until(options.until)
        , m_replay(options.replay)
        , m_reader(m_input.device(), {m_input.modifiedAt(), {}})
    {}

    /// Goes to the next record that is no session record; false behind the last one.
    Result<bool> advance()
    {
        while (!m_isOver) {
            Result<bool> more = m_reader.next(m_record);
            if (!more) {
                more.error().message = m_input.name() + ": " + more.error().message;
                return more;
            }
            m_isOver = !*more;
            if (m_isOver)
                break;
            m_replay.apply(m_record, m_reader.report());
            m_isOver = m_isReached = m_until && m_until->isReached(m_record);
            if (m_record.type != SessionRecord::Type::Session)
                return true;
        }
        return false;
    }

    [[nodiscard]] const SessionRecord &record() const { return m_record; }
    [[nodiscard]] bool isDocument() const { return m_reader.isDocument(); }

    [[nodiscard]] Side side()
    {
        if (const std::string problem = m_input.problem(); !problem.empty())
            m_reader.report().add({ReadIssue::Kind::Warning, 0, problem, {}});
        return {m_input.name(), !m_until || m_isReached, m_reader.report(),
            snapshotJson(m_replay.store().state())};
    }

private:
    SessionInput m_input;
    const std::optional<StopPoint> &m_until;
    SessionReplay m_replay;
    SessionReader m_reader;
    SessionRecord m_record;
    bool m_isOver = false;
    bool m_isReached = false;
};

/// When a record was, and its number, are how two runs always differ.
JsonValue withoutPlace(const JsonValue &body)
{
    const JsonObject *object = body.asObject();
    if (object == nullptr)
        return body;
    JsonObject::Members members;
    for (const auto &[key, value] : *object) {
        if (key != "timestamp" && key != "seq")
            members.push_back({key, value});
    }
    return JsonObject(std::move(members));
}

bool isSameRecord(const SessionRecord &base, const SessionRecord &head, const PathPatterns &ignored)
{
    if (base.type != head.type || base.typeName != head.typeName || base.event != head.event)
        return false;
    if (base.type == SessionRecord::Type::Event)
        return isSameJson(base.payload, head.payload, ignored, {"payload"});
    const JsonValue one = withoutPlace(base.body);
    const JsonValue other = withoutPlace(head.body);
    if (base.type != SessionRecord::Type::Snapshot || one.asObject() == nullptr ||
        other.asObject() == nullptr)
        return isSameJson(one, other, ignored);
    // Patterns are those of a state.
    return isSameJson((*one.asObject())["snapshot"], (*other.asObject())["snapshot"], ignored) &&
           isSameJson(
               (*one.asObject())["transcript"], (*other.asObject())["transcript"], ignored, {"transcript"});
}

} // namespace

Result<SessionComparison> SessionComparison::between(
    SessionInput base, SessionInput head, const Options &options)
{
    Reading one(std::move(base), options);
    Reading other(std::move(head), options);
    SessionComparison comparison;
    for (;;) {
        const Result<bool> hasOne = one.advance();
        if (!hasOne)
            return tl::unexpected(hasOne.error());
        const Result<bool> hasOther = other.advance();
        if (!hasOther)
            return tl::unexpected(hasOther.error());
        if (!*hasOne && !*hasOther)
            break;
        // A state that somebody saved has no history to compare.
        if (comparison.divergence || one.isDocument() || other.isDocument())
            continue;
        if (*hasOne && *hasOther && isSameRecord(one.record(), other.record(), options.ignored))
            continue;
        comparison.divergence.emplace();
        if (*hasOne)
            comparison.divergence->base = one.record();
        if (*hasOther)
            comparison.divergence->head = other.record();
    }
    comparison.base = one.side();
    comparison.head = other.side();
    comparison.changes = diffJson(comparison.base.state, comparison.head.state, options.ignored);
    return comparison;
}

} // namespace inspector
