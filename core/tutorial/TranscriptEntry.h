// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/Fields.h"

namespace inspector {

/// One line of what the player was taken through; `timestamp` in ms since the epoch.
struct TranscriptEntry
{
    Text event = std::nullopt, promptId = std::nullopt, promptText = std::nullopt, actionTaken = std::nullopt;
    Number timestamp = std::nullopt;
    Text followUpNarrative = std::nullopt;
    ObjectOrNull metadata = std::nullopt;

    static constexpr auto fields()
    {
        return std::tuple(field("event", &TranscriptEntry::event),
            field("promptId", &TranscriptEntry::promptId), field("promptText", &TranscriptEntry::promptText),
            field("actionTaken", &TranscriptEntry::actionTaken),
            field("timestamp", &TranscriptEntry::timestamp),
            field("followUpNarrative", &TranscriptEntry::followUpNarrative),
            field("metadata", &TranscriptEntry::metadata));
    }
    friend bool operator==(const TranscriptEntry &, const TranscriptEntry &) = default;
};

} // namespace inspector
