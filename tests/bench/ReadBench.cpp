// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/GeneratedSession.h"
#include "tests/bench/Samples.h"
#include "tests/bench/Topics.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace inspector {

namespace {

/// Time per record in ns of reading and replaying a file `times` times.
Result<double> nsPerRecord(const Clock &clock, const QString &path, std::size_t times = 1)
{
    std::uint64_t records = 0;
    Result<std::uint64_t> replayed;
    const double ns = nsOf(clock, [&] {
        for (std::size_t i = 0; i < times; ++i) {
            replayed = replayFile(path);
            records += replayed.value_or(0);
        }
    });
    return replayed.map([&](std::uint64_t) { return ns / static_cast<double>(records); });
}

/// As nsPerRecord, of the plain way to the values of a file: a document of Qt for each line.
double nsPerDocument(const Clock &clock, const QString &path)
{
    double records = 0;
    const double ns = nsOf(clock, [&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        for (; !file.atEnd(); ++records)
            keep(QJsonDocument::fromJson(file.readLine()).object());
    });
    return ns / records;
}

Result<Figure> measureRate(const BenchContext &context)
{
    constexpr double nsPerSecond = 1e9;
    const auto file = generatedFile(context.folder, context.size(1'000'000, 2000));
    const auto short_ = generatedFile(context.folder, context.size(100'000, 1000));
    if (!file || !short_)
        return tl::unexpected((file ? short_ : file).error());
    Samples ours, plain;
    for (std::size_t i = 0; i < context.size(9, 2); ++i) {
        const Result<double> ns = nsPerRecord(context.clock, *file);
        if (!ns)
            return tl::unexpected(ns.error());
        ours.add(nsPerSecond / *ns);
        plain.add(nsPerSecond / nsPerDocument(context.clock, *short_));
    }
    Figure rate = ours.figure("read and dispatch", "records/s");
    setBaseline(rate, ours, plain);
    rate.limit = 1e6;
    rate.bound = Figure::Bound::AtLeast;
    return rate;
}

Result<Figure> measureGrowth(const BenchContext &context)
{
    const std::size_t few = context.size(10'000, 100);
    const std::size_t many = context.size(10'000'000, 1000);
    const auto small = generatedFile(context.folder, few);
    const auto large = generatedFile(context.folder, many);
    if (!small || !large)
        return tl::unexpected((small ? large : small).error());
    Samples growth;
    for (std::size_t i = 0; i < context.size(5, 2); ++i) {
        const auto before = nsPerRecord(context.clock, *small, context.size(100, 1));
        const auto whole = nsPerRecord(context.clock, *large);
        const auto after = nsPerRecord(context.clock, *small, context.size(100, 1));
        if (!before || !whole || !after)
            return failure("read_failed", "a generated session cannot be read back");
        growth.add(*whole / ((*before + *after) / 2));
    }
    Figure figure = growth.figure("read, a record of 10^7 to one of 10^4", "ratio");
    figure.limit = 1.2;
    return figure;
}

} // namespace

Result<Figures> measureRead(const BenchContext &context)
{
    const Result<Figure> rate = measureRate(context);
    if (!rate)
        return tl::unexpected(rate.error());
    return measureGrowth(context).map([&](const Figure &growth) { return Figures{*rate, growth}; });
}

} // namespace inspector
