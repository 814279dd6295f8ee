// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/ChangeWords.h"

#include "core/base/EcmaJson.h"
#include "ui/common/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace inspector {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

/// A field of the record's payload or body as text; empty where it is absent.
QString fieldOf(const SessionRecord &record, std::string_view name)
{
    const JsonValue &holder = record.type == SessionRecord::Type::Event ? record.payload : record.body;
    const JsonObject *object = holder.asObject();
    if (object == nullptr)
        return {};
    const JsonValue &value = (*object)[name];
    if (const std::string *string = value.asString())
        return words::text(*string);
    return value.isNull() ? QString() : words::text(toJsonText(value, JsonLayout::Compact));
}

QString shortName(const std::string &id, const FactionCatalogue &catalogue)
{
    const Faction *faction = catalogue.find(id);
    return words::text(faction == nullptr           ? id
                       : faction->shortName.empty() ? faction->name
                                                    : faction->shortName);
}

QString valueChange(const QString &name, double before, double after)
{
    return before == after ? QString()
                           : Tr::tr("%1 %2 → %3").arg(name, words::value(before), words::value(after));
}

class FactionWords
{
public:
    FactionWords(const RecordDetails &details, const FactionCatalogue &catalogue)
        : m_details(details)
        , m_catalogue(catalogue)
    {}

    [[nodiscard]] QString text() const
    {
        const FactionState &before = m_details.before.get<FactionSlice>();
        const FactionState &after = m_details.after.get<FactionSlice>();
        const std::string event = m_details.record.event.value_or("");
        if (event == ReputationReset::event)
            return reset(before, after);
        if (event == MemberRemoved::event)
            return removal(after);
        const std::string id = fieldOf(m_details.record, "factionId").toStdString();
        const FactionRecord *record = after.byId.find(id);
        if (record == nullptr)
            return {};
        const FactionRecord *earlier = before.byId.find(id);
        const QString name = shortName(id, m_catalogue) + QStringLiteral(": ");
        return name + (event == AttitudeChanged::event ? attitude(*record) : reputation(earlier, *record));
    }

private:
    [[nodiscard]] static QString reset(const FactionState &before, const FactionState &after)
    {
        const QString reason = words::text(after.lastResetReason.value_or(""));
        return Tr::tr("%1 factions forgotten%2")
            .arg(words::count(before.byId.size()),
                reason.isEmpty() ? QString() : QStringLiteral(": ") + reason);
    }

    [[nodiscard]] QString removal(const FactionState &after) const
    {
        if (after.recentMemberRemovals.empty())
            return {};
        const MemberRemoval &removal = *after.recentMemberRemovals.back();
        return Tr::tr("%1 lost %2")
            .arg(words::text(
                     removal.factionName.value_or(m_catalogue.nameOf(removal.factionId.value_or("?")))),
                removal.npcId || removal.tag ? words::text(removal.npcId.value_or(removal.tag.value_or("")))
                                             : Tr::tr("a member"));
    }

    /// What a faction thought before its first event is not known; a new record holds zeros.
    [[nodiscard]] static QString reputation(const FactionRecord *before, const FactionRecord &after)
    {
        QString text;
        if (!hasReputation(before)) {
            text = Tr::tr("fame %1, infamy %2").arg(words::value(after.fame), words::value(after.infamy));
        } else {
            QStringList parts{valueChange(Tr::tr("fame"), before->fame, after.fame),
                valueChange(Tr::tr("infamy"), before->infamy, after.infamy)};
            parts.removeAll(QString());
            text = parts.isEmpty() ? Tr::tr("fame and infamy as before") : parts.join(QStringLiteral(", "));
        }
        if (after.lastReason && !after.lastReason->empty())
            text += QStringLiteral(" (") + words::text(*after.lastReason) + QLatin1Char(')');
        return text;
    }

    [[nodiscard]] QString attitude(const FactionRecord &after) const
    {
        if (!after.lastAttitudeChange)
            return {};
        const AttitudeChange &change = **after.lastAttitudeChange;
        QString text = words::text(change.oldAttitude.value_or("?")) + QStringLiteral(" → ") +
                       words::text(change.newAttitude.value_or("?"));
        if (change.cascade)
            text += Tr::tr(", cascade from %1")
                        .arg(words::text(change.sourceFactionName.value_or(
                            m_catalogue.nameOf(change.sourceFactionId.value_or("?")))));
        return text;
    }

