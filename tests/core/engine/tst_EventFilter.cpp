// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/EventFilter.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_EventFilter : public QObject
{
    Q_OBJECT

private slots:
    void lets_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("text"); // of the record, ' for "
        QTest::addColumn<bool>("expected");
        const QByteArray wraith = "{'event':'faction:reset','factionid':'wraith_network','x':'the gate'}";

        QTest::addRow("nothing typed") << QByteArray() << QByteArray("a:b") << wraith << true;
        QTest::addRow("blanks") << QByteArray("  ") << QByteArray("a:b") << wraith << true;
        QTest::addRow("a word") << QByteArray("gate") << QByteArray("a:b") << wraith << true;
        QTest::addRow("in capitals") << QByteArray("GATE") << QByteArray("a:b") << wraith << true;
        QTest::addRow("a word that is not there")
            << QByteArray("door") << QByteArray("a:b") << wraith << false;
        QTest::addRow("two words") << QByteArray("gate the") << QByteArray("a:b") << wraith << true;
        QTest::addRow("two words, one missing")
            << QByteArray("gate door") << QByteArray("a:b") << wraith << false;
        QTest::addRow("a phrase") << QByteArray("\"the gate\"") << QByteArray("a:b") << wraith << true;
        QTest::addRow("another phrase") << QByteArray("\"gate the\"") << QByteArray("a:b") << wraith << false;
        QTest::addRow("not a word") << QByteArray("-gate") << QByteArray("a:b") << wraith << false;
        QTest::addRow("a dash") << QByteArray("-") << QByteArray("a:b") << QByteArray("a-b") << true;
        QTest::addRow("a type") << QByteArray("type:faction:reset") << QByteArray("faction:reset") << wraith
                                << true;
        QTest::addRow("a part of a type")
            << QByteArray("type:ction:") << QByteArray("faction:reset") << wraith << true;
        QTest::addRow("a type in capitals")
            << QByteArray("type:keyRemapped") << QByteArray("keyRemapped") << wraith << true;
        QTest::addRow("a pattern") << QByteArray("type:faction:*") << QByteArray("faction:reset") << wraith
                                   << true;
        QTest::addRow("a pattern of other length")
            << QByteArray("type:faction:*") << QByteArray("faction") << wraith << false;
        QTest::addRow("another type")
            << QByteArray("type:tutorial:*") << QByteArray("faction:reset") << wraith << false;
        QTest::addRow("not a type") << QByteArray("-type:tutorial:*") << QByteArray("faction:reset") << wraith
                                    << true;
        QTest::addRow("a faction by its id")
            << QByteArray("faction:wraith_network") << QByteArray("a") << wraith << true;
        QTest::addRow("a faction by its name")
            << QByteArray("faction:\"Wraith Net\"") << QByteArray("a") << wraith << true;
        QTest::addRow("another faction")
            << QByteArray("faction:vanguard") << QByteArray("a") << wraith << false;
        QTest::addRow("a faction that nobody knows") << QByteArray("faction:civilian") << QByteArray("a")
                                                     << QByteArray("{'factionid':'civilian'}") << true;
        QTest::addRow("a step") << QByteArray("step:quay") << QByteArray("a")
                                << QByteArray("{'stepid':'walk_the_quay'}") << true;
        QTest::addRow("a step, written with blanks") << QByteArray("step:quay") << QByteArray("a")
                                                     << QByteArray("{'stepid' : 'walk_the_quay'}") << true;
        QTest::addRow("another step") << QByteArray("step:quay") << QByteArray("a")
                                      << QByteArray("{'stepid':'run','x':'quay'}") << false;
        QTest::addRow("no step") << QByteArray("step:quay") << QByteArray("a") << wraith << false;
        const QByteArray cascade = "{'factionid':'wraith','cascade':true,'source':'vanguard'}";
        for (const char *pair : {"vanguard>wraith", "vanguard>", "vanguard", ">wraith", ">"}) {
            QTest::addRow("a cascade, %s", pair)
                << (QByteArray("cascade:") + pair) << QByteArray("a") << cascade << true;
        }
        for (const char *pair : {"wraith>vanguard", "vanguard>vanguard", "vangua>wraith", ">wrait"}) {
            QTest::addRow("another cascade, %s", pair)
                << (QByteArray("cascade:") + pair) << QByteArray("a") << cascade << false;
        }
        for (const char *source : {"", ",'source':null", ",'source':''"}) {
            QTest::addRow("a cascade from nobody%s", source)
                << QByteArray("cascade:->wraith") << QByteArray("a")
                << (QByteArray("{'factionid':'wraith','cascade':true") + source + "}") << true;
        }
        QTest::addRow("a cascade from somebody")
            << QByteArray("cascade:->wraith") << QByteArray("a") << cascade << false;
        QTest::addRow("a change that is no cascade")
            << QByteArray("cascade:>wraith") << QByteArray("a")
            << QByteArray("{'factionid':'wraith','cascade':false,'source':'vanguard'}") << false;
        QTest::addRow("a prefix alone is a word")
            << QByteArray("type:") << QByteArray("a") << QByteArray("a type: b") << true;
    }

    void lets()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, text);
        QFETCH(bool, expected);
        const EventFilter filter = EventFilter::parse(typed.toStdString(), FactionCatalogue::builtIn());

        const NameTable::Name named{SessionRecord::Type::Event, name.toStdString(), false};
        const std::string record = text.replace('\'', '"').toStdString();
        QCOMPARE(filter.passesName(named) && filter.passesText(record), expected);
    }

    void mutedNamesDoNotPass()
    {
        EventFilter filter;
        QVERIFY(filter.isEmpty());
        filter.setMuted({"player:moved"});

        QVERIFY(!filter.isEmpty());
        QVERIFY(!filter.needsText());
        QVERIFY(!filter.passesName({SessionRecord::Type::Event, "player:moved", false}));
        QVERIFY(filter.passesName({SessionRecord::Type::Event, "player:moved:far", false}));
    }
};

QTEST_APPLESS_MAIN(tst_EventFilter)
#include "tst_EventFilter.moc"
