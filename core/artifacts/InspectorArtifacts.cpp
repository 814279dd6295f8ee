// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/InspectorArtifacts.h"

#include "core/artifacts/CascadeCsv.h"
#include "core/artifacts/SummaryMarkdown.h"
#include "core/artifacts/TutorialCsv.h"
#include "core/base/EcmaJson.h"
#include "core/base/FileName.h"
#include "core/base/Gzip.h"
#include "core/base/IsoTime.h"
#include "core/base/Sha256.h"
#include "core/report/SessionReport.h"
#include "core/tutorial/TranscriptSerialisers.h"

#include <string_view>
#include <utility>

namespace inspector {

namespace {

constexpr const char *jsonType = "application/json";
constexpr const char *csvType = "text/csv";
constexpr const char *htmlType = "text/html";
constexpr const char *markdownType = "text/markdown";

class ArtifactMaker
{
public:
    ArtifactMaker(const InspectorSummary &summary, const InspectorArtifactOptions &options)
        : m_summary(summary)
        , m_state(summary.state.value_or(WorldState()))
        , m_options(options)
        , m_catalogue(options.catalogue != nullptr ? *options.catalogue : FactionCatalogue::builtIn())
    {}

    void make(ArtifactFormat format)
    {
        switch (format) {
        case ArtifactFormat::Json:
            add("json", "json", "summary", "json", jsonType, indented(summaryJson(m_summary)));
            break;
        case ArtifactFormat::Csv:
            add("csv", "cascade", "cascade-targets", "csv", csvType,
                cascadeCsv(m_state.get<FactionSlice>(), m_catalogue, m_options.csvFormulas));
            add("csv", "tutorial", "tutorial-snapshots", "csv", csvType,
                tutorialSnapshotsCsv(m_state.get<TutorialSlice>(), m_options.csvFormulas));
            break;
        case ArtifactFormat::TranscriptCsv:
            add("transcript-csv", "tutorial-transcript", "tutorial-transcript", "csv", csvType,
                transcriptCsv(m_summary.transcript, m_options.csvFormulas));
            break;
        case ArtifactFormat::TranscriptMarkdown:
            add("transcript-md", "tutorial-transcript", "tutorial-transcript", "md", markdownType,
                transcriptMarkdown(m_summary.transcript));
            break;
        case ArtifactFormat::Snapshot:
            add("snapshot", "snapshot", "snapshot", "json", jsonType, indented(snapshotJson(m_state)));
            break;
        case ArtifactFormat::Report:
            add("report", "report", "report", "html", htmlType, report());
            break;
        case ArtifactFormat::SummaryMarkdown:
            add("summary-md", "summary", "summary", "md", markdownType, summary());
            break;
        case ArtifactFormat::Plots:
            break;
        }
    }

    [[nodiscard]] std::vector<Artifact> take() { return std::move(m_artifacts); }

private:
    static std::string indented(const JsonValue &value)
    {
        return toJsonText(value, JsonLayout::Indented) + '\n';
    }

    /// Of the input, and of the artifacts made so far: it comes last.
    [[nodiscard]] std::string summary() const
    {
        SummaryContent content;
        SummaryInput &input = content.inputs.emplace_back();
        input.name = m_options.input;
        if (m_options.read != nullptr)
            input.read = *m_options.read;
        if (m_options.problems != nullptr)
            input.problems = *m_options.problems;
        input.states.push_back({{}, summarise(m_state, m_catalogue)});
        for (const Artifact &artifact : m_artifacts)
            content.artifacts.push_back(
                {artifact.filename, artifact.content.size(), sha256(artifact.content)});
        return summaryMarkdown(content);
    }

    [[nodiscard]] std::string report() const
    {
        static const ReadReport nothingRead;
        static const std::vector<Problem> noProblems;
        static const std::vector<ExpectationResult> noExpectations;
        static const SessionTracks noTracks;
        const auto orNone = [](const auto *value, const auto &none) -> const auto &
        {
            return value == nullptr ? none : *value;
        };
        const StateSummary state = summarise(m_state, m_catalogue);
        return reportHtml(
            {m_options.input, m_options.label, m_summary.generatedAt, orNone(m_options.read, nothingRead),
                orNone(m_options.problems, noProblems), orNone(m_options.expectations, noExpectations), state,
                orNone(m_options.tracks, noTracks), m_catalogue});
    }

    void add(const char *type, const char *section, std::string_view name, std::string_view extension,
        const char *mimeType, std::string content)
    {
        Artifact artifact{type, section,
            artifactFileName(m_options.prefix, name, m_summary.generatedAt, extension), mimeType,
            std::move(content)};
        m_artifacts.push_back(m_options.gzip ? packed(std::move(artifact)) : std::move(artifact));
    }

    static Artifact packed(Artifact artifact)
    {
        artifact.filename += ".gz";
        artifact.mimeType = Artifact::gzipMimeType;
        artifact.content = gzipped(artifact.content);
        return artifact;
    }

    const InspectorSummary &m_summary;
    const WorldState m_state;
    const InspectorArtifactOptions &m_options;
    const FactionCatalogue &m_catalogue;
    std::vector<Artifact> m_artifacts;
};

} // namespace

std::string artifactFileName(
    std::string_view prefix, std::string_view name, TimeMs generatedAt, std::string_view extension)
{
    std::string filename(prefix);
    filename.append("-").append(name).append("-").append(fileStamp(generatedAt));
    return filename.append(".").append(extension);
}

Result<std::vector<Artifact>> createInspectorExportArtifacts(
    const InspectorSummary &summary, const InspectorArtifactOptions &options)
{
    if (const auto prefix = checkFileName(options.prefix); !prefix)
        return tl::unexpected(prefix.error());
    ArtifactMaker maker(summary, options);
    for (const ArtifactFormat format : options.formats)
        maker.make(format);
    return maker.take();
}

} // namespace inspector
