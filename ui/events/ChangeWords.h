// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/RecordDetails.h"
#include "core/factions/FactionCatalogue.h"

#include <QString>

namespace inspector {

/// What a record changed, in words: "Wraith: neutral → hostile, cascade from Vanguard Prime".
struct ChangeWords
{
    QString text;
    bool isInterpreted = true; ///< false where no slice of ours knows the event
};

[[nodiscard]] ChangeWords changeWords(const RecordDetails &details, const FactionCatalogue &catalogue);

/// Whether a faction's fame and infamy are known: a record that is not there, or that an attitude alone made,
/// holds zeros that nobody told.
[[nodiscard]] bool hasReputation(const FactionRecord *record);

/// What a record is called: the name of an event, the type of any other.
[[nodiscard]] QString recordName(const SessionRecord &record);

} // namespace inspector
