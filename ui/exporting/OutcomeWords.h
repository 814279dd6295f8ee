// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/ExportOutcome.h"
#include "ui/common/TextTableModel.h"

namespace inspector {

/// What came of an export, in words.
struct OutcomeWords
{
    std::vector<TextTableModel::Row> files; ///< path, bytes, ms
    QString problems;                       ///< a line each; empty where there are none
    QString summary;

    [[nodiscard]] static OutcomeWords of(const ExportOutcome &outcome);
};

} // namespace inspector
