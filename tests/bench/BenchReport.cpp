// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchReport.h"

#include "core/base/IsoTime.h"

#include <array>
#include <cstdio>
#include <utility>

namespace inspector {

namespace {

/// Three significant digits or all whole ones; "-" for nothing.
std::string numberText(const std::optional<double> &number)
{
    if (!number)
        return "-";
    std::array<char, 32> text{};
    const int decimals = *number >= 100 ? 0 : *number >= 10 ? 1 : *number >= 1 ? 2 : 3;
    const int length = std::snprintf(text.data(), text.size(), "%.*f", decimals, *number);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string limitText(const Figure &figure)
{
    if (!figure.limit)
        return "-";
    return (figure.bound == Figure::Bound::AtMost ? "<= " : ">= ") + numberText(figure.limit);
}

std::array<std::string, 8> rowOf(const Figure &figure)
{
    return {figure.name, figure.unit, numberText(figure.median), numberText(figure.min),
        numberText(figure.max), numberText(figure.baseline), limitText(figure),
        !figure.limit    ? "-"
        : figure.isMet() ? "yes"
                         : "NO"};
}

void appendRow(std::string &text, const std::array<std::string, 8> &cells)
{
    constexpr std::array<std::size_t, 8> widths{34, 12, 10, 10, 10, 10, 12, 4};
    for (std::size_t i = 0; i < cells.size(); ++i)
        text.append(cells[i]).append(widths[i] > cells[i].size() ? widths[i] - cells[i].size() : 1, ' ');
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
}

JsonValue toJson(const Figure &figure)
{
    return JsonObject{{"name", figure.name}, {"unit", figure.unit}, {"median", figure.median},
        {"min", figure.min}, {"max", figure.max}, {"baseline", figure.baseline}, {"cost", figure.cost()},
        {"limit", figure.limit}, {"bound", figure.bound == Figure::Bound::AtMost ? "at most" : "at least"},
        {"met", figure.isMet()}};
}

JsonValue toJson(const Machine &machine)
{
    return JsonObject{{"cpu", machine.cpu}, {"cores", machine.cores}, {"kernel", machine.kernel},
        {"compiler", machine.compiler}, {"buildType", machine.buildType}};
}

} // namespace

std::string BenchReport::warning() const
{
    if (!machine.isOptimised())
        return "this is a " + (machine.buildType.empty() ? "nameless" : machine.buildType) +
               " build: these are no figures of the program that users get";
    return quick ? "this was a quick run: tiny sizes, no figures" : "";
}

std::string textOf(const BenchReport &report)
{
    const Machine &machine = report.machine;
    std::string text = isoText(report.at).value_or("") + ", " + machine.cpu + ", " +
                       std::to_string(machine.cores) + " cores, " + machine.kernel + ", " + machine.compiler +
                       ", " + machine.buildType + "\n";
    if (const std::string warning = report.warning(); !warning.empty())
        text += "WARNING: " + warning + "\n";
    appendRow(text, {"figure", "unit", "median", "min", "max", "baseline", "limit", "met"});
    for (const Figure &figure : report.figures)
        appendRow(text, rowOf(figure));
    return text;
}

JsonValue toJson(const BenchReport &report)
{
    JsonArray figures;
    for (const Figure &figure : report.figures)
        figures.push_back(toJson(figure));
    const std::string warning = report.warning();
    return JsonObject{{"at", isoText(report.at)}, {"quick", report.quick},
        {"warning", warning.empty() ? JsonValue() : JsonValue(warning)}, {"machine", toJson(report.machine)},
        {"figures", std::move(figures)}};
}

} // namespace inspector
