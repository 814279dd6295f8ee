// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inspector {

/// A file to be, as a value: what it is and all of its bytes, with no idea of where it will go.
struct Artifact
{
    std::string type;     ///< format name, e.g. "csv"
    std::string section;  ///< part of the summary, e.g. "cascade"
    std::string filename; ///< without a folder
    std::string mimeType;
    std::string content; ///< UTF-8 that ends with a newline, unless it is packed or drawn

    static constexpr std::string_view gzipMimeType = "application/gzip";
    static constexpr std::string_view pngMimeType = "image/png";
    static constexpr std::string_view pdfMimeType = "application/pdf";
    static constexpr std::string_view svgMimeType = "image/svg+xml";
    [[nodiscard]] bool isText() const
    {
        return mimeType != gzipMimeType && mimeType != pngMimeType && mimeType != pdfMimeType;
    }

    friend bool operator==(const Artifact &, const Artifact &) = default;
};

} // namespace inspector
