// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/Event.h"
#include "core/session/RecordParser.h"
#include "tests/support/SessionGenerator.h"

#include <QString>

#include <vector>

namespace inspector {

/// The events of a generated session, read from its text as a session file's are.
class EventSource
{
public:
    explicit EventSource(const SessionGenerator::Options &options)
        : m_generator(options)
    {}

    /// The next `count` events, fewer at the end.
    [[nodiscard]] std::vector<Event> next(std::size_t count);

private:
    SessionGenerator m_generator;
    RecordParser m_parser;
};

/// Path of a generated session file in `folder`; it is made when it is asked for first. Error `write_failed`.
[[nodiscard]] Result<QString> generatedFile(const QString &folder, std::uint64_t records);

/// Reads a session file and replays it; returns how many records it had. Errors as of SessionInput and
/// SessionReader.
[[nodiscard]] Result<std::uint64_t> replayFile(const QString &path);

} // namespace inspector
