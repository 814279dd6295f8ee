// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"
#include "core/base/SystemClock.h"
#include "core/telemetry/AtomicFile.h"
#include "tests/bench/BenchReport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace inspector;

namespace {

const QString jsonOption = QStringLiteral("json");
const QString onlyOption = QStringLiteral("only");
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
    parser.addOptions(
        {{jsonOption, QStringLiteral("Write the figures to <file> as well."), QStringLiteral("file")},
            {onlyOption, QStringLiteral("Measure only <topic>:") + names, QStringLiteral("topic")},
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
    const std::string only = options.value(onlyOption).toStdString();
    BenchReport report{clock.nowMs(), options.isSet(quickOption), Machine::thisOne(), {}};
    for (const Benchmark &benchmark : benchmarks()) {
        if (!only.empty() && benchmark.name != only)
            continue;
        std::fprintf(stderr, "measuring %s\n", std::string(benchmark.name).c_str());
        const Result<Figures> figures = benchmark.measure({clock, folder.path(), report.quick});
        if (!figures)
            return tl::unexpected(figures.error());
        report.figures.insert(report.figures.end(), figures->begin(), figures->end());
    }
    if (report.figures.empty())
        return failure("usage", "there is no topic '" + only + "'", "--help lists them.");
    return report;
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
    return 0;
}
