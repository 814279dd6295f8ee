// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionRecord.h"

#include <optional>

namespace inspector {

/// Sees from `seq` that records are missing (docs/formats.md, "Sessions"). For one session, record by record.
class SequenceWatch
{
public:
    /// The `seq` before, where the record's does not follow on it. A gap that the recording tells of is told
    /// by its own record: its jump, or the one behind it where it has no `seq`, is none.
    [[nodiscard]] std::optional<double> jumpFrom(const SessionRecord &record);

private:
    std::optional<double> m_previous;
    bool m_isTold = false; // that something is missing before the next number
};

} // namespace inspector
