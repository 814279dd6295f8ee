// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/WriterTotals.h"

#include <algorithm>

namespace inspector {

namespace {

/// Nothing where it is no number of things or ms.
double amountOf(const JsonObject &summary, std::string_view name)
{
    constexpr double most = 1e15; // what a sum of them can still tell apart
    const double *number = summary[name].asNumber();
    return number == nullptr || !(*number > 0) ? 0 : std::min(*number, most);
}

} // namespace

void addWriters(std::vector<WriterTotals> &totals, const JsonValue &payload)
{
    const JsonObject *object = payload.asObject();
    const JsonArray *summaries = object == nullptr ? nullptr : (*object)["writerSummaries"].asArray();
    constexpr std::size_t mostWriters = 64; // a tool has a handful; what tells of more is no tool
    if (summaries == nullptr)
        return;
    std::size_t looked = 0;
    for (const JsonValue &value : *summaries) {
        if (++looked > mostWriters)
            return;
        const JsonObject *summary = value.asObject();
        const std::string *id = summary == nullptr ? nullptr : (*summary)["id"].asString();
        if (id == nullptr)
            continue;
        WriterTotals batch{*id, 1, static_cast<std::uint64_t>(amountOf(*summary, "successes")),
            static_cast<std::uint64_t>(amountOf(*summary, "failures")), amountOf(*summary, "durationMs"), 0};
        batch.worstMs = batch.msEach();
        const auto known = std::find_if(
            totals.begin(), totals.end(), [&](const WriterTotals &total) { return total.writer == *id; });
        if (known == totals.end()) {
            if (totals.size() < mostWriters)
                totals.push_back(std::move(batch));
            continue;
        }
        ++known->batches;
        known->artifacts += batch.artifacts;
        known->failures += batch.failures;
        known->totalMs += batch.totalMs;
        known->worstMs = std::max(known->worstMs, batch.worstMs);
    }
}

} // namespace inspector
