// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/LatencyHistogram.h"
#include "core/measure/SessionFigures.h"
#include "ui/common/TextTableModel.h"
#include "ui/plot/HistogramContent.h"
#include "ui/plot/RateContent.h"

namespace inspector {

/// All that the performance view shows, and whose clock it is from (docs/user-interface.md, "Performance").
struct PerformanceFigures
{
    LatencyHistogram dispatches;          ///< by the tool's clock
    std::int64_t ownStepNs = 0;           ///< as fine as the tool's clock was seen to be
    SessionFigures session;               ///< by the game's clock
    std::vector<WriterTotals> ownWriters; ///< of exports from this window, by the tool's clock
};

/// What an artifact may take.
constexpr double artifactLimitMs = 10;

[[nodiscard]] HistogramContent histogramContent(const LatencyHistogram &dispatches);
/// `firstTime` is the session's, ms since the epoch.
[[nodiscard]] RateContent rateContent(const EventRates &rates, TimeMs firstTime);
/// A writer, whose it is, written, failed, ms each, and in the slowest batch, and the share of the limit as
/// text.
[[nodiscard]] std::vector<TextTableModel::Row> writerRows(const PerformanceFigures &figures);
/// Figure, value, limit, clock: all of it in words.
[[nodiscard]] std::vector<TextTableModel::Row> performanceRows(const PerformanceFigures &figures);
/// The rows with their columns below each other, for a bug report.
[[nodiscard]] QString performanceText(const std::vector<TextTableModel::Row> &rows);

/// "9,761 of about 349,661": how many dispatches were timed.
[[nodiscard]] QString timedText(const LatencyHistogram &dispatches);
/// "the tool's, in steps of 30 ns"
[[nodiscard]] QString ownClockText(std::int64_t stepNs);
/// "the game's, in steps of 1 ms"
[[nodiscard]] QString gameClockText(double stepMs);
/// "faction"; a name for those that have none of their own.
[[nodiscard]] QString domainName(const EventRates::Domain &domain);

} // namespace inspector
