// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/FactionCatalogue.h"
#include "core/session/mission/MissionScript.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const QByteArray goodMission = R"({
  "title": "T", "game": "G", "build": "B", "startedAt": 1000, "factions": ["vanguard_prime", "elsewhere"],
  "tutorial": {"steps": [{"id": "look", "title": "Look", "description": "", "canSkip": true,
      "controlHint": {"label": "Look", "keys": ["E"]}, "followUp": "ok"}], "ending": ["bye"]},
  "walks": {"x": {"start": 1, "step": [-1, 1], "min": 0, "max": 9}},
  "traffic": {"quay": {"every": [100, 200], "events": [
      {"weight": 2, "event": "heard", "payload": {"by": {"$nameOf": "elsewhere"}}}]}},
  "chapters": [{"label": "One", "traffic": "quay", "order": "any", "play": [1, 2], "pause": 5, "beats": [
      {"weight": 3, "why": "because", "moves": [
        {"wait": [1, 2]}, {"event": "seen", "payload": {"at": {"$between": [0, 1, 0.25]}}},
        {"reputation": "vanguard_prime", "fame": 2, "reason": "r"}, {"clockBack": 4}, {"tutorial": "start"},
        {"step": "look"}, {"hint": "look", "controlHint": {"label": "Look", "keys": []}},
        {"complete": "look"}, {"gap": 7, "reason": "g"}, {"marker": "m", "note": "n"},
        {"repeat": [1, 3], "moves": [{"wait": 1}]}]},
      {"moves": [{"reputation": "elsewhere", "reason": "r"}]}]}]})";

QByteArray replaced(const QByteArray &from, const QByteArray &to)
{
    QByteArray json = goodMission;
    return json.replace(json.indexOf(from), from.size(), to);
}

} // namespace

class tst_MissionScript : public QObject
{
    Q_OBJECT

private slots:
    void readsAMission()
    {
        const auto script = MissionScript::fromJson(goodMission.toStdString(), "m.json");

        QVERIFY2(script, script ? "" : script.error().message.c_str());
        QCOMPARE(script->startedAt, 1000.0);
        QCOMPARE(script->traffic.size(), 2U); // silence is the first
        const Chapter &chapter = script->chapters.at(0);
        QCOMPARE(chapter.traffic, 1U);
        QVERIFY(chapter.anyOrder);
        QCOMPARE(chapter.beats.at(0).weight, 3U);
        QCOMPARE(chapter.beats.at(0).needsFactions, std::vector<std::string>{"vanguard_prime"});
        QCOMPARE(chapter.beats.at(0).moves.size(), 11U);
    }

    void leavesOutWhatTheCatalogueLacks()
    {
        const auto script = MissionScript::fromJson(goodMission.toStdString(), "m.json");
        QVERIFY(script);

        const MissionScript playable = script->withFactionsOf(FactionCatalogue::builtIn());

        QCOMPARE(playable.chapters.at(0).beats.size(), 1U);
        QCOMPARE(playable.traffic.at(1).sources.size(), 0U);
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *from, const char *to, const char *message) {
            QTest::addRow("%s", name) << QByteArray(from) << QByteArray(to) << QByteArray(message);
        };
        addHeadRows(row);
        addChapterRows(row);
        addMoveRows(row);
        addPayloadRows(row);
    }

    void tellsWhatIsWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, message);
        QVERIFY(goodMission.contains(from));

        const auto script = MissionScript::fromJson(replaced(from, to).toStdString(), "m.json");

        QVERIFY(!script);
        QCOMPARE(script.error().code, std::string("bad_mission"));
        const std::string expected = "m.json: " + message.toStdString();
        QVERIFY2(script.error().message.find(expected) != std::string::npos, script.error().message.c_str());
        QVERIFY(!script.error().remedy.empty());
    }

