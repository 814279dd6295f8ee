// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/BugBundle.h"

#include "core/artifacts/InspectorArtifacts.h"
#include "core/base/EcmaJson.h"
#include "core/base/StopFlag.h"
#include "core/base/ZipWriter.h"
#include "core/engine/SessionLoader.h"
#include "core/plot/FactionPlot.h"
#include "core/plot/TutorialPlot.h"
#include "core/report/ReportStyle.h"
#include "core/session/TimelineReader.h"
#include "core/telemetry/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <utility>

namespace inspector {

namespace {

std::string indented(const JsonValue &value)
{
    return toJsonText(value, JsonLayout::Indented) + '\n';
}

/// A plot as a file of its own, with the colours that a page would give it.
std::string svgFile(const std::string &plot)
{
    const std::size_t head = plot.find('>');
    const std::size_t end = plot.find("</svg>");
    if (head == std::string::npos || end == std::string::npos)
        return {};
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + plot.substr(4, head - 4) + "><style>" +
           std::string(reportStyle) + "</style>" + plot.substr(head + 1, end - head - 1) + "</svg>\n";
}

class BundleMaker
{
public:
    BundleMaker(const BugBundle &bundle, const StopFlag *stop)
        : m_bundle(bundle)
        , m_stop(stop)
        , m_cut{
              std::max<std::uint64_t>(bundle.cut.first, 1), std::min(bundle.cut.last, bundle.timeline.size())}
    {}

    Result<std::string> make()
    {
        return copyCut()
            .and_then([&] { return readCut(); })
            .and_then([&] { return addSession(); })
            .and_then([&] { return addStates(); })
            .and_then([&] { return addReports(); })
            .and_then([&] { return addPlots(); })
            .and_then([&] { return m_zip.add("notes.md", notes()); })
            .and_then([&] { return m_zip.add("versions.json", indented(versions())); })
            .and_then([&] { return m_zip.take(); });
    }

private:
    [[nodiscard]] std::string cutPath() const
    {
        return m_dir.filePath(QStringLiteral("session.ndjson")).toStdString();
    }

    Result<void> copyCut()
    {
        if (!m_dir.isValid())
            return failure("write_failed",
                "there is no folder for temporary files: " + m_dir.errorString().toStdString(),
                "Set TMPDIR to a folder that has some space.");
        return copySession(m_bundle.timeline, m_bundle.markers, cutPath(), m_stop, m_cut)
            .and_then([&]() -> Result<void> {
                if (QFileInfo(QString::fromStdString(cutPath())).size() <=
                    static_cast<qint64>(InputSpool::maxBytes))
                    return {};
                return failure("too_large", "the cut is larger than the 4 GiB that can be opened again",
                    "Choose a shorter one.");
            });
    }

    /// What the cut shows on its own is what the report tells.
    Result<void> readCut()
    {
        auto input = SessionInput::openFile(cutPath());
        if (!input)
            return tl::unexpected(input.error());
        auto loader = SessionLoader::open(
            std::move(*input), {m_bundle.timeline.options().replay, {}, m_bundle.catalogue});
        if (!loader)
            return tl::unexpected(loader.error());
        m_loader = std::move(*loader);
        const auto isStopped = [this] { return m_stop != nullptr && m_stop->isRequested(); };
        for (;;) {
            const Result<bool> more = m_loader->readSome(isStopped);
            if (!more)
                return tl::unexpected(more.error());
            if (isStopped())
                return m_stop->failureOf("making the bundle");
            if (!*more)
                return {};
        }
    }

    Result<void> addSession()
    {
        QFile file(QString::fromStdString(cutPath()));
        if (!file.open(QIODevice::ReadOnly))
            return failure("input_unreadable", "the cut cannot be read: " + file.errorString().toStdString());
        return m_zip.add("session.ndjson", file, m_stop);
    }

