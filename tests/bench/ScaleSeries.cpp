// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ScaleSeries.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace inspector {

namespace {

constexpr double width = 760, height = 420;
constexpr double left = 70, right = 230, top = 20, bottom = 50; // around the axes

std::string formatted(const char *format, double value)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

/// "M12.3 45.6", a step of a path.
std::string place(char how, double x, double y)
{
    return how + formatted("%.1f", x) + formatted(" %.1f", y);
}

/// Two significant digits.
std::string shortNumber(double value)
{
    return formatted(value >= 10 ? "%.0f" : value >= 1 ? "%.1f" : value >= 0.1 ? "%.2f" : "%.3f", value);
}

std::string powerOfTen(int exponent)
{
    return exponent == 0 ? "1"
                         : "10<tspan dy=\"-5\" font-size=\"9\">" + std::to_string(exponent) + "</tspan>";
}

std::string gridLine(double fromX, double fromY, double toX, double toY)
{
    return "<path class=\"grid\" d=\"" + place('M', fromX, fromY) + place('L', toX, toY) + "\"/>\n";
}

std::string label(const char *anchor, double x, double y, const std::string &text)
{
    return "<text text-anchor=\"" + std::string(anchor) + "\" x=\"" + formatted("%.1f", x) + "\" y=\"" +
           formatted("%.1f", y) + "\">" + text + "</text>\n";
}

/// Whole decades around all values.
struct Decades
{
    int first = 0, last = 1;

    static Decades around(const std::vector<ScaleSeries> &series, double ScaleSeries::Point::*of)
    {
        double least = 0, most = 0;
        bool isFirst = true;
        for (const ScaleSeries &each : series) {
            for (const ScaleSeries::Point &point : each.points) {
                const double power = std::log10(point.*of);
                least = isFirst ? power : std::min(least, power);
                most = isFirst ? power : std::max(most, power);
                isFirst = false;
            }
        }
        const int first = static_cast<int>(std::floor(least));
        return {first, std::max(first + 1, static_cast<int>(std::ceil(most)))};
    }

    [[nodiscard]] double share(double value) const { return (std::log10(value) - first) / (last - first); }
};

/// The two axes of the plot, and where values stand on them.
class Axes
{
public:
    explicit Axes(const std::vector<ScaleSeries> &series)
        : m_records(Decades::around(series, &ScaleSeries::Point::records))
        , m_values(Decades::around(series, &ScaleSeries::Point::value))
    {}

    [[nodiscard]] double x(double records) const
    {
        return left + m_records.share(records) * (width - left - right);
    }
    [[nodiscard]] double y(double value) const
    {
        return height - bottom - m_values.share(value) * (height - top - bottom);
    }

    [[nodiscard]] std::string svg() const
    {
        std::string text;
        for (int power = m_records.first; power <= m_records.last; ++power) {
            const double at = x(std::pow(10, power));
            text.append(gridLine(at, top, at, height - bottom));
            text.append(label("middle", at, height - bottom + 20, powerOfTen(power)));
        }
        for (int power = m_values.first; power <= m_values.last; ++power) {
            const double at = y(std::pow(10, power));
            text.append(gridLine(left, at, width - right, at));
            text.append(label("end", left - 8, at + 4, powerOfTen(power)));
        }
        return text.append(label("middle", (left + width - right) / 2, height - 10, "records"));
    }

private:
    Decades m_records, m_values;
};

/// Where the names at the ends of the lines stand: as near as they can without touching each other.
std::vector<double> labelPlaces(const std::vector<ScaleSeries> &series, const Axes &axes)
{
    constexpr double apart = 17;
    std::vector<std::size_t> order;
    std::vector<double> places;
    for (const ScaleSeries &each : series) {
        order.push_back(order.size());
        places.push_back(axes.y(each.points.back().value));
    }
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    for (std::size_t i = 1; i < order.size(); ++i)
        places[order[i]] = std::max(places[order[i]], places[order[i - 1]] + apart);
    return places;
}

std::string lineOf(const ScaleSeries &series, const Axes &axes, const char *colour, double labelY)
{
    std::string path, dots;
    for (const ScaleSeries::Point &point : series.points) {
        const double x = axes.x(point.records);
        const double y = axes.y(point.value);
        path.append(place(path.empty() ? 'M' : 'L', x, y));
        dots.append("<circle cx=\"" + formatted("%.1f", x) + "\" cy=\"" + formatted("%.1f", y))
            .append("\" r=\"3\" fill=\"")
            .append(colour)
            .append("\"/>");
    }
    return "<path fill=\"none\" stroke-width=\"2\" stroke=\"" + std::string(colour) + "\" d=\"" + path +
           "\"/>" + dots + "\n<text x=\"" + formatted("%.1f", width - right + 12) + "\" y=\"" +
           formatted("%.1f", labelY + 4) + "\" fill=\"" + colour + "\">" + series.name + ", " + series.unit +
           " (slope " + formatted("%.2f", series.slope()) + ")</text>\n";
}

} // namespace

double ScaleSeries::slope() const
{
    double x = 0, y = 0, xx = 0, xy = 0;
    const auto count = static_cast<double>(points.size());
    for (const Point &point : points) {
        const double a = std::log10(point.records);
        const double b = std::log10(point.value);
        x += a;
        y += b;
        xx += a * a;
        xy += a * b;
    }
    return (count * xy - x * y) / (count * xx - x * x);
}

std::string scaleTable(const std::vector<ScaleSeries> &series)
{
    std::string head = "| |", line = "| --- |";
    for (const ScaleSeries::Point &point : series.front().points) {
        head += " 10^" + formatted("%.0f", std::log10(point.records)) + " |";
        line += " --- |";
    }
    std::string table = head + " slope |\n" + line + " --- |\n";
    for (const ScaleSeries &each : series) {
        table += "| " + each.name + " |";
        for (const ScaleSeries::Point &point : each.points)
            table += ' ' + shortNumber(point.value) + ' ' + each.unit + " |";
        table += ' ' + formatted("%.2f", each.slope()) + " |\n";
    }
    return table;
}

std::string scalePlot(const std::vector<ScaleSeries> &series)
{
    // Of middle lightness, so that they stand out from white as well as from black.
    constexpr std::array<const char *, 6> colours{
        "#2f7fd6", "#d0691c", "#2e9a5b", "#b0539f", "#8a8217", "#7d6bd0"};
    const Axes axes(series);
    std::string text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + formatted("%.0f", width) +
                       ' ' + formatted("%.0f", height) +
                       "\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#808080\">\n"
                       "<style>.grid{stroke:#808080;stroke-opacity:.35}</style>\n" +
                       axes.svg();
    const std::vector<double> places = labelPlaces(series, axes);
    for (std::size_t i = 0; i < series.size(); ++i)
        text += lineOf(series[i], axes, colours.at(i % colours.size()), places[i]);
    return text + "</svg>\n";
}

} // namespace inspector
