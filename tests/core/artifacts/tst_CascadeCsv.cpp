// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/CascadeCsv.h"
#include "core/state/WorldState.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_CascadeCsv : public QObject
{
    Q_OBJECT

private slots:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("factions"); // members of the slice, ' for "
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char *name, const char *factions, const char *rows) {
            QTest::newRow(name) << QByteArray(factions).replace('\'', '"') << QByteArray(rows);
        };

        row("nothing", "", "");
        row("no cascade at all", "'lastCascadeEvent':null,'byId':{'a':{'fame':7}}", "");
        row("a last event with everything",
            "'lastCascadeEvent':{'targetFactionId':'a','targetFactionName':'A','sourceFactionId':'b',"
            "'sourceFactionName':'B','newAttitude':'hostile','oldAttitude':'neutral',"
            "'occurredAt':1768469443000}",
            "last_event,a,A,,b,B,hostile,1768469443000,2026-01-15T09:30:43.000Z,\n");
        row("the catalogue names what the event does not",
            "'lastCascadeEvent':{'targetFactionId':'wraith_network','sourceFactionId':'unheard_of'}",
            "last_event,wraith_network,The Wraith Network,,unheard_of,unheard_of,,,,\n");
        row("an empty name is none",
            "'lastCascadeEvent':{'targetFactionId':'wraith_network','targetFactionName':''}",
            "last_event,wraith_network,The Wraith Network,,,,,,,\n");
        row("a name without an id", "'lastCascadeEvent':{'targetFactionName':'A'}", "last_event,,A,,,,,,,\n");
        row("a time of 0 has no text", "'lastCascadeEvent':{'occurredAt':0}", "last_event,,,,,,,0,,\n");
        row("a time beyond dates has no text", "'lastCascadeEvent':{'occurredAt':1e21}",
            "last_event,,,,,,,1e+21,,\n");
        row("a target with everything",
            "'byId':{'a':{'cascadeCount':3,'cascadeSources':['b','c'],'lastCascade':{'sourceFactionId':'b',"
            "'sourceFactionName':'B','occurredAt':1768469443000,'newAttitude':'hostile'}}}",
            "target,a,a,3,b,B,hostile,1768469443000,2026-01-15T09:30:43.000Z,b|c\n");
        row("a target's own name is the catalogue's",
            "'byId':{'wraith_network':{'cascadeCount':1,'lastCascade':{'sourceFactionId':'wraith_network',"
            "'sourceFactionName':'W'}}}",
            "target,wraith_network,The Wraith Network,1,wraith_network,W,,,,\n");
        row("most cascades first, ties in key order",
            "'byId':{'b':{'cascadeCount':1},'a':{'cascadeCount':2},'none':{'cascadeCount':0},"
            "'10':{'cascadeCount':1},'9':{'cascadeCount':1}}",
            "target,a,a,2,,,,,,\ntarget,9,9,1,,,,,,\ntarget,10,10,1,,,,,,\ntarget,b,b,1,,,,,,\n");
        row("the last event before the targets",
            "'byId':{'a':{'cascadeCount':9}},'lastCascadeEvent':{'targetFactionId':'b'}",
            "last_event,b,b,,,,,,,\ntarget,a,a,9,,,,,,\n");
        row("quoted", "'byId':{'a,b':{'cascadeCount':1,'cascadeSources':['x\\ny','z']}}",
            "target,\"a,b\",\"a,b\",1,,,,,,\"x\ny|z\"\n");
    }

    void rows()
    {
        QFETCH(QByteArray, factions);
        QFETCH(QByteArray, rows);
        FieldReader reader;
        const JsonValue snapshot =
            json(QByteArray("{\"factions\":{").append(factions).append("}}").toStdString());
        const WorldState state = hydrated(*snapshot.asObject(), WorldState(), reader);

        const std::string csv = cascadeCsv(state.get<FactionSlice>(), FactionCatalogue::builtIn());

        QCOMPARE(QByteArray::fromStdString(csv),
            QByteArray("row_type,faction_id,faction_name,cascade_count,last_source_faction_id,"
                       "last_source_faction_name,new_attitude,occurred_at,occurred_iso,sources\n")
                .append(rows));
    }
};

QTEST_APPLESS_MAIN(tst_CascadeCsv)
#include "tst_CascadeCsv.moc"
