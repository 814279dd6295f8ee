// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BaselineComparison.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace inspector {

namespace {

constexpr const char *remedy =
    "Make it anew: packaging/bench.sh, and copy build/bench.json over tests/bench/baseline.json.";

Result<std::map<std::string, double>> costsOf(const JsonValue &report)
{
    std::map<std::string, double> costs;
    const JsonObject *object = report.asObject();
    const JsonArray *figures = object == nullptr ? nullptr : (*object)["figures"].asArray();
    if (figures == nullptr)
        return failure("bad_baseline", "the baseline is no report of inspector-bench", remedy);
    for (const JsonValue &value : *figures) {
        const JsonObject *figure = value.asObject();
        const std::string *name = figure == nullptr ? nullptr : (*figure)["name"].asString();
        if (name == nullptr)
            return failure("bad_baseline", "the baseline has a figure without a name", remedy);
        if (const double *cost = (*figure)["cost"].asNumber(); cost != nullptr && *cost > 0)
            costs.emplace(*name, *cost);
    }
    return costs;
}

std::string line(const BaselineComparison::Change &change, const char *what)
{
    std::array<char, 64> numbers{};
    std::snprintf(numbers.data(), numbers.size(), " (%.3g, was %.3g)", change.now, change.before);
    std::array<char, 32> ratio{};
    std::snprintf(ratio.data(), ratio.size(), "%.2f", change.ratio());
    return std::string(what) + ": " + change.name + " costs " + ratio.data() + " times what it did" +
           numbers.data() + '\n';
}

} // namespace

Result<BaselineComparison> BaselineComparison::of(const Figures &figures, const JsonValue &baseline)
{
    const auto costs = costsOf(baseline);
    if (!costs)
        return tl::unexpected(costs.error());
    BaselineComparison comparison;
    for (const Figure &figure : figures) {
        const auto before = costs->find(figure.name);
        if (const auto now = figure.cost(); now && before != costs->end())
            comparison.m_changes.push_back({figure.name, before->second, *now});
    }
    if (comparison.m_changes.empty())
        return failure("bad_baseline", "the baseline knows none of the figures", remedy);
    return comparison;
}

bool BaselineComparison::isMuchSlower() const
{
    return std::ranges::any_of(m_changes, [](const Change &change) { return change.ratio() >= muchSlower; });
}

std::string BaselineComparison::text() const
{
    std::string text;
    std::size_t alike = 0;
    for (const Change &change : m_changes) {
        if (change.ratio() >= muchSlower)
            text += line(change, "MUCH SLOWER");
        else if (change.ratio() >= slower)
            text += line(change, "slower");
        else if (change.ratio() <= 1 / slower)
            text += line(change, "faster");
        else
            ++alike;
    }
    return text + std::to_string(alike) + " of " + std::to_string(m_changes.size()) +
           " figures cost what they did in the baseline\n";
}

} // namespace inspector
