// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RawArguments.h"

#include <algorithm>

namespace inspector {

bool asksForExport(const std::vector<std::string> &arguments)
{
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::any_of(arguments.begin(), end, [](const std::string &argument) {
        return argument == "--export" || argument == "--export=true" || argument == "--listen" ||
               argument.starts_with("--listen=");
    });
}

Options outputOptions(const std::vector<std::string> &arguments)
{
    Options options;
    for (auto at = arguments.begin(); at != arguments.end() && *at != "--"; ++at) {
        const std::size_t equals = at->find('=');
        const std::string name = at->substr(0, equals);
        std::string value;
        if (equals != std::string::npos)
            value = at->substr(equals + 1);
        else if (at + 1 != arguments.end() && !(at + 1)->starts_with('-'))
            value = *(at + 1);
        if (name == "--result")
            options.resultFile = value;
        else if (name == "--log-format" || name == "--logFormat")
            options.logFormat = value == "json" ? LogFormat::Json : LogFormat::Text;
    }
    return options;
}

} // namespace inspector
