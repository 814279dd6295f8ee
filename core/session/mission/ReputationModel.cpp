// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/ReputationModel.h"

#include <QtGlobal>

#include <algorithm>

namespace inspector {

namespace {

// A product that the compiler must not fuse with the sum that it goes into: that would round differently on
// machines that can.
double product(double a, double b)
{
    const volatile double rounded = a * b;
    return rounded;
}

} // namespace

ReputationModel::ReputationModel(const FactionCatalogue &catalogue)
    : m_catalogue(catalogue)
{
    m_values.reserve(catalogue.factions().size());
    for (const Faction &faction : catalogue.factions())
        m_values.push_back({faction.initialFame, faction.initialInfamy});
}

ReputationModel::Change ReputationModel::change(const Faction &faction, Reputation delta)
{
    Change change;
    change.applied = move(faction, delta, nullptr, change.crossings);
    change.now = of(faction);
    const double multiplier = m_catalogue.cascade().multiplier;
    const Reputation toAllies{
        product(change.applied.fame, multiplier), product(change.applied.infamy, -multiplier)};
    const Reputation toEnemies{-toAllies.fame, -toAllies.infamy};
    for (const std::string &ally : faction.allies)
        move(*m_catalogue.find(ally), toAllies, &faction, change.crossings);
    for (const std::string &enemy : faction.enemies)
        move(*m_catalogue.find(enemy), toEnemies, &faction, change.crossings);
    return change;
}

Reputation ReputationModel::of(const Faction &faction) const
{
    return m_values[indexOf(faction)];
}

std::size_t ReputationModel::indexOf(const Faction &faction) const
{
    const auto index = static_cast<std::size_t>(&faction - m_catalogue.factions().data());
    Q_ASSERT(index < m_values.size());
    return index;
}

Reputation ReputationModel::move(
    const Faction &faction, Reputation delta, const Faction *source, std::vector<Crossing> &crossings)
{
    const CascadeRule &limits = m_catalogue.cascade();
    Reputation &value = m_values[indexOf(faction)];
    const Reputation before = value;
    value.fame = std::clamp(before.fame + delta.fame, limits.min, limits.max);
    value.infamy = std::clamp(before.infamy + delta.infamy, limits.min, limits.max);
    const std::string_view oldAttitude = attitudeOf(faction, before.fame, before.infamy);
    const std::string_view newAttitude = attitudeOf(faction, value.fame, value.infamy);
    if (newAttitude != oldAttitude)
        crossings.push_back({&faction, oldAttitude, newAttitude, source});
    return {value.fame - before.fame, value.infamy - before.infamy};
}

} // namespace inspector
