// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveSession.h"

#include <utility>

namespace inspector {

LiveSession::LiveSession(const LiveHello &hello, SessionWriter writer)
    : m_id(hello.session)
    , m_game(hello.game)
    , m_writer(std::move(writer))
    , m_lastSeq(m_writer.lastSeq())
{}

Result<LiveSession> LiveSession::open(const LiveHello &hello, const std::string &path, double startedAt)
{
    Result<SessionWriter> writer = SessionWriter::open(path);
    if (!writer)
        return tl::unexpected(std::move(writer.error()));
    if (writer->size() == 0) {
        if (auto written = writer->append(live::sessionLine(hello, startedAt)); !written)
            return tl::unexpected(std::move(written.error()));
    }
    return LiveSession(hello, std::move(*writer));
}

Result<LiveSession::Taken> LiveSession::take(const std::vector<LiveRecord> &records)
{
    Taken taken;
    std::string lines;
    std::uint64_t last = m_lastSeq;
    for (const LiveRecord &record : records) {
        if (record.seq <= last) {
            ++taken.duplicates; // it was sent again because its acknowledgement was lost
            continue;
        }
        last = record.seq;
        lines.append(record.line).append("\n");
        ++taken.records;
        if (!record.event.empty())
            taken.events.push_back(record.event);
    }
    if (auto written = m_writer.append(lines); !written)
        return tl::unexpected(std::move(written.error()));
    m_lastSeq = last;
    m_records += taken.records;
    return taken;
}

} // namespace inspector
