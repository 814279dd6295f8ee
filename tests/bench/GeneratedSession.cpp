// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/GeneratedSession.h"

#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"

#include <QFile>

#include <utility>

namespace inspector {

std::vector<Event> EventSource::next(std::size_t count)
{
    SessionRecord record;
    std::vector<ReadIssue> warnings;
    std::vector<Event> events;
    std::string line;
    while (events.size() < count && m_generator.appendRecord(line)) {
        if (m_parser.parse(line, false, record, warnings) && record.event)
            events.push_back({*record.event, record.timestamp, record.payload});
        line.clear();
    }
    return events;
}

Result<QString> generatedFile(const QString &folder, std::uint64_t records)
{
    QString path = folder + QStringLiteral("/%1.ndjson").arg(records);
    QFile file(path);
    if (file.exists())
        return path;
    if (!file.open(QIODevice::WriteOnly))
        return failure("write_failed", path.toStdString() + ": " + file.errorString().toStdString());
    return SessionGenerator({.records = records}).writeTo(file).map([&] { return path; });
}

Result<std::uint64_t> replayFile(const QString &path)
{
    const Result<SessionInput> input = SessionInput::openFile(path.toStdString());
    if (!input)
        return tl::unexpected(input.error());
    SessionReplay replay;
    SessionReader reader(
        input->device(), {0, [&replay](std::string_view event) { return replay.wantsEvent(event); }});
    SessionRecord record;
    Result<bool> more = reader.next(record);
    for (; more && *more; more = reader.next(record))
        replay.apply(record, reader.report());
    if (!more)
        return tl::unexpected(more.error());
    return reader.report().records;
}

} // namespace inspector
