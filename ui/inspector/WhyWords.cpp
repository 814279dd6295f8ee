// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/WhyWords.h"

#include "ui/common/Words.h"
#include "ui/events/ChangeWords.h"
#include "ui/json/JsonTreeModel.h"

#include <QCoreApplication>
#include <QStringList>

namespace inspector {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WhyWords", text);
}

QString signedValue(double number)
{
    return (number > 0 ? QStringLiteral("+") : QString()) + words::value(number);
}

/// What a reputation event did to a faction: "+80 fame, escort".
QString gain(const RecordDetails &details, const std::string &faction)
{
    const FactionRecord *before = details.before.get<FactionSlice>().byId.find(faction);
    const FactionRecord *after = details.after.get<FactionSlice>().byId.find(faction);
    if (after == nullptr)
        return {};
    QStringList parts;
    const double fame = after->fame - (before == nullptr ? 0 : before->fame);
    const double infamy = after->infamy - (before == nullptr ? 0 : before->infamy);
    if (fame != 0)
        parts << tr("%1 fame").arg(signedValue(fame));
    if (infamy != 0)
        parts << tr("%1 infamy").arg(signedValue(infamy));
    if (after->lastReason && !after->lastReason->empty())
        parts << words::text(*after->lastReason);
    return parts.join(QStringLiteral(", "));
}

QString cascade(const ValueHistory &history, const FactionCatalogue &catalogue)
{
    const std::string *source = (*history.setBy->record.payload.asObject())["source"].asString();
    const QString words = gain(*history.origin, *source);
    const QString from = tr("cascade from %1").arg(words::text(catalogue.nameOf(*source)));
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
            return tr("%1 from the start").arg(value);
        return history.next ? tr("not there yet: comes with #%1").arg(words::count(*history.next))
                            : tr("never there in this session");
    }
    const QString number = words::count(history.setBy->number);
    const QString since =
        history.value.isNull() ? tr("gone since #%1").arg(number) : tr("%1 since #%2").arg(value, number);
    const QString because = cause(history, catalogue);
    return because.isEmpty() ? since : since + QStringLiteral(": ") + because;
}

} // namespace inspector
