// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/EventRates.h"

#include "core/plot/RulerStep.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace inspector {

namespace {

// What ECMAScript takes for a date; a session may hold any number.
constexpr TimeMs latest = 8.64e15;
constexpr std::size_t none = SIZE_MAX; // of a name that is no event's

/// Which domain each name of a session belongs to.
struct DomainTable
{
    std::vector<EventRates::Domain> domains;
    std::vector<std::size_t> ofName;

    explicit DomainTable(const NameTable &names)
        : ofName(names.size(), none)
    {
        std::map<std::string, std::uint64_t, std::less<>> counts;
        for (std::size_t id = 0; id < names.size(); ++id) {
            if (isEvent(names, id))
                counts[domainOf(names, id)] += names.count(static_cast<NameTable::Id>(id));
        }
        std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(), counts.end());
        std::stable_sort(
            sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        for (const auto &[name, count] : sorted) {
            if (!name.empty() && domains.size() < EventRates::maxDomains)
                domains.push_back({name, 0, {}});
        }
        const std::size_t named = domains.size();
        if (sorted.size() > named)
            domains.push_back({}); // the others
        for (std::size_t id = 0; id < names.size(); ++id) {
            if (!isEvent(names, id))
                continue;
            const auto end = domains.begin() + static_cast<std::ptrdiff_t>(named);
            const auto at = std::find_if(domains.begin(), end,
                [&](const EventRates::Domain &domain) { return domain.name == domainOf(names, id); });
            ofName[id] = static_cast<std::size_t>(at - domains.begin());
        }
    }

private:
    static bool isEvent(const NameTable &names, std::size_t id)
    {
        return names.name(static_cast<NameTable::Id>(id)).type == SessionRecord::Type::Event;
    }

    static std::string domainOf(const NameTable &names, std::size_t id)
    {
        const NameTable::Name &name = names.name(static_cast<NameTable::Id>(id));
        return name.isOthers ? std::string() : name.text.substr(0, name.text.find(':'));
    }
};

/// A second or more where there is room for it: below that, each single event would be a peak.
double stepFor(double span, std::size_t steps)
{
    constexpr double second = 1000;
    constexpr double fewSteps = 20;
    const double least = std::max(1.0, span / static_cast<double>(std::max<std::size_t>(steps, 1)));
    return rulerStep(std::max(least, std::min(second, span / fewSteps)), true);
}

} // namespace

std::uint32_t EventRates::Domain::most() const
{
    return steps.empty() ? 0 : *std::max_element(steps.begin(), steps.end());
}

double EventRates::meanPerSecond(const Domain &domain) const
{
    constexpr double second = 1000;
    return static_cast<double>(domain.count) * second / std::max(end - begin, stepMs);
}

EventRates eventRates(
    const SessionIndex &index, TimeMs begin, TimeMs end, std::size_t steps, const StopFlag &stop)
{
    constexpr std::uint64_t betweenLooks = 65536;
    begin = std::clamp(begin, -latest, latest);
    end = std::clamp(end, begin, latest);
    EventRates rates;
    rates.begin = begin;
    rates.end = end;
    const std::uint64_t first = index.firstNotBefore(begin).value_or(index.size() + 1);
    const std::uint64_t last = index.lastNotAfter(end).value_or(0);
    rates.stepMs = stepFor(std::max(1.0, end - begin), steps);
    DomainTable table(index.names());
    const auto stepCount = static_cast<std::size_t>(std::max(0.0, end - begin) / rates.stepMs) + 1;
    for (EventRates::Domain &domain : table.domains)
        domain.steps.resize(stepCount);
    for (std::uint64_t number = first; number <= last; ++number) {
        if (number % betweenLooks == 0 && stop.isRequested())
            break;
        const IndexEntry entry = index.entry(number);
        const std::size_t domain = table.ofName[entry.name];
        if (domain == none || !(entry.timestamp >= begin && entry.timestamp <= end))
            continue; // the clock went back
        ++table.domains[domain].steps[static_cast<std::size_t>((entry.timestamp - begin) / rates.stepMs)];
        ++table.domains[domain].count;
    }
    rates.domains = std::move(table.domains);
    return rates;
}

double finestStepOf(const SessionIndex &index)
{
    constexpr std::uint64_t most = 100'000;
    double finest = 0;
    for (std::uint64_t number = 2; number <= std::min(index.size(), most); ++number) {
        const double step = std::abs(index.timeOf(number) - index.timeOf(number - 1));
        if (step > 0 && (finest == 0 || step < finest))
            finest = step;
    }
    return finest;
}

} // namespace inspector
