// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/AttitudeWords.h"

#include "core/factions/FactionCatalogue.h"
#include "core/state/slices/FactionRecord.h"
#include "ui/common/Words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(inspector::AttitudeWords)
};

} // namespace

QString nextAttitudes(const Faction *faction, double fame, double infamy)
{
    if (faction == nullptr)
        return {};
    const int rank = attitudeRank(attitudeOf(*faction, fame, infamy));
    const std::array<std::pair<const char *, const FactionThreshold *>, 4> steps{
        {{"unfriendly", &faction->unfriendly}, {"neutral", &faction->neutral},
            {"friendly", &faction->friendly}, {"allied", &faction->allied}}};
    QStringList parts;
    if (rank < static_cast<int>(steps.size())) {
        const auto &[name, next] = steps[static_cast<std::size_t>(rank)];
        QStringList needs;
        if (fame < next->fame)
            needs << Tr::tr("%1 more fame").arg(words::value(next->fame - fame));
        if (infamy > next->infamy)
            needs << Tr::tr("%1 less infamy").arg(words::value(infamy - next->infamy));
        parts << Tr::tr("to %1: %2").arg(QString::fromLatin1(name), needs.join(QStringLiteral(", ")));
    }
    if (rank > 0) {
        const FactionThreshold *now = steps[static_cast<std::size_t>(rank - 1)].second;
        parts << Tr::tr("leaves %1 below %2 fame or above %3 infamy")
                     .arg(QString::fromLatin1(steps[static_cast<std::size_t>(rank - 1)].first),
                         words::value(now->fame), words::value(now->infamy));
    }
    return parts.join(QStringLiteral("; "));
}

QString nextAttitudes(const Faction *faction, const FactionRecord &record)
{
    QString next = nextAttitudes(faction, record.fame, record.infamy);
    if (faction == nullptr)
        return next;
    const auto ruled = attitudeOf(*faction, record.fame, record.infamy);
    return ruled == record.attitude ? next : Tr::tr("by the rule %1; %2").arg(words::attitude(ruled), next);
}

} // namespace inspector
