// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What a target does with one input, whatever it is; each target defines its own. A fault ends the program.
void fuzz(std::string_view input);

/// Ends the program where something that always holds does not.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// Cuts the part up to `separator` off `text`; all of it where there is none.
inline std::string_view takePart(std::string_view &text, char separator)
{
    const std::size_t at = text.find(separator);
    const std::string_view part = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    return part;
}
