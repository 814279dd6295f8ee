// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/performance/PerformanceContent.h"

#include "core/base/DurationText.h"
#include "core/measure/DispatchMeter.h"
#include "ui/common/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PerformanceContent)
};

struct Share
{
    const char *name;
    double share;
};

constexpr std::array<Share, 3> shares{{{"p50", 0.5}, {"p95", 0.95}, {"p99", 0.99}}};

QString latency(std::int64_t ns)
{
    return words::text(latencyText(ns));
}

QString milliseconds(double ms)
{
    constexpr double nsPerMs = 1e6;
    constexpr double mostMs = 1e12; // a game may tell anything
    return latency(std::llround(std::min(ms, mostMs) * nsPerMs));
}

QString rate(double perSecond)
{
    return words::value(perSecond < 10 ? std::round(perSecond * 10) / 10 : std::round(perSecond));
}

/// Of a writer's figures. In which steps the game measures durations, nothing tells.
QString writerClock(const PerformanceFigures &figures, bool isOwn)
{
    return isOwn ? ownClockText(figures.ownStepNs) : gameClockText(0);
}

/// Of an artifact of the slowest batch in the limit, in per cent; rounded up, so that what is over says so.
QString shareOfLimit(const WriterTotals &writer)
{
    constexpr double whole = 100;
    return QString::number(std::ceil(whole * writer.worstMs / artifactLimitMs), 'f', 0) + QLatin1String(" %");
}

template <class Visit>
void forEachWriter(const PerformanceFigures &figures, Visit visit)
{
    for (const WriterTotals &writer : figures.ownWriters)
        visit(writer, true);
    for (const WriterTotals &writer : figures.session.writers)
        visit(writer, false);
}

void addDispatches(const PerformanceFigures &figures, std::vector<TextTableModel::Row> &rows)
{
    const LatencyHistogram &dispatches = figures.dispatches;
    if (dispatches.samples() == 0)
        return;
    const QString clock = ownClockText(figures.ownStepNs);
    const QString limit = latency(DispatchMeter::limitNs);
    for (const auto &[name, share] : shares)
        rows.push_back({{Tr::tr("dispatch, %1").arg(QLatin1String(name)),
                            latency(dispatches.percentile(share)), limit, clock},
            0, {}});
    rows.push_back({{Tr::tr("dispatch, the longest"), latency(dispatches.greatest()), limit, clock}, 0, {}});
    rows.push_back(
        {{Tr::tr("dispatches over the limit"), words::count(dispatches.countOverLimit()), QString(), clock},
            0, {}});
    rows.push_back({{Tr::tr("dispatches timed"), timedText(dispatches), QString(), QString()}, 0, {}});
}

} // namespace

QString ownClockText(std::int64_t stepNs)
{
    return Tr::tr("the tool's, in steps of %1").arg(latency(stepNs));
}

QString gameClockText(double stepMs)
{
    return stepMs > 0 ? Tr::tr("the game's, in steps of %1").arg(milliseconds(stepMs))
                      : Tr::tr("the game's, in unknown steps");
}

QString domainName(const EventRates::Domain &domain)
{
    return domain.name.empty() ? Tr::tr("others") : words::text(domain.name);
}

QString timedText(const LatencyHistogram &dispatches)
{
    const QString all = words::count(dispatches.count());
    return dispatches.samples() == dispatches.count()
               ? Tr::tr("all %1").arg(all)
               : Tr::tr("%1 of about %2").arg(words::count(dispatches.samples()), all);
}

HistogramContent histogramContent(const LatencyHistogram &dispatches)
{
    constexpr std::size_t together = 4; // four bars for each doubling
    HistogramContent content;
    for (const LatencyHistogram::Bucket &bucket : dispatches.buckets(together))
        content.bars.push_back({static_cast<double>(bucket.begin), static_cast<double>(bucket.end),
            static_cast<double>(bucket.count)});
    if (dispatches.samples() == 0)
        return content;
    for (const auto &[name, share] : shares) {
        const std::int64_t ns = dispatches.percentile(share);
        content.lines.push_back({static_cast<double>(std::max<std::int64_t>(ns, 1)),
            QStringLiteral("%1 %2").arg(QLatin1String(name), latency(ns)), false});
    }
    content.lines.push_back({static_cast<double>(DispatchMeter::limitNs),
        Tr::tr("limit %1").arg(latency(DispatchMeter::limitNs)), true});
    return content;
}

