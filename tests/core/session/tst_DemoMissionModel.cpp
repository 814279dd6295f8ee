// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"
#include "core/factions/FactionCatalogue.h"
#include "core/session/DemoMission.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace inspector;

namespace {

std::vector<SessionRecord> recordsOf(std::uint64_t seed)
{
    static const Result<DemoMission> mission = DemoMission::load("harbour", FactionCatalogue::builtIn());
    std::vector<SessionRecord> records;
    if (!mission)
        return records;
    const SessionInput input = SessionInput::fromText("demo", mission->session(seed));
    SessionReader reader(input.device(), {});
    SessionRecord record;
    for (auto more = reader.next(record); more && *more; more = reader.next(record))
        records.push_back(record);
    return records;
}

const JsonValue &payload(const SessionRecord &record, std::string_view member)
{
    return (*record.payload.asObject())[member];
}

std::string textOf(const JsonValue &value)
{
    return toJsonText(value, JsonLayout::Compact);
}

/// A catalogue of these factions only, without relations.
Result<FactionCatalogue> catalogueOf(const std::vector<std::string> &ids)
{
    const JsonValue same = JsonObject{{"fame", 10}, {"infamy", 30}};
    JsonArray factions;
    for (const std::string &id : ids) {
        factions.emplace_back(JsonObject{{"id", id}, {"name", "The " + id}, {"shortName", id},
            {"allies", JsonArray()}, {"enemies", JsonArray()}, {"initial", same}, {"color", "#000000"},
            {"thresholds",
                JsonObject{{"allied", same}, {"friendly", same}, {"neutral", same}, {"unfriendly", same}}}});
    }
    const JsonValue json = JsonObject{
        {"cascade", JsonObject{{"multiplier", 0.5}, {"min", 0}, {"max", 100}}}, {"factions", factions}};
    return FactionCatalogue::fromJson(toJsonText(json, JsonLayout::Compact), "my.json");
}

/// The rules of the game once more, written apart from the simulation: takes the records in turn and keeps
/// the first thing that does not follow from them.
class Referee
{
public:
    Referee()
    {
        for (const Faction &faction : FactionCatalogue::builtIn().factions())
            m_values[faction.id] = {faction.initialFame, faction.initialInfamy};
    }

    void take(const SessionRecord &record)
    {
        if (record.event == "faction:attitude_changed") {
            const std::string told = *payload(record, "factionId").asString() + " " +
                                     *payload(record, "oldAttitude").asString() + ">" +
                                     *payload(record, "newAttitude").asString() + " " +
                                     textOf(payload(record, "source")) + textOf(payload(record, "cascade"));
            if (m_due.empty() || m_due.front() != told)
                complain(record, "tells " + told + ", due is " + (m_due.empty() ? "nothing" : m_due.front()));
            else
                m_due.erase(m_due.begin());
            return;
        }
        if (!m_due.empty())
            complain(record, "comes instead of " + m_due.front());
        if (record.event == "reputation:changed")
            takeReputation(record);
    }

    std::string complaint;
    int crossings = 0;

private:
    using Values = std::pair<double, double>;

    void complain(const SessionRecord &record, const std::string &what)
    {
        if (complaint.empty())
            complaint.append("#").append(std::to_string(record.number)).append(" ").append(what);
    }

    void takeReputation(const SessionRecord &record)
    {
        const Faction &faction = *FactionCatalogue::builtIn().find(*payload(record, "factionId").asString());
        const double fame = *payload(record, "deltaFame").asNumber();
        const double infamy = *payload(record, "deltaInfamy").asNumber();
        const Values before = m_values[faction.id];
        move(faction, fame, infamy, "nullfalse");
        const Values now{*payload(record, "newFame").asNumber(), *payload(record, "newInfamy").asNumber()};
        if (now != m_values[faction.id] || now != Values{before.first + fame, before.second + infamy})
            complain(record, "does not add up");
        const std::string source = "\"" + faction.id + "\"true";
        for (const std::string &ally : faction.allies)
            move(*FactionCatalogue::builtIn().find(ally), fame / 2, -infamy / 2, source);
        for (const std::string &enemy : faction.enemies)
            move(*FactionCatalogue::builtIn().find(enemy), -fame / 2, infamy / 2, source);
    }

    void move(const Faction &faction, double fame, double infamy, const std::string &source)
    {
        Values &values = m_values[faction.id];
        const std::string before(attitudeOf(faction, values.first, values.second));
        values = {
            std::clamp(values.first + fame, 0.0, 100.0), std::clamp(values.second + infamy, 0.0, 100.0)};
        const std::string after(attitudeOf(faction, values.first, values.second));
        if (before == after)
            return;
        ++crossings;
        m_due.push_back(faction.id + " " + before + ">" + after + " " + source);
    }

