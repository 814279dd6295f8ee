// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/ExportPreview.h"

#include "core/session/TimelineReader.h"
#include "ui/common/Words.h"
#include "ui/exporting/PublishPlan.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

QString firstLines(const std::string &content)
{
    constexpr std::size_t mostBytes = 4096;
    constexpr qsizetype mostLines = 4;
    constexpr qsizetype mostColumns = 160;
    QStringList lines = words::text(std::string_view(content).substr(0, mostBytes))
                            .split(QLatin1Char('\n'))
                            .mid(0, mostLines);
    for (QString &line : lines)
        line = line.left(mostColumns);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ExportPreview::ExportPreview(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcher<QString>::finished, this, &ExportPreview::takeMade);
}

// What is previewed points to the catalogue of whoever owns this.
ExportPreview::~ExportPreview()
{
    m_watcher.waitForFinished();
}

void ExportPreview::make(Input input)
{
    m_isWanted = true;
    if (m_watcher.isRunning()) {
        m_next = std::move(input);
        return;
    }
    auto promise = std::make_shared<QPromise<QString>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, input = std::move(input)] {
        promise->addResult(textOf(input));
        promise->finish();
    });
}

void ExportPreview::drop()
{
    m_next.reset();
    m_isWanted = false;
}

void ExportPreview::takeMade()
{
    if (m_next)
        return make(*std::exchange(m_next, std::nullopt));
    if (m_isWanted)
        emit made(m_watcher.result());
}

QString ExportPreview::textOf(const Input &input)
{
    const Result<ReplayState> state = TimelineReader(input.timeline).stateAt(input.target.record);
    if (!state)
        return words::error(state.error());
    InspectorSummary summary;
    summary.generatedAt = input.generatedAt;
    summary.state = state->world;
    for (const auto &entry : state->transcript.entries)
        summary.transcript.push_back(*entry);
    InspectorArtifactOptions options = input.options;
    options.gzip = false; // nobody reads that
    options.prefix += input.target.suffix;
    options.read = input.report.get();
    options.problems = input.problems.get();
    options.tracks = input.tracks.get();
    const auto artifacts = createInspectorExportArtifacts(summary, options);
    if (!artifacts)
        return words::error(artifacts.error());
    QStringList parts{tr("As the state at %1 is:").arg(input.target.place)};
    QStringList names;
    for (const Artifact &artifact : *artifacts) {
        names << words::text(artifact.filename) + (input.options.gzip ? QStringLiteral(".gz") : QString());
        parts << names.back() + QLatin1Char('\n') + firstLines(artifact.content);
    }
    if (input.target.others > 0)
        parts << tr("And as much for each of %1 more.").arg(words::count(input.target.others));
    const auto &formats = input.options.formats;
    if (std::find(formats.begin(), formats.end(), ArtifactFormat::Plots) != formats.end()) {
        const bool isOfSnapshot = !input.target.suffix.empty();
        parts << (isOfSnapshot ? tr("And the plots, from the start to the end, as PNG, PDF and SVG:")
                               : tr("And the plots, from the start to there, as PNG, PDF and SVG:")) +
                     QLatin1Char('\n') +
                     words::text(
                         artifactFileName(input.options.prefix, "plot-factions", input.generatedAt, "png")) +
                     QStringLiteral(", …");
    }
    parts << tr("And then:") + QLatin1Char('\n') +
                 publishPlan(input.handOver, input.folder, names).join(QLatin1Char('\n'));
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace inspector
