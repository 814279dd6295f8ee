// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OptionTable.h"

#include <algorithm>
#include <numeric>

namespace inspector {

namespace {

/// "artifactDir" as "artifact-dir": the game's own exporter writes options in camel case.
std::string kebabCase(std::string_view name)
{
    std::string kebab;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') {
            kebab += '-';
            kebab += static_cast<char>(c - 'A' + 'a');
        } else {
            kebab += c;
        }
    }
    return kebab;
}

/// Levenshtein distance: single-character insertions, deletions and substitutions.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

std::string spelling(const OptionSpec &option)
{
    std::string text;
    for (const std::string_view name : {option.alias, option.name}) {
        if (!name.empty())
            text.append(text.empty() ? "" : ", ").append(dashed(name));
    }
    if (!option.value.empty())
        text.append(" ").append(option.value);
    return text;
}

} // namespace

const std::vector<OptionSpec> &optionTable()
{
    static const std::vector<OptionSpec> table{
        {"export", "", "", "Write artifacts and exit, without a display."},
        {"formats", "", "LIST",
            "What to write, comma-separated: json, csv, transcript-csv, transcript-md, snapshot, all "
            "(these), "
            "report (HTML), summary-md, plots (PNG, PDF and SVG). Default: json,csv."},
        {"prefix", "", "P", "What the file names begin with. Default: save-inspector."},
        {"artifact-dir", "", "DIR", "Where to write. Default: $TELEMETRY_EXPORT_DIR, ./telemetry-artifacts."},
        {"compress", "", "gzip|none", "Pack each artifact, and add .gz to its name. Default: none."},
        {"csv-formula-guard", "", "",
            "Put a ' before CSV cells that a spreadsheet would take for a formula."},
        {"force", "", "", "Overwrite artifacts of an earlier run whose content differs."},
        {"until", "", "EVENT|N", "The state just after the first event of that name, or after record N."},
        {"snapshots", "", "all|N",
            "Export the state of each snapshot record, or of the N-th, instead of that at the end."},
        {"jobs", "", "N", "How many files are worked on side by side. Default: one for each core."},
        {"shard", "", "K/N", "Take every N-th file from the K-th, in sorted order."},
        {"session-out", "", "FILE", "Also write the records that were read there, as a session file."},
        {"listen", "", "PORT", "Record a game that attaches there (0: any free port), then export."},
        {"for", "", "SECONDS", "With --listen: end after so long."},
        {"idle", "", "SECONDS", "With --listen: end after so long without a record."},
        {"token", "", "TOKEN",
            "What a page has to know that attaches. Default: $TELEMETRY_LIVE_TOKEN, a random one; of the "
            "window, its own."},
        {"token-file", "", "FILE", "A file that holds it."},
        {"allow-origin", "", "ORIGIN",
            "Also pages from there may attach, such as https://example.org; may be repeated."},
        {"allow-no-origin", "", "", "Also pages that are files, and programs, may attach."},
        {"write-bridge", "", "DIR", "Write the scripts for the game's page there, and exit."},
        {"diff", "", "",
            "Compare two sessions, snapshots or saves, --diff BASE HEAD, and exit: 1 where they differ."},
        {"ignore", "", "PATHS",
            "With --diff: what is passed over, such as factions.byId.*.lastReason,times. Default: times."},
        {"align", "", "MODE",
            "With --diff: compare sessions side by side, aligned by number, events, step, marker or "
            "event:NAME."},
        {"expect", "", "FILE",
            "Check what FILE expects of the state, also along with --export, and fail (exit code 1) where it "
            "is not so."},
        {"format", "", "text|md|json", "With --diff and --expect: how the report is written. Default: text."},
        {"bundle", "", "FILE",
            "Write a bug bundle there, a zip file with the session, states, report and plots, and exit."},
        {"last", "", "SECONDS", "With --bundle: only the end of the session, with the state before it."},
        {"notes", "", "TEXT", "With --bundle: what somebody should know who opens it."},
        {"mission", "", "NAME", "The demo mission that is played when no file is given. Default: harbour."},
        {"seed", "", "N[,N...]", "The seeds with which the demo mission is played. Default: 1."},
        {"factions", "", "FILE", "Faction catalogue. Default: $TELEMETRY_FACTIONS, built in."},
        {"prompt-history", "", "N", "How many tutorial prompts are kept. Default: 5."},
        {"prompt-snapshots", "", "N", "How many tutorial snapshots are kept. Default: 10."},
        {"transcript-entries", "", "N", "How many transcript entries are kept. Default: 50."},
        {"clock", "", "TIME",
            "The time that is written as generatedAt: ms since the epoch or ISO 8601. Default: "
            "$SOURCE_DATE_EPOCH, now."},
        {"context", "", "JSON", "An object that is handed to the writers and stands in the manifest."},
        {"metadata", "", "FILE",
            "The manifest of a complete set. Default: ci-artifacts.json among the artifacts."},
        {"junit", "", "FILE", "Write the checks there as JUnit XML."},
        {"publish", "", "auto|none|PROVIDER",
            "To whom the artifacts are handed over. Default: auto, the provider whose job this is."},
        {"dry-run", "", "", "Hand nothing over, run no command, say what would be. Default outside of CI."},
        {"no-dry-run", "", "", "Hand over also outside of CI."},
        {"ci-command", "", "CMD",
            "A command to run once all is written: a program, or JSON; may be repeated. Default: "
            "$TELEMETRY_CI_COMMANDS."},
        {"ci-commands-file", "", "FILE", "More of them. Default: $TELEMETRY_CI_COMMANDS_PATH."},
        {"publish-timeout", "", "SECONDS", "How long a command may take. Default: 60."},
        {"publish-required", "", "", "Fail (exit code 1) when something was not handed over."},
        {"strict", "", "",
            "Fail (exit code 1) when the input raises a warning or has lines that were skipped."},
        {"result", "", "FILE", "Write the result document there instead of to standard output."},
        {"slots", "", "DIR", "Folder of the tool's own save slots."},
        {"log-format", "", "text|json", "How messages are written to standard error. Default: text."},
        {"quiet", "q", "", "No messages unless something fails."},
        {"verbose", "v", "", "A message for each artifact."},
        {"version", "", "", "Print the version and exit."},
        {"help", "h", "", "Print this help and exit."},
    };
    return table;
}

