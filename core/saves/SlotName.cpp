// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotName.h"

#include <QString>

#include <algorithm>

namespace inspector {

namespace {

constexpr std::size_t longestSlotName = 32; // characters
constexpr std::string_view filePrefix = "save_";
constexpr std::string_view fileSuffix = ".json";
constexpr std::string_view separators = "-_";

bool isSlotCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

std::string slotName(std::string_view typed)
{
    // The Kelvin sign and a dotted capital I are not ASCII, but their small letters begin with one that is.
    const std::string lower = toText(typed).toLower().toStdString();
    std::string name;
    for (const char c : lower) {
        const char kept = isSlotCharacter(c) ? c : '-';
        if (kept != '-' || !name.ends_with('-'))
            name += kept;
    }
    const std::size_t first = name.find_first_not_of(separators);
    if (first == std::string::npos)
        return std::string(autosaveSlot);
    name = name.substr(first, name.find_last_not_of(separators) + 1 - first);
    return name.substr(0, longestSlotName);
}

std::string slotName(std::uint64_t number)
{
    return "slot" + std::to_string(number);
}

std::string slotLabel(std::string_view typed)
{
    return toText(typed).trimmed().toStdString();
}

bool isSlotName(std::string_view name)
{
    return !name.empty() && name.size() <= longestSlotName && name != "metadata" &&
           std::all_of(name.begin(), name.end(), isSlotCharacter);
}

std::string slotFileName(std::string_view slot)
{
    return std::string(filePrefix).append(slot).append(fileSuffix);
}

std::string_view slotOfFileName(std::string_view fileName)
{
    if (!fileName.starts_with(filePrefix) || !fileName.ends_with(fileSuffix) ||
        fileName.size() < filePrefix.size() + fileSuffix.size())
        return {};
    fileName.remove_prefix(filePrefix.size());
    fileName.remove_suffix(fileSuffix.size());
    return isSlotName(fileName) ? fileName : std::string_view();
}

} // namespace inspector
