// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inspector {

/// A file to be, as a value: what it is and all of its bytes, with no idea of where it will go.
struct Artifact
{
    std::string type;     ///< format name, e.g. "csv"
    std::string section;  ///< part of the summary, e.g. "cascade"
    std::string filename; ///< without a folder
    std::string mimeType;
    std::string content; ///< UTF-8, ends with a newline

    friend bool operator==(const Artifact &, const Artifact &) = default;
};

} // namespace inspector
