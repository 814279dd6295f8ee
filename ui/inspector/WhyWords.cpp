// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/WhyWords.h"

#include "ui/common/Words.h"
#include "ui/events/ChangeWords.h"
#include "ui/json/JsonTreeModel.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>
#include <string_view>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(WhyWords)
};

QString signedValue(double number)
{
    return (number > 0 ? QStringLiteral("+") : QString()) + words::value(number);
}

/// What a reputation event says of itself, or else by how much what is known changed.
std::optional<double> deltaOf(const RecordDetails &details, std::string_view key, const FactionRecord *before,
    const FactionRecord &after, double FactionRecord::*value)
{
    const JsonObject *payload = details.record.payload.asObject();
    if (const double *told = payload == nullptr ? nullptr : (*payload)[key].asNumber())
        return *told;
    return hasReputation(before) ? std::optional(after.*value - before->*value) : std::nullopt;
}

/// What a reputation event did to a faction: "+80 fame, escort". Of one that nothing was known of before,
/// what it is now: "fame 80, escort".
QString gain(const RecordDetails &details, const std::string &faction)
{
    const FactionRecord *before = details.before.get<FactionSlice>().byId.find(faction);
    const FactionRecord *after = details.after.get<FactionSlice>().byId.find(faction);
    if (after == nullptr)
        return {};
    QStringList parts;
    const auto add = [&](const QString &name, std::string_view key, double FactionRecord::*value) {
        const std::optional<double> delta = deltaOf(details, key, before, *after, value);
        if (!delta)
            parts << QStringLiteral("%1 %2").arg(name, words::value(after->*value));
        else if (*delta != 0)
            parts << QStringLiteral("%1 %2").arg(signedValue(*delta), name);
    };
    add(Tr::tr("fame"), "deltaFame", &FactionRecord::fame);
    add(Tr::tr("infamy"), "deltaInfamy", &FactionRecord::infamy);
    if (after->lastReason && !after->lastReason->empty())
        parts << words::text(*after->lastReason);
    return parts.join(QStringLiteral(", "));
}

QString cascade(const ValueHistory &history, const FactionCatalogue &catalogue)
{
    const std::string *source = (*history.setBy->record.payload.asObject())["source"].asString();
    const QString words = gain(*history.origin, *source);
    const QString from = Tr::tr("cascade from %1").arg(words::text(catalogue.nameOf(*source)));
    return words.isEmpty() ? from : from + QStringLiteral(" (") + words + QLatin1Char(')');
}

QString cause(const ValueHistory &history, const FactionCatalogue &catalogue)
{
    const RecordDetails &details = *history.setBy;
    if (history.origin && !history.origin->error && !details.error)
        return cascade(history, catalogue);
    const ChangeWords words = changeWords(details, catalogue);
    return words.isInterpreted ? words.text : recordName(details.record);
}

} // namespace

QString whyWords(const ValueHistory &history, const FactionCatalogue &catalogue)
{
    const QString value = shortJson(history.value);
    if (!history.setBy) {
        if (history.error)
            return words::error(*history.error);
        if (!history.value.isNull())
            return Tr::tr("%1 from the start").arg(value);
        return history.next ? Tr::tr("not there yet: comes with #%1").arg(words::count(*history.next))
                            : Tr::tr("never there in this session");
    }
    const QString number = words::count(history.setBy->number);
    const QString since = history.value.isNull() ? Tr::tr("gone since #%1").arg(number)
                                                 : Tr::tr("%1 since #%2").arg(value, number);
    const QString because = cause(history, catalogue);
    return because.isEmpty() ? since : since + QStringLiteral(": ") + because;
}

} // namespace inspector