    const RecordDetails &m_details;
    const FactionCatalogue &m_catalogue;
};

QString stepName(const TutorialState &state, const QString &id)
{
    for (std::size_t i = state.promptHistory.size(); i-- > 0;) {
        const TutorialPrompt &prompt = *state.promptHistory[i];
        if (words::text(prompt.stepId.value_or("")) == id && prompt.title)
            return QStringLiteral("“") + words::text(*prompt.title) + QStringLiteral("”");
    }
    return id;
}

QString placeOf(const TutorialState &state)
{
    return state.totalSteps > 0
               ? Tr::tr(" (%1 of %2)")
                     .arg(words::value(state.currentStepIndex + 1), words::value(state.totalSteps))
               : QString();
}

QString tutorialWords(const RecordDetails &details)
{
    const TutorialState &before = details.before.get<TutorialSlice>();
    const TutorialState &after = details.after.get<TutorialSlice>();
    const std::string event = details.record.event.value_or("");
    const QString id = fieldOf(details.record, "stepId");
    if (event == TutorialStarted::event)
        return Tr::tr("tutorial of %1 steps begins").arg(words::value(after.totalSteps));
    if (event == TutorialStepStarted::event)
        return Tr::tr("%1 begins%2").arg(stepName(after, id), placeOf(after));
    if (event == TutorialStepCompleted::event) {
        if (before.completedSteps.size() == after.completedSteps.size())
            return {};
        const double *ms = after.stepDurations.find(id.toStdString());
        const QString took = ms == nullptr ? QString() : Tr::tr(" in %1").arg(words::duration(*ms));
        return Tr::tr("%1 done%2 (%3 of %4)")
            .arg(stepName(after, id), took, words::count(after.completedSteps.size()),
                words::value(after.totalSteps));
    }
    if (event == TutorialControlHintUpdated::event) {
        const bool hasHint = after.currentPrompt && (*after.currentPrompt)->controlHint;
        return hasHint ? Tr::tr("hint: %1")
                             .arg(words::text((*after.currentPrompt)->controlHint->label.value_or("")))
                       : Tr::tr("hint changed");
    }
    if (event == TutorialCompleted::event)
        return Tr::tr("tutorial completed, %1 steps done").arg(words::count(after.completedSteps.size()));
    if (event == TutorialSkipped::event)
        return Tr::tr("tutorial skipped after %1 steps").arg(words::count(after.completedSteps.size()));
    return {};
}

QString otherRecordWords(const SessionRecord &record)
{
    switch (record.type) {
    case SessionRecord::Type::Session:
        return fieldOf(record, "game") + QStringLiteral(" ") + fieldOf(record, "build");
    case SessionRecord::Type::Snapshot:
        return Tr::tr("the whole state, as the game had it");
    case SessionRecord::Type::Marker:
        return fieldOf(record, "label") + (fieldOf(record, "note").isEmpty()
                                                  ? QString()
                                                  : QStringLiteral(": ") + fieldOf(record, "note"));
    case SessionRecord::Type::Gap:
        return Tr::tr("not recorded for %1: %2")
            .arg(words::duration(fieldOf(record, "durationMs").toDouble()), fieldOf(record, "reason"));
    default:
        return {};
    }
}

} // namespace

ChangeWords changeWords(const RecordDetails &details, const FactionCatalogue &catalogue)
{
    if (details.error)
        return {words::error(*details.error), true};
    const SessionRecord &record = details.record;
    if (record.type != SessionRecord::Type::Event)
        return {otherRecordWords(record).trimmed(), record.type != SessionRecord::Type::Unknown};
    const std::string event = record.event.value_or("");
    if (actionDecoder(event) == nullptr)
        return {Tr::tr("no slice of ours"), false};
    QString text =
        event.starts_with("tutorial:") ? tutorialWords(details) : FactionWords(details, catalogue).text();
    return {text.isEmpty() ? Tr::tr("changes nothing") : text, true};
}

bool hasReputation(const FactionRecord *record)
{
    return record != nullptr && (record->fame != 0 || record->infamy != 0 || record->lastReason ||
                                    !(record->lastDelta == Reputation()));
}

QString recordName(const SessionRecord &record)
{
    const bool isEvent = record.type == SessionRecord::Type::Event;
    return words::text(isEvent ? record.event.value_or("") : record.typeName);
}

} // namespace inspector
