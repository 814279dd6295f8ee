// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "app/ArgumentNormaliser.h"
#include "app/GivenOptions.h"
#include "app/OptionTable.h"
#include "app/OptionValues.h"
#include "app/OutputClash.h"
#include "core/base/FileName.h"
#include "core/base/IsoTime.h"
#include "core/base/JsonReader.h"

#include <QCommandLineParser>
#include <QFile>

#include <algorithm>

namespace inspector {

namespace {

/// Reads options one after the other into `m_options`; after the first mistake only that is kept.
class OptionReader : private GivenOptions
{
public:
    OptionReader(const QCommandLineParser &parser, const Environment &environment)
        : GivenOptions(parser, environment)
    {}

    Result<Options> read()
    {
        readFlags();
        readNames();
        readLimits();
        readTime();
        readContext();
        readInputs();
        readListen(); // is an export as well, which the environment may have commands for
        readPublish();
        readDiff();
        readExpect();
        readBundle();
        if (mistake())
            return tl::unexpected(*mistake());
        if (const auto clash = outputClash(m_options))
            return failure("output_clash", *clash, "Name another file.");
        return m_options;
    }

private:
    void readFlags()
    {
        m_options.exportMode = has("export");
        m_options.help = has("help");
        m_options.version = has("version");
        m_options.quiet = has("quiet");
        m_options.verbose = has("verbose");
        m_options.request.strict = has("strict");
        m_options.request.force = has("force");
        m_options.request.guardCsvFormulas = has("csv-formula-guard");
        choice("log-format", "text", "json",
            [&](bool json) { m_options.logFormat = json ? LogFormat::Json : LogFormat::Text; });
        choice("compress", "none", "gzip", [&](bool gzip) { m_options.request.gzipArtifacts = gzip; });
    }

    void readNames()
    {
        ExportRequest &request = m_options.request;
        if (const auto list = value("formats"))
            take(parseFormats(*list), "--formats", [&](const auto &formats) { request.formats = formats; });
        if (const auto prefix = value("prefix")) {
            take(checkFileName(*prefix).map([&] { return *prefix; }), "--prefix",
                [&](const std::string &checked) { request.prefix = checked; });
        }
        if (const auto until = value("until"))
            take(StopPoint::parse(*until), "--until", [&](const StopPoint &point) { request.until = point; });
        request.artifactDir = valueOr("artifact-dir", "TELEMETRY_EXPORT_DIR").value_or(request.artifactDir);
        request.mission = value("mission").value_or(request.mission);
        m_options.factionsFile = valueOr("factions", "TELEMETRY_FACTIONS").value_or(std::string());
        m_options.resultFile = value("result").value_or(std::string());
        m_options.slotsFolder = value("slots").value_or(std::string());
        request.sessionOut = value("session-out").value_or(std::string());
        refuseEmpty({"artifact-dir", "mission", "factions", "result", "session-out", "slots", "metadata",
            "junit", "ci-command", "ci-commands-file"});
    }

    void readLimits()
    {
        constexpr std::size_t most = 1'000'000;
        const auto limit = [&](const char *name, auto use) {
            if (const auto text = value(name))
                take(readWholeNumber<std::size_t>(name, *text, 1, most), name, use);
        };
        SessionReplay::Options &limits = m_options.request.limits;
        limit("prompt-history",
            [&](std::size_t n) { limits.store.promptHistoryLimit = static_cast<double>(n); });
        limit("prompt-snapshots",
            [&](std::size_t n) { limits.store.promptSnapshotLimit = static_cast<double>(n); });
        limit("transcript-entries", [&](std::size_t n) { limits.transcriptEntries = n; });
    }

    void readInputs()
    {
        constexpr std::size_t mostJobs = 256;
        ExportRequest &request = m_options.request;
        if (const auto seeds = value("seed"))
            take(readSeeds("seed", *seeds), "--seed", [&](const auto &list) { request.seeds = list; });
        if (const auto shard = value("shard"))
            take(readShard("shard", *shard), "--shard", [&](const Shard &part) { request.shard = part; });
        if (const auto choice = value("snapshots"))
            take(readSnapshotChoice("snapshots", *choice), "--snapshots",
                [&](const SnapshotChoice &chosen) { request.snapshots = chosen; });
        if (const auto jobs = value("jobs"))
            take(readWholeNumber<std::size_t>("jobs", *jobs, 1, mostJobs), "--jobs",
                [&](std::size_t n) { m_options.jobs = n; });
        request.files = files();
        checkInputs();
    }

    void checkInputs()
    {
        const ExportRequest &request = m_options.request;
        const auto refuseToRead = [&](const std::string &message, const std::string &remedy) {
            if (m_options.exportMode || has("expect") || has("bundle"))
                refuse(message, remedy);
        };
        if (std::count(request.files.begin(), request.files.end(), "-") > 1)
            refuseToRead(
                "standard input (-) is given more than once", "Give it once; it can be read once only.");
        if (std::find(request.files.begin(), request.files.end(), "") != request.files.end())
            refuseToRead("a file name is empty", "Look for a variable that is not set.");
        const std::size_t inputs = request.files.empty() ? request.seeds.size() : request.files.size();
        if (!request.sessionOut.empty() && inputs > 1)
            refuseToRead(
                "--session-out takes one input, not " + std::to_string(inputs), "Run it once for each.");
    }