    std::map<std::string, Values> m_values;
    std::vector<std::string> m_due; ///< attitude changes that must come next
};

} // namespace

class tst_DemoMissionModel : public QObject
{
    Q_OBJECT

private slots:
    void attitudesFollowFromReputations()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Referee referee;
            for (const SessionRecord &record : recordsOf(seed))
                referee.take(record);
            QVERIFY2(referee.complaint.empty(), qPrintable(QString::fromStdString(referee.complaint)));
            QVERIFY2(referee.crossings >= 8, qPrintable(QString::number(seed)));
        }
    }

    void everySeedCascadesToThreeFactions()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            std::set<std::string> targets;
            for (const SessionRecord &record : recordsOf(seed)) {
                if (record.event == "faction:attitude_changed" && *payload(record, "cascade").asBool())
                    targets.insert(*payload(record, "factionId").asString());
            }
            QVERIFY2(targets.size() >= 3, qPrintable(QString::number(seed)));
        }
    }

    void seedsDifferInTheOrderOfBeats()
    {
        std::set<std::string> orders;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            std::string order;
            for (const SessionRecord &record : recordsOf(seed)) {
                if (record.event == "reputation:changed")
                    order += *payload(record, "factionId").asString() + " ";
            }
            orders.insert(order);
        }
        QVERIFY2(orders.size() > 15, qPrintable(QString::number(orders.size())));
    }

    void someFameIsStaleInTheStore()
    {
        std::map<std::string, double> lastTold;
        int stale = 0;
        for (const SessionRecord &record : recordsOf(1)) {
            if (record.event != "reputation:changed")
                continue;
            const std::string id = *payload(record, "factionId").asString();
            const double now = *payload(record, "newFame").asNumber();
            const auto told = lastTold.find(id);
            if (told != lastTold.end() && now - told->second != *payload(record, "deltaFame").asNumber())
                ++stale;
            lastTold[id] = now;
        }
        QVERIFY2(stale >= 3, qPrintable(QString::number(stale)));
    }

    void oddMoment_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("times");

        QTest::addRow("a step completed twice")
            << QByteArray("tutorial:step_completed") << QByteArray("stepId")
            << QByteArray("\"wake_the_keeper\"") << 2;
        QTest::addRow("other steps once") << QByteArray("tutorial:step_completed") << QByteArray("stepId")
                                          << QByteArray("\"walk_the_quay\"") << 1;
        QTest::addRow("hint after a key remap")
            << QByteArray("tutorial:control_hint_updated") << QByteArray("stepId")
            << QByteArray("\"count_the_cargo\"") << 1;
        QTest::addRow("hint of an unknown step")
            << QByteArray("tutorial:control_hint_updated") << QByteArray("stepId")
            << QByteArray("\"mend_the_net\"") << 1;
        QTest::addRow("text as entity") << QByteArray("faction:member_removed") << QByteArray("entityId")
                                        << QByteArray("\"ghost-of-pier-9\"") << 1;
        QTest::addRow("quotes, comma and accents")
            << QByteArray("faction:member_removed") << QByteArray("npcId")
            << QByteArray("\"\xC3\x85sa \\\"Half-Tide\\\" Ren\xC3\xA9"
                          "e, courier\"")
            << 1;
        QTest::addRow("unknown event")
            << QByteArray("harbour:tide_bell") << QByteArray("nothing") << QByteArray("null") << 1;
    }

    void oddMoment()
    {
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QFETCH(int, times);
        const auto records = recordsOf(1);

        const auto found = std::count_if(records.begin(), records.end(), [&](const SessionRecord &record) {
            return record.event == event.toStdString() &&
                   textOf(payload(record, member.constData())) == value.toStdString();
        });

        QCOMPARE(static_cast<int>(found), times);
    }

    void theClockGoesBackOnceByFortyMs()
    {
        const auto records = recordsOf(1);
        std::vector<double> back;
        for (std::size_t i = 2; i < records.size(); ++i) {
            if (records[i].timestamp < records[i - 1].timestamp)
                back.push_back(records[i - 1].timestamp - records[i].timestamp);
        }
        QCOMPARE(back, std::vector<double>{40});
    }

    void missingFactionsAreNotNamed()
    {
        const auto catalogue = catalogueOf({"cipher_collective", "memory_keepers"});
        QVERIFY2(catalogue, catalogue ? "" : catalogue.error().message.c_str());
        const auto mission = DemoMission::load("harbour", *catalogue);
        QVERIFY(mission);

        const std::string session = mission->session(1);

        for (const char *id : {"wraith_network", "vanguard_prime", "luminari_syndicate"})
            QVERIFY2(session.find(id) == std::string::npos, id);
        QVERIFY(session.find("\"factionId\":\"cipher_collective\"") != std::string::npos);
        QVERIFY(session.find("tutorial:completed") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_DemoMissionModel)
#include "tst_DemoMissionModel.moc"