private:
    static void addHeadRows(const auto &row)
    {
        row("no JSON", "{\"wait\"", "{wait", "");
        row("a list", goodMission, "[]", "the text must be an object, not list");
        row("misspelt member", "\"game\"", "\"gane\"", "gane is not known here");
        row("no chapters", "\"chapters\"", "\"why\"", "chapters is missing");
        row("title empty", "\"T\"", "\"\"", "title must not be empty");
        row("start a string", "1000", "\"now\"", "startedAt must be a number, not string");
        row("start before the epoch", "1000", "-1", "startedAt must be from 0 to");
        row("faction twice", "\"elsewhere\"]", "\"vanguard_prime\"]", "factions[1] is there twice");
        row("step without an id", "\"id\": \"look\",", "", "tutorial.steps[0].id is missing");
        row("title of a step", "\"title\": \"Look\"", "\"title\": 1",
            "tutorial.steps[0].title must be a string, not number");
        row("highlight no object", "\"canSkip\"", "\"highlight\": 3, \"canSkip\"",
            "tutorial.steps[0].highlight must be an object, not number");
        row("skipping no boolean", "true", "\"yes\"",
            "tutorial.steps[0].canSkip must be a boolean, not string");
        row("hint without keys", ", \"keys\": [\"E\"]", "", "tutorial.steps[0].controlHint.keys is missing");
        row("key no text", "[\"E\"]", "[7]", "tutorial.steps[0].controlHint.keys[0] must be a string");
        row("no ending", "[\"bye\"]", "[]", "tutorial.ending must have at least one text");
        row("walk outside", "\"start\": 1", "\"start\": 10", "walks.x.start must be from");
    }

    static void addChapterRows(const auto &row)
    {
        row("traffic without a pause", "[100, 200]", "[0, 200]", "traffic.quay.every must be at least 1");
        row("weight of nothing", "\"weight\": 2", "\"weight\": 0",
            "traffic.quay.events[0].weight must be from 1");
        row("unknown traffic", "\"traffic\": \"quay\"", "\"traffic\": \"road\"",
            "chapters[0].traffic is not in the mission's \"traffic\"");
        row("unknown order", "\"any\"", "\"odd\"", "chapters[0].order must be \"any\" or \"written\"");
        row("play reversed", "\"play\": [1, 2]", "\"play\": [2, 1]", "chapters[0].play must not end before");
        row("play a part", "\"play\": [1, 2]", "\"play\": 1.5", "chapters[0].play must be whole numbers");
        row("beat without moves", "{\"moves\": [{\"reputation\": \"elsewhere\", \"reason\": \"r\"}]}", "{}",
            "chapters[0].beats[1].moves is missing");
    }

    static void addMoveRows(const auto &row)
    {
        row("no move", "{\"wait\": [1, 2]}", "{\"sleep\": 1}",
            "chapters[0].beats[0].moves[0] must be a move: an object with one of wait, event");
        row("two moves in one", "{\"wait\": [1, 2]}", "{\"wait\": 1, \"marker\": \"m\"}",
            "chapters[0].beats[0].moves[0].marker is not known here");
        row("wait backwards", "[1, 2]}", "-1}", "chapters[0].beats[0].moves[0].wait must be at least 0");
        row("no sixteenths", "\"fame\": 2", "\"fame\": 0.0625",
            "chapters[0].beats[0].moves[2].fame must be a multiple of 0.125");
        row("no reason", "\"fame\": 2, \"reason\": \"r\"", "\"fame\": 2",
            "chapters[0].beats[0].moves[2].reason is missing");
        row("unknown faction", "\"reputation\": \"vanguard_prime\"", "\"reputation\": \"vangard_prime\"",
            "chapters[0].beats[0].moves[2].reputation is not among the mission's \"factions\"");
        row("unknown step", "\"step\": \"look\"", "\"step\": \"leap\"",
            "chapters[0].beats[0].moves[5].step is no step of the tutorial");
        row("unknown tutorial move", "\"start\"}", "\"pause\"}",
            "chapters[0].beats[0].moves[4].tutorial must be \"start\", \"complete\" or \"skip\"");
        row("hint of an unknown step", "\"hint\": \"look\"", "\"hint\": \"leap\"",
            "chapters[0].beats[0].moves[6].hint is no step of the tutorial");
        row("repeated too often", "[1, 3]", "1001", "chapters[0].beats[0].moves[10].repeat must be at most");
        row("repeat in repeat", "[{\"wait\": 1}]", "[{\"repeat\": 2, \"moves\": []}]",
            "chapters[0].beats[0].moves[10].repeat must not repeat");
        row("modelled event", "\"seen\"", "\"faction:attitude_changed\"",
            "chapters[0].beats[0].moves[1].event is an event of the reputation model");
    }

    static void addPayloadRows(const auto &row)
    {
        constexpr const char *number = "{\"$between\": [0, 1, 0.25]}";
        row("payload no object", "{\"at\": {\"$between\": [0, 1, 0.25]}}", "[]",
            "chapters[0].beats[0].moves[1].payload must be an object, not list");
        row("unknown placeholder", number, "{\"$any\": 1}",
            "chapters[0].beats[0].moves[1].payload.at.$any is no placeholder");
        row("placeholder with company", number, "{\"$now\": true, \"b\": 1}",
            "chapters[0].beats[0].moves[1].payload.at.$now must be the only member");
        row("now is true", number, "{\"$now\": false}",
            "chapters[0].beats[0].moves[1].payload.at.$now must be true");
        row("range of four", "0.25]}", "0.25, 1]}",
            "chapters[0].beats[0].moves[1].payload.at.$between must be [least, most]");
        row("no distance", "0.25]}", "0]}",
            "chapters[0].beats[0].moves[1].payload.at.$between must have a distance above 0");
        row("nothing to choose from", number, "{\"$oneOf\": []}",
            "chapters[0].beats[0].moves[1].payload.at.$oneOf must have at least one choice");
        row("unknown walk", number, "[{\"$walk\": \"y\"}]",
            "chapters[0].beats[0].moves[1].payload.at[0].$walk is not among the mission's \"walks\"");
        row("unknown name", number, "{\"$nameOf\": \"y\"}",
            "chapters[0].beats[0].moves[1].payload.at.$nameOf is not among the mission's \"factions\"");
    }
};

QTEST_APPLESS_MAIN(tst_MissionScript)
#include "tst_MissionScript.moc"
