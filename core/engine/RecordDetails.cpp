// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/RecordDetails.h"

#include "core/session/TimelineReader.h"

#include <utility>

namespace inspector {

RecordDetails detailsOf(TimelineReader &reader, std::uint64_t number)
{
    RecordDetails details;
    details.number = number;
    const auto failed = [&](const Error &error) {
        details.error = error;
        return details;
    };
    const auto before = reader.stateAt(number == 0 ? 0 : number - 1);
    if (!before)
        return failed(before.error());
    const auto after = reader.stateAt(number);
    if (!after)
        return failed(after.error());
    auto record = reader.recordAt(number);
    if (!record)
        return failed(record.error());
    if (reader.timeline().keptRecord(number) == nullptr)
        details.text = reader.textAt(number).value_or(std::string());
    details.record = std::move(*record);
    details.before = before->world;
    details.after = after->world;
    return details;
}

} // namespace inspector