    void readListen()
    {
        constexpr std::uint16_t mostPort = 65535;
        constexpr std::uint64_t mostSeconds = 86'400;
        m_options.bridgeFolder = value("write-bridge").value_or(std::string());
        refuseEmpty({"write-bridge"});
        readAccess();
        const auto port = value("listen");
        if (!port)
            return refuseWithoutListen();
        ListenOptions listen;
        take(readWholeNumber<std::uint16_t>("listen", *port, 0, mostPort), "--listen",
            [&](std::uint16_t number) { listen.port = number; });
        const auto seconds = [&](const char *name, std::optional<double> &into) {
            if (const auto text = value(name))
                take(readWholeNumber<std::uint64_t>(name, *text, 1, mostSeconds), name,
                    [&](std::uint64_t number) { into = static_cast<double>(number); });
        };
        seconds("for", listen.forSeconds);
        seconds("idle", listen.idleSeconds);
        m_options.exportMode = true;
        const bool drawsPlots = std::find(m_options.request.formats.begin(), m_options.request.formats.end(),
                                    ArtifactFormat::Plots) != m_options.request.formats.end();
        if (!m_options.request.files.empty())
            refuse("--listen takes no files", "Record first, or export the files.");
        if (drawsPlots)
            refuse("--listen draws no plots", "Export them from the recorded session.");
        m_options.listen = listen;
    }

    void refuseWithoutListen()
    {
        for (const char *name : {"for", "idle"}) {
            if (has(name))
                refuse("--" + std::string(name) + " goes with --listen");
        }
        if (!m_options.exportMode && !has("diff") && !has("expect") && !has("bundle") && !has("write-bridge"))
            return;
        for (const char *name : {"token", "token-file", "allow-origin", "allow-no-origin"}) {
            if (has(name))
                refuse("--" + std::string(name) + " goes with --listen, or with the window");
        }
    }

    void readAccess()
    {
        refuseEmpty({"token", "token-file", "allow-origin"});
        m_options.access.allowsNoOrigin = has("allow-no-origin");
        m_options.access.origins = values("allow-origin");
        readToken(m_options.access.token);
    }

    void readDiff()
    {
        DiffOptions diff;
        for (const char *name : {"ignore", "align"}) {
            if (has(name) && !has("diff"))
                refuse("--" + std::string(name) + " goes with --diff");
        }
        if (!has("diff"))
            return;
        if (const auto list = value("ignore"))
            take(PathPatterns::parse(*list), "--ignore",
                [&](const PathPatterns &patterns) { diff.ignored = patterns; });
        if (const auto mode = value("align"))
            take(SessionAlignment::Choice::parse(*mode), "--align",
                [&](const SessionAlignment::Choice &choice) { diff.align = choice; });
        const std::vector<std::string> &files = m_options.request.files;
        if (m_options.exportMode || m_options.listen)
            refuse("--diff goes with neither --export nor --listen", "Run it for itself.");
        if (files.size() != 2)
            refuse("--diff takes two files, not " + std::to_string(files.size()), "Write --diff BASE HEAD.");
        if (files.size() == 2 && files.front() == "-" && files.back() == "-")
            refuse("standard input (-) is given more than once", "Give it once; it can be read once only.");
        m_options.diff = diff;
    }

    void readExpect()
    {
        m_options.expectFile = value("expect").value_or(std::string());
        refuseEmpty({"expect"});
        if (has("expect") && has("diff"))
            refuse("--expect does not go with --diff", "Run it for itself.");
        if (has("expect") && !m_options.exportMode)
            refuseWith("expect alone", {"formats", "snapshots", "metadata", "publish", "ci-command",
                                           "ci-commands-file", "compress", "context"});
        const auto format = value("format");
        if (!format)
            return;
        if (m_options.exportMode || (!has("diff") && !has("expect")))
            refuse("--format goes with --diff, or with --expect without --export",
                "Leave it away; --formats says what is exported.");
        take(readReportFormat(*format), "--format",
            [&](ReportFormat chosen) { m_options.reportFormat = chosen; });
    }