std::string dashed(std::string_view name)
{
    return (name.size() == 1 ? "-" : "--") + std::string(name);
}

const OptionSpec *findOption(std::string_view name)
{
    const std::string kebab = kebabCase(name);
    const auto &table = optionTable();
    const auto found = std::find_if(table.begin(), table.end(), [&](const OptionSpec &option) {
        return option.name == kebab || (!option.alias.empty() && option.alias == name);
    });
    return found == table.end() ? nullptr : &*found;
}

std::string nearestOption(std::string_view name)
{
    const std::string kebab = kebabCase(name);
    const std::size_t tolerated = kebab.size() / 3 + 1;
    std::string nearest;
    std::size_t best = tolerated + 1;
    for (const OptionSpec &option : optionTable()) {
        const std::size_t distance = editDistance(kebab, option.name);
        if (distance < best) {
            best = distance;
            nearest = option.name;
        }
    }
    return nearest;
}

std::string helpText()
{
    constexpr std::size_t column = 28;
    std::string text =
        "Usage: telemetry-inspector [options] [files...]\n"
        "\n"
        "Rebuilds the world state of a narrative game from a recorded session and shows it in a window;\n"
        "with --export it writes the state as artifacts instead. Without a file it plays a demo mission.\n"
        "A file is a session (.ndjson), a world-state snapshot or a save, as it is or packed by gzip, or a\n"
        "bug bundle; - is standard input. Several files make one set of artifacts each.\n"
        "\n"
        "Options:\n";
    for (const OptionSpec &option : optionTable()) {
        std::string line = "  " + spelling(option);
        line.append(line.size() < column ? column - line.size() : 2, ' ');
        text += line.append(option.help) + '\n';
    }
    text += "\n"
            "Examples:\n"
            "  telemetry-inspector --export session.ndjson\n"
            "  telemetry-inspector --export --formats all --until tutorial:completed session.ndjson\n"
            "  telemetry-inspector --export --strict --artifact-dir out --result out/result.json "
            "runs/*.ndjson.gz\n"
            "\n"
            "Exit codes: 0 done, 1 a check failed, 2 usage, 3 input missing or unreadable, 4 input not "
            "understood,\n"
            "5 an artifact could not be written, 6 nobody connected to --listen, 70 internal error,\n"
            "130 and 143 interrupted.\n";
    return text;
}

} // namespace inspector
