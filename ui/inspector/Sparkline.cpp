// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/Sparkline.h"

#include <algorithm>
#include <optional>

namespace inspector {

namespace {

std::optional<double> numberOf(const JsonValue &value)
{
    if (const bool *flag = value.asBool())
        return *flag ? 1 : 0;
    const double *number = value.asNumber();
    return number == nullptr ? std::nullopt : std::optional(*number);
}

/// Where a number stands between two; in the middle where those are one.
double share(double number, double least, double greatest)
{
    constexpr double middle = 0.5;
    return greatest > least ? (number - least) / (greatest - least) : middle;
}

} // namespace

Sparkline sparklineOf(const ValueHistory &history, TimeMs now)
{
    Sparkline line;
    if (history.changes.empty())
        return line;
    line.isNumber = std::all_of(history.changes.begin(), history.changes.end(),
        [](const ValueHistory::Change &change) { return numberOf(change.value).has_value(); });
    TimeMs first = now;
    TimeMs last = now;
    double least = numberOf(history.changes.front().value).value_or(0);
    double greatest = least;
    for (const ValueHistory::Change &change : history.changes) {
        const double number = numberOf(change.value).value_or(0);
        least = std::min(least, number);
        greatest = std::max(greatest, number);
        first = std::min(first, change.at);
        last = std::max(last, change.at); // the clock of a game may go back
    }
    for (const ValueHistory::Change &change : history.changes)
        line.points.emplace_back(share(change.at, first, last),
            line.isNumber ? share(numberOf(change.value).value_or(0), least, greatest) : share(0, 0, 0));
    return line;
}

} // namespace inspector
