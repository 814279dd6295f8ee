// SPDX-License-Identifier: GPL-3.0-or-later
// The arguments of the program, one a line.
#include "app/CommandLine.h"
#include "app/Options.h"
#include "app/RawArguments.h"
#include "tests/fuzz/Fuzz.h"

using namespace inspector;

void fuzz(std::string_view input)
{
    std::vector<std::string> arguments;
    while (!input.empty())
        arguments.emplace_back(takePart(input, '\n'));
    static_cast<void>(asksForExport(arguments));
    static_cast<void>(outputOptions(arguments));
    const Result<Options> options =
        parseCommandLine(arguments, [](std::string_view) { return std::optional<std::string>(); });
    if (!options)
        require(
            !options.error().code.empty() && !options.error().message.empty(), "an error says what is wrong");
}
