// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include "app/ArgumentNormaliser.h"
#include "app/OptionTable.h"
#include "core/base/FileName.h"
#include "core/base/IsoTime.h"
#include "core/base/JsonReader.h"

#include <QCommandLineParser>

#include <algorithm>
#include <charconv>
#include <limits>

namespace inspector {

namespace {

tl::unexpected<Error> usage(const std::string &message, const std::string &remedy = "See --help.")
{
    return failure("usage", message, remedy);
}

template <class T>
Result<T> wholeNumber(const std::string &option, const std::string &text, T least, T most)
{
    T number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) {
        return usage("'" + text + "' is no value for --" + option,
            "Give a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".");
    }
    return number;
}

/// Reads options one after the other into `m_options`; after the first mistake only that is kept.
class OptionReader
{
public:
    OptionReader(const QCommandLineParser &parser, const Environment &environment)
        : m_parser(parser)
        , m_environment(environment)
    {}

    Result<Options> read()
    {
        readFlags();
        readNames();
        readLimits();
        readTime();
        readContext();
        readFiles();
        if (m_error)
            return tl::unexpected(*m_error);
        return m_options;
    }

private:
    [[nodiscard]] bool has(const char *name) const { return m_parser.isSet(QString::fromLatin1(name)); }

    [[nodiscard]] std::optional<std::string> value(const char *name) const
    {
        if (!has(name))
            return std::nullopt;
        return m_parser.value(QString::fromLatin1(name)).toStdString();
    }

    [[nodiscard]] std::optional<std::string> valueOr(const char *name, std::string_view variable) const
    {
        const auto given = value(name);
        return given ? given : m_environment(variable);
    }

    /// Passes a result's value to `use`, or keeps its error as a usage error of `source`.
    template <class T, class Use>
    void take(const Result<T> &result, const std::string &source, Use use)
    {
        if (result) {
            use(*result);
        } else if (!m_error) {
            const std::string prefix = result.error().code == "usage" ? std::string() : source + ": ";
            m_error = Error{"usage", prefix + result.error().message, result.error().remedy};
        }
    }

    void readFlags()
    {
        m_options.exportMode = has("export");
        m_options.help = has("help");
        m_options.version = has("version");
        m_options.quiet = has("quiet");
        m_options.verbose = has("verbose");
        m_options.request.strict = has("strict");
        m_options.request.force = has("force");
        if (const auto format = value("log-format")) {
            if (*format == "json")
                m_options.logFormat = LogFormat::Json;
            else if (*format != "text" && !m_error)
                m_error =
                    usage("'" + *format + "' is no value for --log-format", "Give text or json.").value();
        }
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
        refuseEmpty({"artifact-dir", "mission", "factions", "result"});
    }

    /// An empty name is mostly a variable of a script that was not set; nothing good comes of going on.
    void refuseEmpty(std::initializer_list<const char *> names)
    {
        for (const char *name : names) {
            if (const auto given = value(name); given && given->empty() && !m_error) {
                const std::string option = "--" + std::string(name);
                m_error = usage(option + " needs a value",
                    "Write " + option + " " + std::string(findOption(name)->value) + ".")
                              .value();
            }
        }
    }

    void readLimits()
    {
        constexpr std::size_t most = 1'000'000;
        const auto limit = [&](const char *name, auto use) {
            if (const auto text = value(name))
                take(wholeNumber<std::size_t>(name, *text, 1, most), name, use);
        };
        SessionReplay::Options &limits = m_options.request.limits;
        limit("prompt-history",
            [&](std::size_t n) { limits.store.promptHistoryLimit = static_cast<double>(n); });
        limit("prompt-snapshots",
            [&](std::size_t n) { limits.store.promptSnapshotLimit = static_cast<double>(n); });
        limit("transcript-entries", [&](std::size_t n) { limits.transcriptEntries = n; });
        if (const auto seed = value("seed")) {
            take(wholeNumber<std::uint64_t>("seed", *seed, 0, std::numeric_limits<std::uint64_t>::max()),
                "--seed", [&](std::uint64_t n) { m_options.request.seed = n; });
        }
    }

    void readTime()
    {
        const auto use = [&](TimeMs time) { m_options.clock = time; };
        if (const auto clock = value("clock")) {
            take(parseTime(*clock), "--clock", use);
        } else if (const auto epoch = m_environment("SOURCE_DATE_EPOCH")) {
            constexpr std::int64_t endOfYear9999 = 253'402'300'799;
            constexpr double msPerSecond = 1000;
            const auto seconds = wholeNumber<std::int64_t>("clock", *epoch, 0, endOfYear9999);
            if (seconds)
                use(static_cast<TimeMs>(*seconds) * msPerSecond);
            else if (!m_error)
                m_error =
                    usage("SOURCE_DATE_EPOCH is '" + *epoch + "'", "Set it to seconds since 1970.").value();
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
            else if (!m_error)
                m_error =
                    usage("--context must be a JSON object, not a " + std::string(json.typeName())).value();
        });
    }

    void readFiles()
    {
        for (const QString &file : m_parser.positionalArguments())
            m_options.files.push_back(file.toStdString());
        if (m_options.exportMode && m_options.files.size() > 1 && !m_error) {
            m_error = usage("--export takes one file, not " + std::to_string(m_options.files.size()),
                "Run it once for each.")
                          .value();
        }
    }

    const QCommandLineParser &m_parser;
    const Environment &m_environment;
    Options m_options;
    std::optional<Error> m_error;
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
        return usage(parser.errorText().toStdString());
    return OptionReader(parser, environment).read();
}

bool asksForExport(const std::vector<std::string> &arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::any_of(arguments.begin(), end,
        [](const std::string &argument) { return argument == "--export" || argument == "--export=true"; });
}

} // namespace inspector
