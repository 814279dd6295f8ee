// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/SessionLoader.h"

#include "core/session/SessionFile.h"

#include <sys/stat.h>

#include <QFile>
#include <QTemporaryFile>

#include <utility>

namespace inspector {

Result<std::unique_ptr<SessionLoader>> SessionLoader::open(SessionInput input, const Options &options)
{
    auto file = SessionFile::fromDevice(input.device(), input.name());
    if (!file)
        return tl::unexpected(std::move(file.error()));
    input.device().seek(0);
    return std::unique_ptr<SessionLoader>(new SessionLoader(std::move(input), std::move(*file), options));
}

SessionLoader::SessionLoader(
    SessionInput input, std::shared_ptr<const SessionFile> file, const Options &options)
    : m_input(std::move(input))
    , m_replay(options.replay.withoutHistory())
    , m_records(m_input.device(), {m_input.modifiedAt(), SessionReplay::changesStateBy})
    , m_cold(std::make_shared<ColdFile>())
    , m_timeline(std::move(file), {options.replay, options.keyframes, NameTable::defaultMaxNames, m_cold})
    , m_recorder(options.catalogue, m_cold)
    , m_changes(m_cold)
    , m_problems(options.catalogue)
    , m_watchers(m_replay.store(), {&m_recorder, &m_changes, &m_problems})
    , m_meter(options.clock)
{}

SessionLoader::~SessionLoader() = default;

Result<bool> SessionLoader::readSome(const std::function<bool()> &isEnough)
{
    constexpr int recordsAtOnce = 256; // between two looks at the clock
    for (;;) {
        for (int i = 0; i < recordsAtOnce; ++i) {
            Result<bool> more = m_records.next();
            if (!more) {
                more.error().message = m_input.name() + ": " + more.error().message;
                return more;
            }
            if (!*more)
                return false;
            play(m_records.record());
        }
        if (isEnough())
            return true;
    }
}

void SessionLoader::play(const SessionRecord &record)
{
    const bool changesState = SessionReplay::changesState(record);
    m_recorder.begin(record, changesState);
    m_changes.begin(record.number);
    m_problems.begin(record, changesState);
    const auto dispatch = [&] { m_replay.apply(record, m_records.report()); };
    if (changesState && record.type == SessionRecord::Type::Event)
        m_meter.run(dispatch);
    else
        dispatch();
    m_problems.end(record, m_replay.recorder().state());
    m_timeline.append(record, m_records.recordPlace(), m_replay, changesState);
}

// What was unpacked or copied first stays as it is.
bool SessionLoader::canGrow() const
{
    return qobject_cast<const QFile *>(&m_input.device()) != nullptr &&
           qobject_cast<const QTemporaryFile *>(&m_input.device()) == nullptr;
}

SessionLoader::Growth SessionLoader::growth() const
{
    if (!canGrow())
        return Growth::None;
    const auto *file = qobject_cast<const QFile *>(&m_input.device());
    struct stat opened
    {
    }, named{};
    if (::fstat(file->handle(), &opened) != 0)
        return Growth::None;
    if (static_cast<std::uint64_t>(opened.st_size) < bytesRead())
        return Growth::Shrunk;
    if (::stat(m_input.name().c_str(), &named) != 0)
        return Growth::Gone;
    if (named.st_ino != opened.st_ino || named.st_dev != opened.st_dev)
        return Growth::Replaced;
    return static_cast<std::uint64_t>(opened.st_size) > bytesRead() ? Growth::Grown : Growth::None;
}

} // namespace inspector