RateContent rateContent(const EventRates &rates, TimeMs firstTime)
{
    RateContent content{rates.begin - firstTime, rates.end - firstTime, {}};
    for (const EventRates::Domain &domain : rates.domains) {
        RateContent::Line &line = content.lines.emplace_back();
        line.name = domainName(domain);
        for (std::size_t i = 0; i < domain.steps.size(); ++i) {
            const double begin = static_cast<double>(i) * rates.stepMs;
            // The last one is not over where the stretch ends; too little of it would say nothing.
            const double share = std::min(1.0, (rates.end - rates.begin - begin) / rates.stepMs);
            constexpr double leastShare = 0.25;
            if (share >= leastShare || i == 0)
                line.steps.push_back({content.begin + begin,
                    rates.perSecond(domain.steps[i]) / std::max(share, leastShare), true});
        }
        if (!line.steps.empty()) // to the end of the last one
            line.steps.push_back({content.end, line.steps.back().y, true});
    }
    return content;
}

std::vector<TextTableModel::Row> writerRows(const PerformanceFigures &figures)
{
    std::vector<TextTableModel::Row> rows;
    forEachWriter(figures, [&](const WriterTotals &writer, bool isOwn) {
        rows.push_back(
            {{words::text(writer.writer), writerClock(figures, isOwn), words::count(writer.artifacts),
                 words::count(writer.failures), milliseconds(writer.msEach()), milliseconds(writer.worstMs),
                 shareOfLimit(writer)},
                0, {}});
    });
    return rows;
}

std::vector<TextTableModel::Row> performanceRows(const PerformanceFigures &figures)
{
    std::vector<TextTableModel::Row> rows;
    addDispatches(figures, rows);
    const EventRates &rates = figures.session.rates;
    for (const EventRates::Domain &domain : rates.domains)
        rows.push_back({{Tr::tr("events, %1").arg(domainName(domain)),
                            Tr::tr("%1/s, at most %2/s in %3")
                                .arg(rate(rates.meanPerSecond(domain)), rate(rates.perSecond(domain.most())),
                                    milliseconds(rates.stepMs)),
                            QString(), gameClockText(figures.session.finestStepMs)},
            0, {}});
    const QString limit = milliseconds(artifactLimitMs);
    forEachWriter(figures, [&](const WriterTotals &writer, bool isOwn) {
        rows.push_back({{Tr::tr("writer, %1").arg(words::text(writer.writer)),
                            Tr::tr("%1 an artifact, %2 in the slowest batch, %3 written, %4 failed")
                                .arg(milliseconds(writer.msEach()), milliseconds(writer.worstMs),
                                    words::count(writer.artifacts), words::count(writer.failures)),
                            limit, writerClock(figures, isOwn)},
            0, {}});
    });
    if (figures.session.exportsLeft > 0)
        rows.push_back({{Tr::tr("earlier exports of the game, not looked at"),
                            words::count(figures.session.exportsLeft), QString(), QString()},
            0, {}});
    return rows;
}

QString performanceText(const std::vector<TextTableModel::Row> &rows)
{
    const QStringList head{Tr::tr("figure"), Tr::tr("value"), Tr::tr("limit"), Tr::tr("clock")};
    std::vector<qsizetype> widths;
    for (qsizetype column = 0; column < head.size(); ++column) {
        qsizetype &width = widths.emplace_back(head[column].size());
        for (const TextTableModel::Row &row : rows)
            width = std::max(width, row.cells.value(column).size());
    }
    QString text;
    const auto add = [&](const QStringList &cells) {
        QString line;
        for (qsizetype column = 0; column < cells.size(); ++column)
            line += cells[column].leftJustified(widths[static_cast<std::size_t>(column)] + 2);
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    };
    add(head);
    for (const TextTableModel::Row &row : rows)
        add(row.cells);
    return text;
}

} // namespace inspector
