// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/PayloadTemplate.h"

#include "core/factions/FactionCatalogue.h"

#include <algorithm>
#include <utility>

namespace inspector {

PayloadTemplate::PayloadTemplate()
    : m_node(Object())
{}

PayloadTemplate::PayloadTemplate(Node node)
    : m_node(std::move(node))
{}

PayloadTemplate PayloadTemplate::read(const StrictJson &json, MissionNames &names)
{
    if (json.isList())
        return PayloadTemplate(List{readList(json, names)});
    if (!json.isObject())
        return PayloadTemplate(json.value());
    const auto members = json.members();
    if (members.size() == 1 && members.front().first.starts_with('$'))
        return PayloadTemplate(readPlaceholder(members.front().first, members.front().second, names));
    return PayloadTemplate(readObject(json, names));
}

PayloadTemplate::Node PayloadTemplate::readPlaceholder(
    std::string_view key, const StrictJson &json, MissionNames &names)
{
    constexpr std::string_view unknownWalk = "is not among the mission's \"walks\"";
    if (key == "$between")
        return readRange(json);
    if (key == "$walk")
        return WalkOn{MissionNames::indexIn(names.walks, json, unknownWalk)};
    if (key == "$at")
        return WalkPlace{MissionNames::indexIn(names.walks, json, unknownWalk)};
    if (key == "$nameOf")
        return FactionName{names.useFaction(json)};
    if (key == "$oneOf") {
        OneOf oneOf{readList(json, names)};
        if (oneOf.choices.empty())
            json.fail("must have at least one choice");
        return oneOf;
    }
    if (key != "$now")
        json.fail("is no placeholder ($between, $oneOf, $walk, $at, $now, $nameOf)");
    else if (!json.flag())
        json.fail("must be true");
    return Now();
}

std::vector<PayloadTemplate> PayloadTemplate::readList(const StrictJson &json, MissionNames &names)
{
    std::vector<PayloadTemplate> values;
    for (const StrictJson &element : json.elements())
        values.push_back(read(element, names));
    return values;
}

PayloadTemplate::Object PayloadTemplate::readObject(const StrictJson &json, MissionNames &names)
{
    Object object;
    for (const auto &[key, member] : json.members()) {
        if (key.starts_with('$'))
            member.fail("must be the only member of its object, as placeholders are");
        object.keys.push_back(key);
        object.values.push_back(read(member, names));
    }
    return object;
}

JsonValue PayloadTemplate::fill(const PayloadContext &context) const
{
    return std::visit([&](const auto &node) { return fill(node, context); }, m_node);
}

JsonValue PayloadTemplate::fill(const NumberRange &range, const PayloadContext &context)
{
    return range.draw(context.random);
}

JsonValue PayloadTemplate::fill(const OneOf &oneOf, const PayloadContext &context)
{
    return oneOf.choices[context.random.below(oneOf.choices.size())].fill(context);
}

JsonValue PayloadTemplate::fill(const WalkOn &on, const PayloadContext &context)
{
    const Walk &walk = context.walks[on.walk];
    double &place = context.places[on.walk];
    place = std::clamp(place + walk.step.draw(context.random), walk.min, walk.max);
    return place;
}

JsonValue PayloadTemplate::fill(const WalkPlace &place, const PayloadContext &context)
{
    return context.places[place.walk];
}

JsonValue PayloadTemplate::fill(const FactionName &name, const PayloadContext &context)
{
    return context.catalogue.nameOf(name.factionId);
}

JsonValue PayloadTemplate::fill(const Object &object, const PayloadContext &context)
{
    JsonObject::Members members;
    members.reserve(object.keys.size());
    for (std::size_t i = 0; i < object.keys.size(); ++i)
        members.push_back({object.keys[i], object.values[i].fill(context)});
    return JsonObject(std::move(members));
}

JsonValue PayloadTemplate::fill(const List &list, const PayloadContext &context)
{
    JsonArray values;
    values.reserve(list.values.size());
    for (const PayloadTemplate &value : list.values)
        values.push_back(value.fill(context));
    return values;
}

} // namespace inspector
