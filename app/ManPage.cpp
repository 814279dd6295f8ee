// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ManPage.h"

#include "app/OptionTable.h"

#include <array>
#include <utility>

namespace inspector {

namespace {

/// Text as troff takes it: a - that can be copied, and no line that begins like a request.
std::string roff(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
    }
    return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

std::string heading(const OptionSpec &option)
{
    std::string text = ".TP\n";
    std::string names;
    for (const std::string_view name : {option.alias, option.name}) {
        if (!name.empty())
            names.append(names.empty() ? "" : ", ").append("\\fB").append(roff(dashed(name))).append("\\fR");
    }
    text += names;
    if (!option.value.empty())
        text += " \\fI" + roff(option.value) + "\\fR";
    return text + '\n' + roff(option.help) + '\n';
}

using Row = std::pair<const char *, const char *>;

template <std::size_t N>
std::string list(const char *title, const std::array<Row, N> &rows)
{
    std::string text = ".SH " + std::string(title) + '\n';
    for (const auto &[name, meaning] : rows)
        text += std::string(".TP\n\\fB") + roff(name) + "\\fR\n" + roff(meaning) + '\n';
    return text;
}

constexpr std::array<Row, 9> exitCodes{
    {{"0", "Done."}, {"1", "The two that were compared differ, or a check failed."},
        {"2", "Usage: an option or a variable is wrong."}, {"3", "An input is missing or cannot be read."},
        {"4", "An input is nothing that can be opened."},
        {"5", "Something could not be written; what was written before stays whole."},
        {"6", "Nobody connected to --listen in time."}, {"70", "Internal error."},
        {"130, 143", "Interrupted by SIGINT, SIGTERM; what was complete stays."}}};

constexpr std::array<Row, 5> variables{{{"TELEMETRY_EXPORT_DIR", "Stands for --artifact-dir."},
    {"TELEMETRY_FACTIONS", "Stands for --factions."}, {"TELEMETRY_LIVE_TOKEN", "Stands for --token."},
    {"TELEMETRY_CI_COMMANDS, TELEMETRY_CI_COMMANDS_PATH", "Stand for --ci-command and --ci-commands-file."},
    {"SOURCE_DATE_EPOCH", "Stands for --clock, in seconds."}}};

constexpr std::array<Row, 3> examples{{{"telemetry-inspector --export session.ndjson",
                                           "Writes the summary and two CSV files to ./telemetry-artifacts."},
    {"telemetry-inspector --export --formats all --until tutorial:completed session.ndjson",
        "Writes every format, of the state just after the tutorial was completed."},
    {"telemetry-inspector session.ndjson", "Opens a session in the window, also one that still grows."}}};

} // namespace

std::string manPage()
{
    std::string text =
        ".TH TELEMETRY\\-INSPECTOR 1 \"\" \"telemetry\\-inspector " INSPECTOR_VERSION "\" \"User Commands\"\n"
        ".SH NAME\ntelemetry\\-inspector \\- tells what a narrative game did and why\n"
        ".SH SYNOPSIS\n.B telemetry\\-inspector\n[\\fIoptions\\fR] [\\fIfiles\\fR...]\n"
        ".SH DESCRIPTION\nRebuilds the world state of a narrative game from a recorded session and "
        "shows it in a window; with\n.B \\-\\-export\nit writes the state as artifacts instead, "
        "which needs no display. Without a file it plays a demo mission.\n.PP\n"
        "A file is a session (.ndjson), a world\\-state snapshot or a save, as it is or packed by "
        "gzip, or a bug bundle; \\- is standard input. Several files make one set of artifacts each.\n"
        ".SH OPTIONS\n";
    for (const OptionSpec &option : optionTable())
        text += heading(option);
    return text + list("EXIT STATUS", exitCodes) + list("ENVIRONMENT", variables) +
           list("EXAMPLES", examples);
}

} // namespace inspector
