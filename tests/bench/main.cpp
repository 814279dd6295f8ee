// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"
#include "core/base/JsonReader.h"
#include "core/base/SystemClock.h"
#include "core/telemetry/AtomicFile.h"
#include "tests/bench/BaselineComparison.h"
#include "tests/bench/BenchReport.h"
#include "tests/bench/Benchmark.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace inspector;

namespace {

const QString jsonOption = QStringLiteral("json");
const QString onlyOption = QStringLiteral("only");
const QString compareOption = QStringLiteral("compare");
const QString quickOption = QStringLiteral("quick");
const QString folderOption = QStringLiteral("folder");

void describe(QCommandLineParser &parser)
{
    QString names;
    for (const Benchmark &benchmark : benchmarks())
        names +=
            QLatin1Char(' ') + QLatin1String(benchmark.name.data(), static_cast<int>(benchmark.name.size()));
    parser.setApplicationDescription(QStringLiteral("Measures the figures of docs/performance.md."));
    parser.addHelpOption();
    parser.addOptions({{jsonOption, QStringLiteral("Write the figures to <file> as well."),
                           QStringLiteral("file")},
        {onlyOption, QStringLiteral("Measure only <topics>, with commas between:") + names,
            QStringLiteral("topics")},
        {compareOption,
            QStringLiteral("Say what got slower than in <file>, an earlier --json; fails at twice its cost."),
            QStringLiteral("file")},
        {quickOption, QStringLiteral("Tiny sizes: to see that it works.")},
        {folderOption, QStringLiteral("Put the files that are measured under <folder>, on a disk."),
            QStringLiteral("folder"), QDir::tempPath()}});
}

int failed(const Error &error)
{
    std::fprintf(stderr, "inspector-bench: %s\n%s\n", error.message.c_str(), error.remedy.c_str());
    return 1;
}

Result<BenchReport> measure(const QCommandLineParser &options)
{
    const SystemClock clock;
    const QTemporaryDir folder(options.value(folderOption) + QStringLiteral("/inspector-bench-XXXXXX"));
    if (!folder.isValid())
        return failure("no_folder", folder.errorString().toStdString(), "Choose another --folder.");
    QStringList only = options.value(onlyOption).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const bool isAll = only.isEmpty();
    BenchReport report{clock.nowMs(), options.isSet(quickOption), Machine::thisOne(), {}};
    for (const Benchmark &benchmark : benchmarks()) {
        if (!isAll && only.removeAll(QString::fromUtf8(
                          benchmark.name.data(), static_cast<qsizetype>(benchmark.name.size()))) == 0)
            continue;
        std::fprintf(stderr, "measuring %s\n", std::string(benchmark.name).c_str());
        const Result<Figures> figures = benchmark.measure({clock, folder.path(), report.quick});
        if (!figures)
            return tl::unexpected(figures.error());
        report.figures.insert(report.figures.end(), figures->begin(), figures->end());
    }
    if (!only.isEmpty())
        return failure(
            "usage", "there is no topic '" + only.first().toStdString() + "'", "--help lists them.");
    return report;
}

Result<BaselineComparison> compare(const BenchReport &report, const QString &path)
{
    if (const std::string warning = report.warning(); !warning.empty())
        return failure("usage", "nothing to be compared: " + warning);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure("bad_baseline", path.toStdString() + ": " + file.errorString().toStdString());
    const auto baseline = parseJson(file.readAll().toStdString());
    if (!baseline)
        return tl::unexpected(baseline.error());
    return BaselineComparison::of(report.figures, *baseline);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    describe(options);
    options.process(application);
    const Result<BenchReport> report = measure(options);
    if (!report)
        return failed(report.error());
    std::fputs(textOf(*report).c_str(), stdout);
    if (options.isSet(jsonOption)) {
        const std::string json = toJsonText(toJson(*report), JsonLayout::Indented) + '\n';
        if (const auto written = writeFileAtomically(options.value(jsonOption), json); !written)
            return failed(written.error());
    }
    if (!options.isSet(compareOption))
        return 0;
    const auto comparison = compare(*report, options.value(compareOption));
    if (!comparison)
        return failed(comparison.error());
    std::fputs(comparison->text().c_str(), stdout);
    return comparison->isMuchSlower() ? 1 : 0;
}
