// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"

#include <QByteArray>

#include <vector>

namespace inspector {

/// A session read and played from its start to its end, with everything that it was on the way.
struct PlayedSession
{
    std::vector<SessionRecord> records; ///< #1 is at 0
    std::vector<RecordPlace> places;
    std::vector<ReplayState> states; ///< the start is at 0
    ReadReport report;

    explicit PlayedSession(const QByteArray &text, const SessionReplay::Options &options = {})
    {
        const SessionInput input = SessionInput::fromText("x", text.toStdString());
        SessionReader reader(input.device(), {});
        SessionReplay replay(options);
        SessionRecord record;
        states.push_back(replay.state());
        while (reader.next(record).value_or(false)) {
            replay.apply(record, reader.report());
            records.push_back(record);
            places.push_back(reader.recordPlace());
            states.push_back(replay.state());
        }
        report = reader.report();
    }
};

} // namespace inspector
