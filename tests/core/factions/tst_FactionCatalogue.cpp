// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/FactionCatalogue.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <algorithm>

using namespace inspector;

namespace {

const QByteArray goodCatalogue = R"({
  "cascade": {"multiplier": 0.5, "min": 0, "max": 100},
  "factions": [
    {"id": "north", "name": "The North", "shortName": "N", "allies": ["south"], "enemies": [],
     "initial": {"fame": 35, "infamy": 10}, "color": "#1a4D8f",
     "thresholds": {"allied": {"fame": 80, "infamy": 0}, "friendly": {"fame": 50, "infamy": 10},
                    "neutral": {"fame": 20, "infamy": 20}, "unfriendly": {"fame": 10, "infamy": 30}}},
    {"id": "south", "name": "The South", "shortName": "S", "allies": [], "enemies": ["north"],
     "initial": {"fame": 0, "infamy": 0}, "color": "#000000", "motto": "unknown to us",
     "thresholds": {"allied": {"fame": 1, "infamy": 0}, "friendly": {"fame": 1, "infamy": 0},
                    "neutral": {"fame": 1, "infamy": 0}, "unfriendly": {"fame": 1, "infamy": 0}}}
  ]})";

} // namespace

class tst_FactionCatalogue : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryMember()
    {
        const auto catalogue = FactionCatalogue::fromJson(goodCatalogue.toStdString(), "my.json");

        QVERIFY2(catalogue, catalogue ? "" : catalogue.error().message.c_str());
        QCOMPARE(catalogue->cascade(), (CascadeRule{0.5, 0, 100}));
        QCOMPARE(catalogue->factions().size(), 2U);
        const Faction expected{"north", "The North", "N", {"south"}, {}, 35, 10, "#1a4D8f", {80, 0}, {50, 10},
            {20, 20}, {10, 30}};
        QVERIFY(catalogue->factions().front() == expected);
        QCOMPARE(catalogue->factions()[1].enemies, std::vector<std::string>{"north"});
    }

    void findsById()
    {
        const auto catalogue = FactionCatalogue::fromJson(goodCatalogue.toStdString(), "my.json");

        QVERIFY(catalogue);
        QCOMPARE(catalogue->find("south"), &catalogue->factions()[1]);
        QCOMPARE(catalogue->find("west"), nullptr);
        QCOMPARE(catalogue->nameOf("south"), std::string("The South"));
        QCOMPARE(catalogue->nameOf("west"), std::string("west"));
    }

    void builtInIsComplete()
    {
        const auto &factions = FactionCatalogue::builtIn().factions();

        QCOMPARE(factions.size(), 5U);
        const auto met = [](const Faction &f) {
            return f.id + " starts " + std::string(attitudeOf(f, f.initialFame, f.initialInfamy));
        };
        std::vector<std::string> starts;
        std::transform(factions.begin(), factions.end(), std::back_inserter(starts), met);
        QCOMPARE(starts, (std::vector<std::string>{"vanguard_prime starts neutral",
                             "luminari_syndicate starts neutral", "cipher_collective starts unfriendly",
                             "wraith_network starts hostile", "memory_keepers starts neutral"}));
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *from, const char *to, const char *message) {
            QTest::addRow("%s", name) << QByteArray(from) << QByteArray(to) << QByteArray(message);
        };

        row("no JSON", "{\"multiplier\"", "{multiplier", "");
        row("a list", goodCatalogue, "[]", "the text must be an object, not list");
        row("no factions", "\"factions\":", "\"faction\":", "factions is missing");
        row("factions no list", goodCatalogue,
            R"({"cascade":{"multiplier":1,"min":0,"max":1},"factions":{}})",
            "factions must be a list, not object");
        row("factions empty", goodCatalogue, R"({"cascade":{"multiplier":1,"min":0,"max":1},"factions":[]})",
            "factions must name at least one faction");
        row("no cascade", "\"cascade\":", "\"Cascade\":", "cascade is missing");
        row("multiplier beyond 1", "0.5", "1.5", "cascade.multiplier must be from 0 to 1");
        row("limits reversed", "\"max\": 100", "\"max\": -1", "cascade.max must be from 0 to 1000000");
        row("faction no object", "{\"id\": \"north\"", "3, {\"id\": \"north\"",
            "factions[0] must be an object, not number");
        row("no id", "\"id\": \"south\",", "", "factions[1].id is missing");
        row("empty id", "\"id\": \"south\"", "\"id\": \"\"", "factions[1].id must not be empty");
        row("id twice", "\"id\": \"south\"", "\"id\": \"north\"", "factions[1].id is the id of an earlier");
        row("name a number", "\"The North\"", "5", "factions[0].name must be a string, not number");
        row("null is missing", "\"The North\"", "null", "factions[0].name is missing");
        row("no short name", "\"shortName\": \"S\",", "", "factions[1].shortName is missing");
        row("allies a string", "[\"south\"]", "\"south\"", "factions[0].allies must be a list, not string");
        row("unknown ally", "[\"south\"]", "[\"west\"]", "factions[0].allies[0] is no faction of this");
        row("its own ally", "[\"south\"]", "[\"north\"]", "factions[0].allies[0] is the faction itself");
        row("unknown enemy", "[\"north\"]", "[\"west\"]", "factions[1].enemies[0] is no faction of this");
        row("ally and enemy", "\"allies\": []", "\"allies\": [\"north\"]",
            "factions[1].enemies[0] is an ally as well");
        row("fame a string", "\"fame\": 35", "\"fame\": \"35\"",
            "factions[0].initial.fame must be a number, not string");
        row("fame beyond the limits", "\"fame\": 35", "\"fame\": 101",
            "factions[0].initial.fame must be from");
        row("color without #", "#000000", "0000000", "factions[1].color must be a colour");
        row("color with a stray letter", "#000000", "#00000g", "factions[1].color must be a colour");
        row("no threshold", "\"friendly\": {\"fame\": 50, \"infamy\": 10},", "",
            "factions[0].thresholds.friendly is missing");
        row("threshold no number", "\"fame\": 80", "\"fame\": []",
            "factions[0].thresholds.allied.fame must be a number, not list");
    }

    void tellsWhatIsWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, message);
        QVERIFY(goodCatalogue.contains(from));
        QByteArray json = goodCatalogue;
        json.replace(json.indexOf(from), from.size(), to);

        const auto catalogue = FactionCatalogue::fromJson(json.toStdString(), "my.json");

        QVERIFY(!catalogue);
        QCOMPARE(catalogue.error().code, std::string("bad_catalogue"));
        const std::string expected = "my.json: " + message.toStdString();
        QVERIFY2(
            catalogue.error().message.find(expected) != std::string::npos, catalogue.error().message.c_str());
        QVERIFY(!catalogue.error().remedy.empty());
    }

    void attitudeIsTheFirstThresholdMet_data()
    {
        QTest::addColumn<double>("fame");
        QTest::addColumn<double>("infamy");
        QTest::addColumn<QByteArray>("attitude");

        QTest::addRow("allied, on the corner") << 80.0 << 0.0 << QByteArray("allied");
        QTest::addRow("a little infamy") << 80.0 << 0.125 << QByteArray("friendly");
        QTest::addRow("a little less fame") << 79.875 << 0.0 << QByteArray("friendly");
        QTest::addRow("friendly, on the corner") << 50.0 << 10.0 << QByteArray("friendly");
        QTest::addRow("below friendly") << 49.875 << 10.0 << QByteArray("neutral");
        QTest::addRow("too infamous for friendly") << 50.0 << 10.125 << QByteArray("neutral");
        QTest::addRow("neutral, on the corner") << 20.0 << 20.0 << QByteArray("neutral");
        QTest::addRow("below neutral") << 19.875 << 20.0 << QByteArray("unfriendly");
        QTest::addRow("too infamous for neutral") << 20.0 << 20.125 << QByteArray("unfriendly");
        QTest::addRow("unfriendly, on the corner") << 10.0 << 30.0 << QByteArray("unfriendly");
        QTest::addRow("below unfriendly") << 9.875 << 30.0 << QByteArray("hostile");
        QTest::addRow("no fame makes up for infamy") << 100.0 << 30.125 << QByteArray("hostile");
        QTest::addRow("nobody yet") << 0.0 << 0.0 << QByteArray("hostile");
    }

    void attitudeIsTheFirstThresholdMet()
    {
        QFETCH(double, fame);
        QFETCH(double, infamy);
        QFETCH(QByteArray, attitude);
        Faction faction;
        faction.allied = {80, 0};
        faction.friendly = {50, 10};
        faction.neutral = {20, 20};
        faction.unfriendly = {10, 30};

        QCOMPARE(std::string(attitudeOf(faction, fame, infamy)), attitude.toStdString());
    }
};

QTEST_APPLESS_MAIN(tst_FactionCatalogue)
#include "tst_FactionCatalogue.moc"
