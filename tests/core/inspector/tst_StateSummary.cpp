// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspector/StateSummary.h"
#include "tests/core/state/StateScript.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_StateSummary : public QObject
{
    Q_OBJECT

private slots:
    void ofNothing() { QVERIFY(summarise(WorldState(), FactionCatalogue::builtIn()) == StateSummary()); }

    void factionsByTheirNames()
    {
        const Faction &known = FactionCatalogue::builtIn().factions().front();
        const std::string script = "[[\"reputation:changed\",1,{\"factionId\":\"" + known.id +
                                   "\",\"newFame\":5,\"newInfamy\":1}]," +
                                   "[\"faction:attitude_changed\",2,{\"factionId\":\"x\",\"newAttitude\":"
                                   "\"hostile\",\"cascade\":true," +
                                   "\"source\":\"" + known.id + "\"}]," +
                                   "[\"faction:attitude_changed\",3,{\"factionId\":\"y\",\"newAttitude\":"
                                   "\"allied\",\"cascade\":true," +
                                   "\"source\":\"z\",\"sourceFactionName\":\"The Zed\"}]]";

        const StateSummary summary = summarise(played(script), FactionCatalogue::builtIn());

        QVERIFY(summary.factions ==
                (std::vector<StateSummary::Faction>{{known.name, 5, 1, "neutral", 0, std::nullopt},
                    {"x", 0, 0, "hostile", 1, known.name}, {"y", 0, 0, "allied", 1, "The Zed"}}));
    }

    void tutorial()
    {
        const StateSummary summary =
            summarise(played("[[\"tutorial:started\",0,{\"totalSteps\":3}],"
                             "[\"tutorial:step_started\",10,{\"stepId\":\"a\",\"title\":\"A\"}],"
                             "[\"tutorial:step_completed\",60,{\"stepId\":\"a\"}],"
                             "[\"tutorial:step_started\",60,{\"stepId\":\"b\",\"title\":\"B\"}],"
                             "[\"tutorial:step_completed\",110,{\"stepId\":\"b\"}],"
                             "[\"tutorial:step_started\",110,{\"stepId\":\"c\",\"title\":\"C\"}]]"),
                FactionCatalogue::builtIn());

        QCOMPARE(summary.currentPrompt, std::optional<std::string>("C"));
        QCOMPARE(summary.tutorial.completedSteps, std::size_t{2});
        QVERIFY(summary.slowestStep == (StateSummary::Step{"a", 50}));
    }
};

QTEST_APPLESS_MAIN(tst_StateSummary)
#include "tst_StateSummary.moc"
