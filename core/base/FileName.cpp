// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileName.h"

#include "core/base/Utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace inspector {

namespace {

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// CON, COM1 and their like are devices on Windows, in any case and with any extension.
bool isDeviceName(std::string_view name)
{
    constexpr std::array<std::string_view, 4> plain{"CON", "PRN", "AUX", "NUL"};
    constexpr std::array<std::string_view, 2> numbered{"COM", "LPT"};
    std::string stem(name.substr(0, name.find('.')));
    for (char &c : stem)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const bool hasNumber = stem.size() == 4 && stem[3] >= '1' && stem[3] <= '9';
    return std::find(plain.begin(), plain.end(), stem) != plain.end() ||
           (hasNumber && std::find(numbered.begin(), numbered.end(), stem.substr(0, 3)) != numbered.end());
}

std::string_view problemOf(std::string_view name)
{
    constexpr std::size_t longest = 255; // bytes, on nearly every file system
    if (name.empty())
        return "is empty";
    if (name == "." || name == "..")
        return "is a folder";
    if (name.find_first_of("/\\") != std::string_view::npos)
        return "holds a path separator";
    if (name.find_first_of("<>:\"|?*") != std::string_view::npos)
        return "holds one of < > : \" | ? *";
    if (std::any_of(name.begin(), name.end(), isControl))
        return "holds a control character";
    if (name.back() == '.' || name.back() == ' ')
        return "ends with a dot or a space";
    if (isDeviceName(name))
        return "is the name of a device on Windows";
    if (name.size() > longest)
        return "is longer than 255 bytes";
    if (toValidUtf8(name) != name)
        return "is not valid UTF-8";
    return {};
}

} // namespace

Result<void> checkFileName(std::string_view name)
{
    const std::string_view problem = problemOf(name);
    if (problem.empty())
        return {};
    constexpr std::size_t shown = 80; // bytes
    return failure("bad_name",
        "the name '" + toValidUtf8(utf8Start(name, shown)) + "' " + std::string(problem),
        "Use letters, digits, '-', '_' and '.'.");
}

} // namespace inspector
