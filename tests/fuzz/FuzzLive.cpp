// SPDX-License-Identifier: GPL-3.0-or-later
// What a page sends: whatever is taken of it has to be a line that a session file may have.
#include "core/live/LiveProtocol.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "tests/fuzz/Fuzz.h"

using namespace inspector;

void fuzz(std::string_view input)
{
    if (const Result<LiveHello> hello = live::readHello(input)) {
        const std::string line = live::sessionLine(*hello, 1000);
        require(line.find('\n') == line.size() - 1, "a first line is a line, with its end");
    }
    const Result<std::vector<LiveRecord>> records = live::readRecords(input);
    if (!records)
        return;
    std::string session;
    for (const LiveRecord &record : *records) {
        require(record.line.find('\n') == std::string::npos, "a record is a line");
        session.append(record.line).append("\n");
    }
    const SessionInput file = SessionInput::fromText("fuzz", session);
    SessionReader reader(file.device(), {});
    SessionRecord record;
    std::uint64_t count = 0;
    while (reader.next(record).value_or(false))
        ++count;
    require(count == records->size(), "all that was taken can be read again");
    require(reader.report().skippedLines == 0, "no line of it is skipped");
}
