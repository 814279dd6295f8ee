// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/DemoMission.h"

#include "core/session/mission/MissionSimulation.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr std::string_view folder = ":/inspector/missions/";
constexpr std::string_view suffix = ".json";

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

tl::unexpected<Error> unknownMission(std::string_view name, const std::vector<std::string> &known)
{
    std::string list;
    for (const std::string &each : known)
        list.append(list.empty() ? "" : ", ").append(each);
    return failure("unknown_mission",
        "there is no demo mission \"" + std::string(name) + "\"; there is: " + list, "Name one of these.");
}

} // namespace

std::vector<std::string> DemoMission::names()
{
    std::vector<std::string> names;
    const QStringList files = QDir(toQString(folder)).entryList(QDir::Files);
    for (const QString &file : files) {
        std::string name = file.toStdString();
        if (name.ends_with(suffix))
            names.push_back(name.substr(0, name.size() - suffix.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<DemoMission> DemoMission::load(std::string_view name, const FactionCatalogue &catalogue)
{
    const std::vector<std::string> known = names();
    if (!std::binary_search(known.begin(), known.end(), name))
        return unknownMission(name, known);
    const std::string path = std::string(folder).append(name).append(suffix);
    QFile file(toQString(path));
    if (!file.open(QIODevice::ReadOnly))
        return unknownMission(name, known);
    return fromJson(file.readAll().toStdString(), path, catalogue);
}

Result<DemoMission> DemoMission::fromJson(
    std::string_view json, std::string_view source, const FactionCatalogue &catalogue)
{
    const auto script = MissionScript::fromJson(json, source);
    if (!script)
        return tl::unexpected(script.error());
    return DemoMission(script->withFactionsOf(catalogue), catalogue);
}

DemoMission::DemoMission(MissionScript script, FactionCatalogue catalogue)
    : m_script(std::move(script))
    , m_catalogue(std::move(catalogue))
{}

std::string DemoMission::session(std::uint64_t seed) const
{
    return MissionSimulation(m_script, m_catalogue, seed).run();
}

} // namespace inspector
