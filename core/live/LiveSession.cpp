// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/LiveSession.h"

#include "core/base/IsoTime.h"
#include "core/base/JsonReader.h"
#include "core/telemetry/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace inspector {

LiveSession::LiveSession(const LiveHello &hello, SessionWriter writer)
    : m_id(hello.session)
    , m_game(hello.game)
    , m_path(writer.path())
    , m_writer(std::move(writer))
    , m_lastSeq(m_writer->lastSeq())
{}

Result<LiveSession> LiveSession::open(const LiveHello &hello, const std::string &path, double startedAt)
{
    if (!fits(path, hello.session))
        return failure("exists", path + " holds something else", "Choose another name, or move it away.");
    Result<SessionWriter> writer = SessionWriter::open(path);
    if (!writer)
        return tl::unexpected(std::move(writer.error()));
    if (writer->size() == 0) {
        // A file whose folder does not hold it yet would be lost with the machine, whatever is in it.
        auto begun =
            writer->append(live::sessionLine(hello, startedAt))
                .and_then([&] { return writer->sync(); })
                .and_then([&] { return syncFolder(QFileInfo(QString::fromStdString(path)).absolutePath()); });
        if (!begun)
            return tl::unexpected(std::move(begun.error()));
    }
    return LiveSession(hello, std::move(*writer));
}

bool LiveSession::fits(const std::string &path, const std::string &session)
{
    constexpr qint64 longestFirstLine = 4096;
    QFile file(QString::fromStdString(path));
    if (!file.exists() || (file.open(QIODevice::ReadOnly) && file.size() == 0))
        return true;
    const Result<JsonValue> first = parseJson(file.readLine(longestFirstLine).toStdString());
    const JsonObject *object = first ? first->asObject() : nullptr;
    return object != nullptr && (*object)["session"] == JsonValue(session);
}

std::string LiveSession::pathIn(const std::string &folder, const std::string &session, double now)
{
    const QDir dir(QString::fromStdString(folder));
    const QString name = QLatin1Char('-') + QString::fromStdString(session) + QStringLiteral(".ndjson");
    const QStringList known = dir.entryList({QString(QLatin1Char('*') + name)}, QDir::Files);
    return dir
        .filePath(known.isEmpty() ? QString(QString::fromStdString(fileStamp(now)) + name) : known.first())
        .toStdString();
}

Result<void> LiveSession::close()
{
    Result<void> synced = sync();
    m_writer.reset();
    return synced;
}

Result<void> LiveSession::reopen(const LiveHello &hello)
{
    if (m_writer)
        return {};
    return open(hello, m_path, 0).map([&](LiveSession session) {
        m_writer = std::move(session.m_writer);
        m_lastSeq = session.m_lastSeq;
    });
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
        if (taken.records == 0 && m_gapAt && !record.isOverflow)
            lines = live::gapLine(*m_gapAt, "recorded_elsewhere");
        lines.append(record.line).append("\n");
        ++taken.records;
        if (!record.event.empty())
            taken.events.push_back(record.event);
    }
    if (auto written = m_writer->append(lines); !written)
        return tl::unexpected(std::move(written.error()));
    if (taken.records > 0)
        m_gapAt.reset();
    m_lastSeq = last;
    m_records += taken.records;
    return taken;
}

} // namespace inspector