    void readBundle()
    {
        constexpr std::uint64_t mostSeconds = 31'536'000; // a year
        for (const char *name : {"last", "notes"}) {
            if (has(name) && !has("bundle"))
                refuse("--" + std::string(name) + " goes with --bundle");
        }
        const auto file = value("bundle");
        if (!file)
            return;
        refuseEmpty({"bundle"});
        BundleOptions bundle{*file, std::nullopt, value("notes").value_or(std::string())};
        if (const auto seconds = value("last"))
            take(readWholeNumber<std::uint64_t>("last", *seconds, 1, mostSeconds), "--last",
                [&](std::uint64_t number) { bundle.lastSeconds = static_cast<double>(number); });
        if (m_options.exportMode || m_options.listen || m_options.diff || has("expect"))
            refuse(
                "--bundle goes with none of --export, --listen, --diff and --expect", "Run it for itself.");
        refuseWith(
            "bundle", {"strict", "formats", "junit", "result", "snapshots", "session-out", "shard",
                          "metadata", "publish", "ci-command", "ci-commands-file", "compress", "context"});
        const std::size_t inputs =
            m_options.request.files.empty() ? m_options.request.seeds.size() : m_options.request.files.size();
        if (inputs > 1)
            refuse("--bundle takes one input, not " + std::to_string(inputs), "Run it once for each.");
        m_options.bundle = bundle;
    }

    /// Out of a file it does not stand in the list of processes.
    void readToken(std::string &token)
    {
        constexpr qint64 mostBytes = 4096;
        if (const auto path = value("token-file")) {
            QFile file(QString::fromStdString(*path));
            if (file.open(QIODevice::ReadOnly))
                token = file.read(mostBytes).trimmed().toStdString();
            if (token.empty())
                refuse("--token-file " + *path + " holds no token", "Check its name.");
        } else {
            token = valueOr("token", "TELEMETRY_LIVE_TOKEN").value_or(std::string());
        }
    }

    void readPublish()
    {
        constexpr std::uint64_t mostSeconds = 86'400;
        PublishRequest &publish = m_options.publish;
        if (has("dry-run"))
            publish.dryRun = true;
        else if (has("no-dry-run"))
            publish.dryRun = false;
        if (const auto name = value("publish"); name && *name != "auto")
            take(
                parseProvider(*name), "--publish", [&](CiProvider provider) { publish.provider = provider; });
        if (const auto seconds = value("publish-timeout")) {
            take(readWholeNumber<std::uint64_t>("publish-timeout", *seconds, 1, mostSeconds),
                "--publish-timeout",
                [&](std::uint64_t number) { publish.timeout = std::chrono::seconds(number); });
        }
        publish.required = has("publish-required");
        publish.manifestFile = value("metadata").value_or(std::string());
        publish.junitFile = value("junit").value_or(std::string());
        m_options.ciCommandsFile =
            valueOr("ci-commands-file", "TELEMETRY_CI_COMMANDS_PATH").value_or(std::string());
        readCommands();
    }

    void readCommands()
    {
        const auto add = [&](const std::string &text, const std::string &source) {
            take(
                parsePublishCommands(text, source), source, [&](const std::vector<PublishCommand> &commands) {
                    auto &all = m_options.publish.commands;
                    all.insert(all.end(), commands.begin(), commands.end());
                });
        };
        for (const std::string &command : values("ci-command"))
            add(command, "--ci-command");
        const auto fromEnvironment = variable("TELEMETRY_CI_COMMANDS");
        if (fromEnvironment && !has("ci-command") && m_options.exportMode)
            add(*fromEnvironment, "TELEMETRY_CI_COMMANDS");
    }

    void readTime()
    {
        const auto use = [&](TimeMs time) { m_options.clock = time; };
        if (const auto clock = value("clock")) {
            take(parseTime(*clock), "--clock", use);
        } else if (const auto epoch = variable("SOURCE_DATE_EPOCH");
                   epoch && !m_options.help && !m_options.version) {
            constexpr std::int64_t endOfYear9999 = 253'402'300'799;
            constexpr double msPerSecond = 1000;
            const auto seconds = readWholeNumber<std::int64_t>("clock", *epoch, 0, endOfYear9999);
            if (seconds)
                use(static_cast<TimeMs>(*seconds) * msPerSecond);
            else
                refuse("SOURCE_DATE_EPOCH is '" + *epoch + "'", "Set it to seconds since 1970.");
        }
    }

    void readContext()
    {
        const auto text = value("context");
        if (!text)
            return;
        take(parseJson(*text), "--context", [&](const JsonValue &json) {
            if (const JsonObject *object = json.asObject())
                m_options.request.context = *object;
            else
                refuse("--context must be a JSON object, not a " + std::string(json.typeName()));
        });
    }

    Options m_options;
};

void addOptions(QCommandLineParser &parser)
{
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    for (const OptionSpec &option : optionTable())
        parser.addOption(QCommandLineOption(text(option.name), text(option.help), text(option.value)));
}

} // namespace

Result<Options> parseCommandLine(const std::vector<std::string> &arguments, const Environment &environment)
{
    const auto normal = normaliseArguments(arguments);
    if (!normal)
        return tl::unexpected(normal.error());
    QStringList list{QStringLiteral("telemetry-inspector")};
    for (const std::string &argument : *normal)
        list.append(QString::fromStdString(argument));
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(list))
        return usageError(parser.errorText().toStdString());
    return OptionReader(parser, environment).read();
}

} // namespace inspector
