// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"
#include "tests/support/TestJson.h"
#include "tests/support/Words.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

Environment environmentOf(const QByteArray &line)
{
    return [line](std::string_view name) -> std::optional<std::string> {
        for (const std::string &word : words(line)) {
            if (word.starts_with(std::string(name) + '='))
                return word.substr(name.size() + 1);
        }
        return std::nullopt;
    };
}

/// What differs from a plain `--export`, in the order of the struct.
QByteArray described(const Options &o)
{
    const Options plain;
    QByteArrayList parts;
    const auto add = [&](bool differs, const char *name, const std::string &value = {}) {
        if (differs)
            parts.append(
                QByteArray(name).append(value.empty() ? "" : "=").append(QByteArray::fromStdString(value)));
    };
    add(o.exportMode, "export");
    add(o.help, "help");
    add(o.version, "version");
    add(o.quiet, "quiet");
    add(o.verbose, "verbose");
    add(o.logFormat == LogFormat::Json, "json-log");
    add(o.clock.has_value(), "clock", std::to_string(static_cast<long long>(o.clock.value_or(0))));
    add(!o.factionsFile.empty(), "factions", o.factionsFile);
    add(!o.resultFile.empty(), "result", o.resultFile);
    add(!o.expectFile.empty(), "expect", o.expectFile);
    add(o.reportFormat != plain.reportFormat, "report", std::to_string(static_cast<int>(o.reportFormat)));
    add(!o.slotsFolder.empty(), "slots", o.slotsFolder);
    for (const std::string &file : o.request.files)
        add(true, "file", file);
    add(o.request.formats != plain.request.formats, "formats", std::to_string(o.request.formats.size()));
    add(o.request.prefix != plain.request.prefix, "prefix", o.request.prefix);
    add(o.request.artifactDir != plain.request.artifactDir, "dir", o.request.artifactDir);
    add(o.request.mission != plain.request.mission, "mission", o.request.mission);
    for (const std::uint64_t seed : o.request.seeds)
        add(o.request.seeds != plain.request.seeds, "seed", std::to_string(seed));
    add(o.request.shard != plain.request.shard, "shard",
        std::to_string(o.request.shard.number) + "/" + std::to_string(o.request.shard.count));
    add(o.jobs.has_value(), "jobs", std::to_string(o.jobs.value_or(0)));
    if (o.request.snapshots)
        add(true, "snapshots", std::to_string(o.request.snapshots->number.value_or(0)));
    add(!o.request.sessionOut.empty(), "session-out", o.request.sessionOut);
    add(o.request.gzipArtifacts, "gzip");
    add(o.request.guardCsvFormulas, "guard");
    add(o.request.until.has_value(), "until", o.request.until ? o.request.until->text() : "");
    const auto &limits = o.request.limits;
    add(limits.store.promptHistoryLimit != 5, "history",
        std::to_string(int(limits.store.promptHistoryLimit)));
    add(limits.store.promptSnapshotLimit != 10, "prompt-snapshots",
        std::to_string(int(limits.store.promptSnapshotLimit)));
    add(limits.transcriptEntries != 50, "transcript", std::to_string(limits.transcriptEntries));
    add(!o.request.context.empty(), "context", shown(o.request.context).toStdString());
    add(o.request.strict, "strict");
    add(o.request.force, "force");
    const PublishRequest &publish = o.publish;
    if (publish.dryRun)
        add(true, *publish.dryRun ? "dry-run" : "no-dry-run");
    if (publish.provider)
        add(true, "publish", std::string(providerName(*publish.provider)));
    for (const PublishCommand &command : publish.commands)
        add(true, "command", command.program + "/" + std::to_string(command.arguments.size()));
    add(!o.ciCommandsFile.empty(), "commands-file", o.ciCommandsFile);
    add(publish.timeout != plain.publish.timeout, "timeout-ms", std::to_string(publish.timeout.count()));
    add(publish.required, "required");
    add(!publish.manifestFile.empty(), "manifest", publish.manifestFile);
    add(!publish.junitFile.empty(), "junit", publish.junitFile);
    return parts.join(' ');
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private slots:
    void understands_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("environment");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *arguments, const char *expected,
                             const char *environment = "") {
            QTest::newRow(name) << QByteArray(arguments) << QByteArray(environment) << QByteArray(expected);
        };

        row("nothing", "", "");
        row("flags", "--export --strict --force -q -v", "export quiet verbose strict force");
        row("switched off", "--export --strict=false --force=true --force=false", "export");
        row("switched on again", "--strict=false --strict", "strict");
        row("each long flag", "--export --quiet --verbose --strict --force --help --version",
            "export help version quiet verbose strict force");
        row("each short flag", "-q -v -h", "help quiet verbose");
        row("a short flag switched off", "-q -q=false", "");
        row("JSON log", "--log-format json", "json-log");
        row("expectations", "--expect e.json --format=json s.ndjson", "expect=e.json report=2 file=s.ndjson");
        row("an export with expectations", "--export --expect e.json", "export expect=e.json");
        row("text log", "--log-format=text", "");
        row("result", "--result out/r.json", "result=out/r.json");
        row("factions", "--factions f.json", "factions=f.json");
        row("slots", "--slots out/slots", "slots=out/slots");
        row("slots with =", "--slots=d --slots=e", "slots=e");
        row("seed 0", "--seed 0", "seed=0");
        row("value behind", "--prefix p --artifact-dir d", "prefix=p dir=d");
        row("value with =", "--prefix=p --result=r=s", "result=r=s prefix=p");
        row("camel case", "--artifactDir d --logFormat=json --promptHistory 7", "json-log dir=d history=7");
        row("the last one counts", "--prefix a --prefix b", "prefix=b");
        row("one dash is a file, also as a value", "- --result -", "result=- file=-");
        row("files anywhere", "--export s.ndjson --strict", "export file=s.ndjson strict");
        row("standard input", "--export -", "export file=-");
        row("everything behind -- is a file", "-- --export -q", "file=--export file=-q");
        row("several files without --export", "a b", "file=a file=b");
        row("several files", "--export a b", "export file=a file=b");
        row("several seeds", "--seed 1,7,0", "seed=1 seed=7 seed=0");
        row("shard", "--shard 2/5", "shard=2/5");
        row("jobs", "--jobs 8", "jobs=8");
        row("all snapshots", "--snapshots all", "snapshots=0");
        row("one snapshot", "--snapshots 3", "snapshots=3");
        row("session out", "--session-out s.ndjson", "session-out=s.ndjson");
        row("packed", "--compress gzip", "gzip");
        row("not packed", "--compress none", "");
        row("formula guard", "--csvFormulaGuard", "guard");
        row("formats", "--formats all", "formats=5");
        row("until a record", "--until 12", "until=#12");
        row("until an event", "--until tutorial:completed", "until=tutorial:completed");
        row("limits", "--prompt-history 1 --prompt-snapshots 2 --transcript-entries 3",
            "history=1 prompt-snapshots=2 transcript=3");
        row("mission and seed", "--mission m --seed 18446744073709551615",
            "mission=m seed=18446744073709551615");
        row("clock in ms", "--clock 1768469443000", "clock=1768469443000");
        row("clock as ISO", "--clock 2026-01-15T09:30:43Z", "clock=1768469443000");
        row("clock as ISO without a zone", "--clock 2026-01-15T09:30:43.5", "clock=1768469443500");
        row("context", R"(--context {"a":1})", R"(context={"a":1})");
        row("help and version", "-h --version", "help version");
        row("context that is empty", "--context {}", "");
        row("largest limits", "--prompt-history 1000000", "history=1000000");
        row("clock at the beginning of time", "--clock 0", "clock=0");
        row("clock with an offset", "--clock 2026-01-15T10:30:43+01:00", "clock=1768469443000");
        row("clock at the end of 9999", "--clock 253402300799999", "clock=253402300799999");
        row("other variables", "", "", "TELEMETRY_DIR=d EXPORT=1 CI=true");
        row("epoch 0", "", "clock=0", "SOURCE_DATE_EPOCH=0");
        row("an epoch that is not needed is not read", "--clock 7", "clock=7", "SOURCE_DATE_EPOCH=soon");
        row("publishing",
            "--publish gitlab --ci-command up --ciCommand [\"a\",\"b\"] --publish-timeout 5 "
            "--publish-required "
            "--metadata m --junit j --ci-commands-file f",
            "publish=gitlab command=up/0 command=a/1 commands-file=f timeout-ms=5000 required manifest=m "
            "junit=j");
        row("publishing, none and auto", "--publish none --dry-run", "dry-run publish=none");
        row("publishing, auto", "--publish=auto --dryRun=false", "no-dry-run");
        row("publishing, from the environment", "--export", "export command=up/0 commands-file=f",
            "TELEMETRY_CI_COMMANDS=up TELEMETRY_CI_COMMANDS_PATH=f");
        row("publishing, of a recording", "--listen 0", "export command=up/0", "TELEMETRY_CI_COMMANDS=up");
        row("help needs no environment", "--help", "help", "SOURCE_DATE_EPOCH=soon");
        row("the version needs none", "--version", "version", "SOURCE_DATE_EPOCH=soon");
        row("publishing, options before environment", "--ci-command x --ci-commands-file y",
            "command=x/0 commands-file=y", "TELEMETRY_CI_COMMANDS=up TELEMETRY_CI_COMMANDS_PATH=f");
        row("environment", "", "clock=5000 factions=f dir=d",
            "TELEMETRY_EXPORT_DIR=d TELEMETRY_FACTIONS=f SOURCE_DATE_EPOCH=5");
        row("options before environment", "--artifact-dir x --factions y --clock 7",
            "clock=7 factions=y dir=x", "TELEMETRY_EXPORT_DIR=d TELEMETRY_FACTIONS=f SOURCE_DATE_EPOCH=5");
    }

    void understands()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, environment);
        QFETCH(QByteArray, expected);

        const auto options = parseCommandLine(words(arguments), environmentOf(environment));

        QVERIFY2(options, options ? "" : options.error().message.c_str());
        QCOMPARE(described(*options), expected);
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("environment");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *arguments, const char *message,
                             const char *environment = "") {
            QTest::newRow(name) << QByteArray(arguments) << QByteArray(environment) << QByteArray(message);
        };

        row("unknown, near another", "--formts json",
            "there is no option --formts. Did you mean --formats? See --help.");
        row("unknown, near none", "--xyzzyxyzzy", "there is no option --xyzzyxyzzy. See --help.");
        row("one dash", "-export", "there is no option -export. Did you mean --export? See --help.");
        row("two dashes for a letter", "--q", "there is no option --q. See --help.");
        row("unknown, in camel case", "--artifactDirs x",
            "there is no option --artifactDirs. Did you mean --artifact-dir? See --help.");
        row("unknown, one letter", "-x", "there is no option -x. See --help.");
        row("no value at the end", "--prefix", "--prefix needs a value. Write --prefix P.");
        row("an option as value", "--formats --strict", "--formats needs a value. Write --formats LIST.");
        row("-- as value", "--until -- x", "--until needs a value. Write --until EVENT|N.");
        row("a flag with a value", "--strict=maybe",
            "--strict takes no value, or true or false. Leave '=maybe' away.");
        row("format", "--formats json,xml",
            "--formats: there is no format 'xml'. Known formats: json, csv, transcript-csv, transcript-md, "
            "snapshot, all, report, summary-md, plots.");
        row("provider", "--publish githup",
            "there is no CI provider 'githup'. Known ones: auto, none, github, gitea, gitlab, azure, "
            "jenkins, "
            "buildkite, circleci, teamcity, bitbucket, travis, appveyor, drone, woodpecker, generic.");
        row("command", "--ci-command [7]",
            "--ci-command: a command is a text, a list or an object, not a number. Give \"program\", "
            "[\"program\", \"argument\"] or {\"command\": \"program\", \"args\": [\"argument\"]}.");
        row("commands in the environment", "--export",
            "TELEMETRY_CI_COMMANDS: a command is a text, a list or an object, not a number. Give "
            "\"program\", "
            "[\"program\", \"argument\"] or {\"command\": \"program\", \"args\": [\"argument\"]}.",
            "TELEMETRY_CI_COMMANDS=[7]");
        row("publish timeout", "--publish-timeout 0",
            "'0' is no value for --publish-timeout. Give a whole number from 1 to 86400.");
        row("prefix", "--prefix a/b",
            "--prefix: the name 'a/b' holds a path separator. Use letters, digits, '-', '_' and '.'.");
        row("until", "--until 0",
            "--until: '0' is neither a record number nor an event name. Give a record number from 1, or the "
            "name of an "
            "event such as tutorial:completed.");
        row("seed", "--seed -1x",
            "--seed needs a value. Write --seed N[,N...]; or --seed=N[,N...] where it begins with -.");
        row("seed no number", "--seed=one",
            "'one' is no value for --seed. Give a whole number from 0 to 18446744073709551615.");
        row("limit", "--prompt-history 0",
            "'0' is no value for --prompt-history. Give a whole number from 1 to 1000000.");
        row("limit too large", "--transcript-entries 1000001",
            "'1000001' is no value for --transcript-entries. Give a whole number from 1 to 1000000.");
        row("limit a fraction", "--prompt-snapshots 1.5",
            "'1.5' is no value for --prompt-snapshots. Give a whole number from 1 to 1000000.");
        row("seed too large", "--seed 18446744073709551616",
            "'18446744073709551616' is no value for --seed. Give a whole number from 0 to "
            "18446744073709551615.");
        row("formats empty", "--formats=",
            "--formats: there is no format ''. Known formats: json, csv, transcript-csv, transcript-md, "
            "snapshot, all, report, summary-md, plots.");
        row("prefix empty",
            "--prefix=", "--prefix: the name '' is empty. Use letters, digits, '-', '_' and '.'.");
        row("clock before 1970", "--clock=-1",
            "--clock: '-1' is not a time. Give ms since the epoch (1768469443000) or ISO 8601 "
            "(2026-01-15T09:30:43Z), from 1970 to 9999.");
        row("clock", "--clock tomorrow",
            "--clock: 'tomorrow' is not a time. Give ms since the epoch (1768469443000) or ISO 8601 "
            "(2026-01-15T09:30:43Z), from 1970 to 9999.");
        row("nothing to format", "--format md",
            "--format goes with --diff, or with --expect without --export. Leave it away; --formats says "
            "what is exported.");
        row("an export is not formatted", "--export --expect e --format md",
            "--format goes with --diff, or with --expect without --export. Leave it away; --formats says "
            "what is exported.");
        row("expectations of two", "--diff a b --expect e",
            "--expect does not go with --diff. Run it for itself.");
        row("no expectations", "--expect=", "--expect needs a value. Write --expect FILE.");
        row("log format", "--log-format xml", "'xml' is no value for --log-format. Give text or json.");
        row("context no object", "--context [1]", "--context must be a JSON object, not a list. See --help.");
        row("context a number", "--context 7", "--context must be a JSON object, not a number. See --help.");
        row("the first mistake is told", "--export --seed x --log-format xml a b",
            "'xml' is no value for --log-format. Give text or json.");
        row("standard input twice", "--export - a -",
            "standard input (-) is given more than once. Give it once; it can be read once only.");
        row("session out of two files", "--export --session-out s a b",
            "--session-out takes one input, not 2. Run it once for each.");
        row("session out of three seeds", "--export --session-out s --seed 1,2,3",
            "--session-out takes one input, not 3. Run it once for each.");
        row("no session file", "--session-out=", "--session-out needs a value. Write --session-out FILE.");
        row("a seed that is none", "--seed 1,,2",
            "'' is no value for --seed. Give a whole number from 0 to 18446744073709551615.");
        row("shard without a slash", "--shard 2", "'2' is no value for --shard. Give K/N, such as 2/5.");
        row("shard beyond the last", "--shard 6/5",
            "'6' is no value for --shard. Give a whole number from 1 to 5.");
        row("shard 0", "--shard 0/5", "'0' is no value for --shard. Give a whole number from 1 to 5.");
        row("shard of none", "--shard 1/0",
            "'0' is no value for --shard. Give a whole number from 1 to 1000000.");
        row("jobs 0", "--jobs 0", "'0' is no value for --jobs. Give a whole number from 1 to 256.");
        row("snapshot 0", "--snapshots 0",
            "'0' is no value for --snapshots. Give all, or the number of a snapshot record, from 1.");
        row("another packer", "--compress zstd", "'zstd' is no value for --compress. Give none or gzip.");
        row("no folder", "--artifact-dir=", "--artifact-dir needs a value. Write --artifact-dir DIR.");
        row("no result file", "--result=", "--result needs a value. Write --result FILE.");
        row("no catalogue", "--factions=", "--factions needs a value. Write --factions FILE.");
        row("no slots folder", "--slots=", "--slots needs a value. Write --slots DIR.");
        row("slots without a value", "--slots --export", "--slots needs a value. Write --slots DIR.");
        row("no mission", "--mission=", "--mission needs a value. Write --mission NAME.");
        row("epoch negative", "", "SOURCE_DATE_EPOCH is '-1'. Set it to seconds since 1970.",
            "SOURCE_DATE_EPOCH=-1");
        row("epoch in ms", "", "SOURCE_DATE_EPOCH is '1768469443000'. Set it to seconds since 1970.",
            "SOURCE_DATE_EPOCH=1768469443000");
        row("epoch a fraction", "", "SOURCE_DATE_EPOCH is '1.5'. Set it to seconds since 1970.",
            "SOURCE_DATE_EPOCH=1.5");
        row("epoch", "", "SOURCE_DATE_EPOCH is 'soon'. Set it to seconds since 1970.",
            "SOURCE_DATE_EPOCH=soon");
    }

    void mistakes()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, environment);
        QFETCH(QByteArray, message);

        const auto options = parseCommandLine(words(arguments), environmentOf(environment));

        QVERIFY(!options);
        QCOMPARE(options.error().code, std::string("usage"));
        QCOMPARE(QByteArray::fromStdString(options.error().message + ". " + options.error().remedy), message);
    }

    void contextThatIsNoJson()
    {
        const auto options = parseCommandLine({"--context", "{a}"}, environmentOf({}));

        QVERIFY(!options);
        QVERIFY2(
            options.error().message.starts_with("--context: not JSON: "), options.error().message.c_str());
    }

    void argumentsMayHoldSpaces()
    {
        const auto options = parseCommandLine(
            {"--context", "{\"a b\": \"--strict\"}", "--artifact-dir", "o u t", "s 1.ndjson"},
            environmentOf({}));

        QVERIFY2(options, options ? "" : options.error().message.c_str());
        QCOMPARE(described(*options), QByteArray("file=s 1.ndjson dir=o u t context={\"a b\":\"--strict\"}"));
    }
};

QTEST_APPLESS_MAIN(tst_CommandLine)
#include "tst_CommandLine.moc"
