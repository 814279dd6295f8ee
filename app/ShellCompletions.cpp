// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ShellCompletions.h"

#include "app/OptionTable.h"
#include "app/ValueCompletion.h"

#include <vector>

namespace inspector {

namespace {

using Kind = ValueCompletion::Kind;

/// The option as it may be typed: its name, and its twin where it has one.
std::vector<std::string> spellings(const OptionSpec &option)
{
    std::vector<std::string> all{dashed(option.name)};
    if (!option.alias.empty())
        all.push_back(dashed(option.alias));
    return all;
}

std::string joined(const std::vector<std::string_view> &words)
{
    std::string text;
    for (const std::string_view word : words)
        text.append(text.empty() ? "" : " ").append(word);
    return text;
}

/// With a backslash before each of `special`.
std::string escaped(std::string_view text, std::string_view special)
{
    std::string result;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            result += '\\';
        result += c;
    }
    return result;
}

/// Between single quotes, in which a shell takes everything for itself but these.
std::string singleQuoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + '\'';
}

std::string bashCase(const OptionSpec &option)
{
    const ValueCompletion value = ValueCompletion::of(option);
    std::string names;
    for (const std::string &name : spellings(option))
        names.append(names.empty() ? "" : " | ").append(name);
    std::string action;
    switch (value.kind) {
    case Kind::None:
        return {};
    case Kind::File:
        action = "_telemetry_inspector_offer -o filenames -- -f -- \"$word\"";
        break;
    case Kind::Folder:
        action = "_telemetry_inspector_offer -o filenames -- -d -- \"$word\"";
        break;
    case Kind::Words:
        action = "_telemetry_inspector_offer -- -W '" + joined(value.words) + "' -- \"$word\"";
        break;
    case Kind::Other:
        action = ":";
        break;
    }
    return "        " + names + ") " + action + " ;;\n";
}

std::string zshLine(const OptionSpec &option, const std::string &name)
{
    const ValueCompletion value = ValueCompletion::of(option);
    std::string line = "*" + name;
    if (value.kind != Kind::None)
        line += name.starts_with("--") ? "=" : "+";
    line += '[' + escaped(option.help, "[]\\:") + ']';
    if (value.kind == Kind::None)
        return singleQuoted(line);
    line += ':' + escaped(option.value, ":\\");
    switch (value.kind) {
    case Kind::File:
        line += ":_files";
        break;
    case Kind::Folder:
        line += ":_files -/";
        break;
    case Kind::Words:
        line += ":(" + escaped(joined(value.words), ":") + ')';
        break;
    default:
        line += ": ";
    }
    return singleQuoted(line);
}

std::string fishLine(const OptionSpec &option)
{
    const ValueCompletion value = ValueCompletion::of(option);
    std::string line = "complete -c telemetry-inspector";
    for (const std::string_view name : {option.alias, option.name}) {
        if (!name.empty())
            line += (name.size() == 1 ? " -s " : " -l ") + std::string(name);
    }
    switch (value.kind) {
    case Kind::None:
        break;
    case Kind::File:
        line += " -r -F";
        break;
    case Kind::Folder:
        line += " -x -a '(__fish_complete_directories)'";
        break;
    case Kind::Words:
        line += " -x -a '" + joined(value.words) + '\'';
        break;
    case Kind::Other:
        line += " -x";
        break;
    }
    // Unlike other shells, fish knows \' within single quotes.
    return line + " -d '" + escaped(option.help, "'\\") + "'\n";
}

} // namespace

std::string bashCompletion()
{
    std::string cases, names;
    for (const OptionSpec &option : optionTable()) {
        cases += bashCase(option);
        for (const std::string &name : spellings(option))
            names.append(names.empty() ? "" : " ").append(name);
    }
    return R"(# bash completion of telemetry-inspector

# _telemetry_inspector_offer [COMPOPT OPTIONS...] -- COMPGEN ARGUMENTS...
_telemetry_inspector_offer()
{
    local -a options=()
    while [[ $1 != -- ]]; do
        options+=("$1")
        shift
    done
    shift
    [[ ${#options[@]} -eq 0 ]] || compopt "${options[@]}" 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$@")
}

_telemetry_inspector()
{
    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
    # "=" is a word of its own: --option=value
    if [[ $word == '=' ]]; then
        word=''
    elif [[ $option == '=' ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    case $option in
)" + cases +
           R"(        *)
            if [[ $word == -* ]]; then
                _telemetry_inspector_offer -- -W ')" +
           names + R"(' -- "$word"
            else
                _telemetry_inspector_offer -o filenames -- -f -- "$word"
            fi
            ;;
    esac
}

complete -F _telemetry_inspector telemetry-inspector
)";
}

std::string zshCompletion()
{
    std::string lines;
    for (const OptionSpec &option : optionTable()) {
        for (const std::string &name : spellings(option))
            lines += "    " + zshLine(option, name) + " \\\n";
    }
    return "#compdef telemetry-inspector\n\n_arguments -s -S \\\n" + lines + "    '*:session:_files'\n";
}

std::string fishCompletion()
{
    std::string lines = "# fish completion of telemetry-inspector\n";
    for (const OptionSpec &option : optionTable())
        lines += fishLine(option);
    return lines;
}

} // namespace inspector
