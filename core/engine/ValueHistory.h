// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/ChangeIndex.h"
#include "core/changes/StateValue.h"
#include "core/engine/RecordDetails.h"

#include <functional>
#include <optional>
#include <vector>

namespace inspector {

/// Why a value is what it is behind a record (docs/architecture.md, "Why").
struct ValueHistory
{
    struct Change
    {
        std::uint64_t number = 0; ///< the record that set it
        TimeMs at = 0;            ///< of that record, ms since the epoch
        JsonValue value;          ///< what it became

        friend bool operator==(const Change &, const Change &) = default;
    };

    ValuePath path;
    std::uint64_t number = 0;            ///< of the record
    JsonValue value;                     ///< behind it
    std::vector<Change> changes;         ///< the newest up to it, the oldest of them first
    bool isWhole = false;                ///< there are no earlier ones
    std::optional<std::uint64_t> next;   ///< the first record behind it that changes the value
    std::optional<RecordDetails> setBy;  ///< of the last of `changes`
    std::optional<RecordDetails> origin; ///< what `setBy` cascaded from
    std::optional<Error> error;          ///< why some of this is not there: those of ChangeLookup
};

/// The history of a value with the newest `most` changes up to record #`number`; `isEnough` as of
/// ChangeLookup.
[[nodiscard]] ValueHistory historyOf(TimelineReader &reader, const ChangeIndex &index, ValuePath path,
    std::uint64_t number, std::size_t most, std::function<bool()> isEnough = {});

} // namespace inspector