    Result<void> addStates()
    {
        TimelineReader reader(m_bundle.timeline);
        const Result<ReplayState> before = reader.stateAt(m_cut.first - 1);
        if (!before)
            return tl::unexpected(before.error());
        return m_zip.add("state-before.json", indented(snapshotJson(before->world))).and_then([&] {
            return m_zip.add("state-after.json", indented(snapshotJson(m_loader->state().world)));
        });
    }

    Result<void> addReports()
    {
        const ReplayState state = m_loader->state();
        const std::vector<Problem> problems = m_loader->problems().problems(m_loader->report());
        InspectorSummary summary;
        summary.state = state.world;
        // When it is made is no part of it: the same cut gives the same bytes.
        summary.generatedAt = state.lastTime.value_or(0);
        for (const auto &entry : state.transcript.entries)
            summary.transcript.push_back(*entry);
        InspectorArtifactOptions options;
        options.formats = {ArtifactFormat::Report, ArtifactFormat::SummaryMarkdown};
        options.catalogue = &m_bundle.catalogue;
        options.input = m_bundle.name;
        options.label = "records " + std::to_string(m_cut.first) + " to " + std::to_string(m_cut.last);
        options.read = &m_loader->report();
        options.problems = &problems;
        options.tracks = &m_loader->tracks();
        const auto artifacts = createInspectorExportArtifacts(summary, options);
        if (!artifacts)
            return tl::unexpected(artifacts.error());
        return m_zip.add("report.html", artifacts->front().content).and_then([&] {
            return m_zip.add("report.md", artifacts->back().content);
        });
    }

    Result<void> addPlots()
    {
        const std::string factions = svgFile(factionPlot(m_loader->tracks(), m_bundle.catalogue));
        const std::string tutorial = svgFile(tutorialPlot(m_loader->tracks()));
        Result<void> done;
        if (!factions.empty())
            done = m_zip.add("plot-factions.svg", factions);
        if (done && !tutorial.empty())
            done = m_zip.add("plot-tutorial.svg", tutorial);
        return done;
    }

    [[nodiscard]] std::string notes() const
    {
        const std::string &notes = m_bundle.notes;
        return notes.empty() ? "No notes.\n" : notes.ends_with('\n') ? notes : notes + '\n';
    }

    [[nodiscard]] JsonValue versions() const
    {
        return JsonObject{{"schema", "telemetry-bundle/1"},
            {"tool", JsonObject{{"name", "telemetry-inspector"}, {"version", INSPECTOR_VERSION}}},
            {"qt", qVersion()}, {"session", m_bundle.name}, {"game", gameOf("game")},
            {"build", gameOf("build")},
            {"records", JsonObject{{"first", m_cut.first}, {"last", m_cut.last},
                            {"ofAll", m_bundle.timeline.size()}}}};
    }

    /// As the session's first record says it; null where it does not.
    [[nodiscard]] JsonValue gameOf(const char *member) const
    {
        const Result<SessionRecord> first = TimelineReader(m_bundle.timeline).recordAt(1);
        const JsonObject *body = first ? first->body.asObject() : nullptr;
        return body == nullptr || first->type != SessionRecord::Type::Session ? JsonValue()
                                                                              : JsonValue((*body)[member]);
    }

    const BugBundle &m_bundle;
    const StopFlag *m_stop;
    SessionCut m_cut;
    QTemporaryDir m_dir{QDir::temp().filePath(QStringLiteral("telemetry-inspector-XXXXXX"))};
    std::unique_ptr<SessionLoader> m_loader;
    ZipWriter m_zip;
};

} // namespace

Result<std::string> BugBundle::make(const StopFlag *stop) const
{
    if (timeline.size() == 0 || cut.first > timeline.size() || cut.first > cut.last)
        return failure(
            "nothing_to_bundle", "there is no record to put into the bundle", "Choose another cut.");
    return BundleMaker(*this, stop).make();
}

Result<void> BugBundle::write(const std::string &path, const StopFlag *stop) const
{
    return make(stop).and_then([&](const std::string &bytes) { return writeFileWithFolder(path, bytes); });
}

} // namespace inspector
