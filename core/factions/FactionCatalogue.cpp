// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/FactionCatalogue.h"

#include "core/base/JsonReader.h"
#include "core/base/StrictJson.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr double largest = 1e6; // far beyond any reputation; keeps sums exact

std::string readColor(const StrictJson &json)
{
    std::string color = json.text();
    const bool isColor = color.size() == 7 && color.front() == '#' &&
                         color.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (!isColor)
        json.fail("must be a colour written as #rrggbb");
    return color;
}

FactionThreshold readThreshold(const StrictJson &json)
{
    return {json.member("fame").number(), json.member("infamy").number()};
}

CascadeRule readCascade(const StrictJson &json)
{
    CascadeRule rule;
    rule.multiplier = json.member("multiplier").number(0, 1);
    rule.min = json.member("min").number(-largest, largest);
    rule.max = json.member("max").number(rule.min, largest);
    return rule;
}

std::vector<std::string> readIds(const StrictJson &json)
{
    std::vector<std::string> ids;
    for (const StrictJson &element : json.elements())
        ids.push_back(element.name());
    return ids;
}

Faction readFaction(const StrictJson &json, const CascadeRule &limits)
{
    Faction faction;
    faction.id = json.member("id").name();
    faction.name = json.member("name").name();
    faction.shortName = json.member("shortName").name();
    faction.allies = readIds(json.member("allies"));
    faction.enemies = readIds(json.member("enemies"));
    const StrictJson initial = json.member("initial");
    faction.initialFame = initial.member("fame").number(limits.min, limits.max);
    faction.initialInfamy = initial.member("infamy").number(limits.min, limits.max);
    faction.color = readColor(json.member("color"));
    const StrictJson thresholds = json.member("thresholds");
    faction.allied = readThreshold(thresholds.member("allied"));
    faction.friendly = readThreshold(thresholds.member("friendly"));
    faction.neutral = readThreshold(thresholds.member("neutral"));
    faction.unfriendly = readThreshold(thresholds.member("unfriendly"));
    return faction;
}

bool contains(const std::vector<std::string> &ids, std::string_view id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void checkIdsAreUnique(const StrictJson &json)
{
    std::vector<std::string> seen;
    for (const StrictJson &element : json.elements()) {
        const StrictJson id = element.member("id");
        if (contains(seen, id.text()))
            id.fail("is the id of an earlier faction");
        seen.push_back(id.text());
    }
}

void checkRelation(const StrictJson &json, const FactionCatalogue &catalogue, const std::string &self)
{
    for (const StrictJson &element : json.elements()) {
        if (catalogue.find(element.text()) == nullptr)
            element.fail("is no faction of this catalogue");
        else if (element.text() == self)
            element.fail("is the faction itself");
    }
}

void checkRelations(const StrictJson &json, const FactionCatalogue &catalogue)
{
    for (const StrictJson &element : json.elements()) {
        const std::string self = element.member("id").text();
        checkRelation(element.member("allies"), catalogue, self);
        checkRelation(element.member("enemies"), catalogue, self);
        const std::vector<std::string> allies = readIds(element.member("allies"));
        for (const StrictJson &enemy : element.member("enemies").elements()) {
            if (contains(allies, enemy.text()))
                enemy.fail("is an ally as well");
        }
    }
}

tl::unexpected<Error> badCatalogue(std::string_view source, const std::string &reason)
{
    return failure("bad_catalogue", "the faction catalogue " + std::string(source) + ": " + reason,
        "Correct that place, or leave the catalogue away to use the one that comes with the program.");
}

} // namespace

const FactionCatalogue &FactionCatalogue::builtIn()
{
    static const FactionCatalogue catalogue = [] {
        constexpr const char *path = ":/inspector/factions.json";
        QFile file(QString::fromLatin1(path));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(opened, "FactionCatalogue", path);
        auto read = fromJson(file.readAll().toStdString(), path);
        Q_ASSERT_X(read, "FactionCatalogue", "the built-in catalogue is wrong");
        return opened && read ? *std::move(read) : FactionCatalogue();
    }();
    return catalogue;
}

Result<FactionCatalogue> FactionCatalogue::fromJson(std::string_view json, std::string_view source)
{
    const Result<JsonValue> parsed = parseJson(json);
    if (!parsed)
        return badCatalogue(source, parsed.error().message);
    JsonProblem problem;
    const StrictJson root(*parsed, problem);
    FactionCatalogue catalogue;
    catalogue.m_cascade = readCascade(root.member("cascade"));
    const StrictJson factions = root.member("factions");
    for (const StrictJson &element : factions.elements())
        catalogue.m_factions.push_back(readFaction(element, catalogue.m_cascade));
    if (catalogue.m_factions.empty())
        factions.fail("must name at least one faction");
    checkIdsAreUnique(factions);
    checkRelations(factions, catalogue);
    if (problem.found())
        return badCatalogue(source, problem.text());
    return catalogue;
}

const Faction *FactionCatalogue::find(std::string_view id) const
{
    const auto found = std::find_if(
        m_factions.begin(), m_factions.end(), [&](const Faction &faction) { return faction.id == id; });
    return found == m_factions.end() ? nullptr : &*found;
}

std::string FactionCatalogue::nameOf(std::string_view id) const
{
    const Faction *faction = find(id);
    return faction == nullptr ? std::string(id) : faction->name;
}

} // namespace inspector
