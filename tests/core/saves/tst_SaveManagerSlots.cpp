// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveManager.h"
#include "core/saves/SlotName.h"
#include "core/state/WorldStateStore.h"
#include "tests/support/EventLog.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SampleSave.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

/// Saving into slots and loading from them; the export is in tst_SaveManager.
class tst_SaveManagerSlots : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_clock = FakeClock();
        m_dir = std::make_unique<QTemporaryDir>();
        m_saves = std::make_unique<SaveSlots>(m_dir->path());
        m_bus = std::make_unique<EventBus>();
        m_store = std::make_unique<WorldStateStore>(*m_bus);
        m_log = std::make_unique<EventLog>(*m_bus, "game:*");
        m_manager = std::make_unique<SaveManager>(
            SaveManager::Parts{*m_bus, m_clock, m_store.get(), nullptr, m_saves.get()});
    }

    void savesTheStateNow()
    {
        m_store->hydrate(*json(R"({"quests":[1]})").asObject(), 1);
        m_bus->emitEvent({"reputation:changed", 5, json(R"({"factionId":"a","newFame":40})")});

        const auto saved = m_manager->save("  Old Harbour ", 61'000);

        QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
        QCOMPARE(saved->slot, std::string("old-harbour"));
        QCOMPARE(m_log->lines(), QByteArrayList{"game:saved {\"slot\":\"old-harbour\","
                                                "\"timestamp\":1768469443000,\"playtime\":61000}"});
        QFile file(m_dir->filePath(QStringLiteral("save_old-harbour.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(shown(json(file.readAll().toStdString())),
            QByteArray("{\"version\":1,\"timestamp\":1768469443000,\"playtime\":61000,"
                       "\"slot\":\"old-harbour\",\"gameData\":")
                .append(shown(snapshotJson(m_store->state())))
                .append(",\"meta\":{\"snapshotSource\":\"worldStateStore\",\"slotLabel\":\"Old Harbour\"}}"));
    }

    void loadsTheStateThatWasSaved()
    {
        m_store->hydrate(*json(R"({"quests":[1],"tutorial":{"promptHistoryLimit":3}})").asObject(), 1);
        m_bus->emitEvent({"reputation:changed", 5, json(R"({"factionId":"a","newFame":40})")});
        m_bus->emitEvent({"tutorial:step_started", 6, json(R"({"stepId":"s","title":"T"})")});
        const WorldState before = m_store->snapshot();
        QVERIFY(m_manager->save("a", 61'000));
        m_store->hydrate(JsonObject(), 7);
        m_clock.now += 5000;

        const auto loaded = m_manager->load("a");

        QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
        QCOMPARE(shown(snapshotJson(m_store->state())), shown(snapshotJson(before)));
        QVERIFY(m_store->state() == before);
        QCOMPARE(m_log->lines().last(), QByteArray("game:loaded {\"slot\":\"a\",\"timestamp\":1768469443000,"
                                                   "\"playtime\":61000}"));
    }

    void loadsAnOlderSave()
    {
        writeFile(m_dir->filePath(QStringLiteral("save_old.json")),
            "{\"timestamp\":7,\"tutorialSkipped\":true,\"gameData\":{\"tutorialComplete\":true,"
            "\"tutorial\":{\"completedSteps\":4,\"totalSteps\":4},"
            "\"factions\":{\"reputation\":{\"a\":{\"fame\":3,\"infamy\":\"x\"}}}}}");
        const EventLog issues(*m_bus, "worldstate:error");

        QVERIFY(m_manager->load("old"));

        const auto &tutorial = m_store->state().get<TutorialSlice>();
        QVERIFY(tutorial.completed);
        QVERIFY(tutorial.skipped);
        QCOMPARE(tutorial.totalSteps, 4.0);
        QCOMPARE(tutorial.completedSteps.size(), std::size_t{0});
        const auto overview = m_store->select<FactionSlice>(selectFactionOverview);
        QCOMPARE(overview.size(), std::size_t{1});
        QCOMPARE(overview.front().fame, 3.0);
        QCOMPARE(overview.front().attitude, std::string("neutral"));
        QCOMPARE(issues.lines(),
            QByteArrayList{"worldstate:error {\"event\":\"worldstate:hydrate\","
                           "\"field\":\"factions.reputation.a.infamy\",\"expected\":\"a number\","
                           "\"found\":\"string\"}"});
        QCOMPARE(
            m_log->lines(), QByteArrayList{"game:loaded {\"slot\":\"old\",\"timestamp\":7,\"playtime\":0}"});
    }

    void listsTheSlots()
    {
        QVERIFY(m_manager->save("", 0));
        m_clock.now += 1;
        QVERIFY(m_manager->save(slotName(3), 0));

        const auto list = m_manager->listSlots();

        QVERIFY(list);
        QCOMPARE(shownSlots(*list), QByteArrayList({"slot3@1768469443001 slot3", "autosave@1768469443000 "}));
    }

    void aSaveThatFailsIsTold()
    {
        const SaveSlots browsed(m_dir->path(), SaveSlots::Access::Browse);
        SaveManager manager({*m_bus, m_clock, m_store.get(), nullptr, &browsed});

        const auto saved = manager.save("A b", 0);

        QVERIFY(!saved);
        QCOMPARE(saved.error().code, std::string("read_only_folder"));
        QCOMPARE(m_log->lines(), QByteArrayList{QByteArray("game:save_failed {\"slot\":\"a-b\",\"error\":\"")
                                                    .append(m_dir->path().toUtf8())
                                                    .append(" is only browsed, not written to\"}")});
    }

    void aLoadThatFailsIsTold_data()
    {
        QTest::addColumn<QByteArray>("content"); // null: no file
        QTest::addColumn<QByteArray>("error");   // behind the path

        QTest::addRow("no such slot") << QByteArray() << QByteArray(" does not exist");
        QTest::addRow("a later version")
            << QByteArray("{\"version\":2,\"gameData\":{}}")
            << QByteArray(": the save is of version 2; this program knows version 1");
        QTest::addRow("no save") << QByteArray("[]") << QByteArray(" is no JSON object: it holds a list");
    }

    void aLoadThatFailsIsTold()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, error);
        const QString path = m_dir->filePath(QStringLiteral("save_a.json"));
        if (!content.isNull())
            writeFile(path, content);
        m_bus->emitEvent({"tutorial:started", 5, JsonObject()});
        const WorldState before = m_store->snapshot();

        QVERIFY(!m_manager->load("a"));

        QCOMPARE(m_log->lines(), QByteArrayList{QByteArray("game:load_failed {\"slot\":\"a\",\"error\":\"")
                                                    .append(path.toUtf8())
                                                    .append(error)
                                                    .append("\"}")});
        QVERIFY(m_store->state() == before);
    }

    void partsThatAreMissing_data()
    {
        QTest::addColumn<bool>("hasStore");
        QTest::addColumn<bool>("hasSlots");
        QTest::addColumn<QByteArray>("code");

        QTest::addRow("no slots") << true << false << QByteArray("no_slots");
        QTest::addRow("no store") << false << true << QByteArray("no_state");
        QTest::addRow("neither") << false << false << QByteArray("no_slots");
    }

    void partsThatAreMissing()
    {
        QFETCH(bool, hasStore);
        QFETCH(bool, hasSlots);
        QFETCH(QByteArray, code);
        SaveManager manager({*m_bus, m_clock, hasStore ? m_store.get() : nullptr, nullptr,
            hasSlots ? m_saves.get() : nullptr});

        const auto saved = manager.save("a", 0);
        const auto loaded = manager.load("a");
        const auto list = manager.listSlots();

        QCOMPARE(QByteArray::fromStdString(saved.error().code), code);
        QCOMPARE(QByteArray::fromStdString(loaded.error().code), code);
        QCOMPARE(list.has_value(), hasSlots);
        QCOMPARE(m_log->names(), QByteArrayList({"game:save_failed", "game:load_failed"}));
    }

    void eventsCarryTheTimeOfTheClock()
    {
        std::vector<TimeMs> times;
        const auto subscription =
            m_bus->subscribe("game:*", [&](const Event &event) { times.push_back(event.timestamp); });

        QVERIFY(m_manager->save("a", 0));
        m_clock.now += 1;
        QVERIFY(m_manager->load("a"));
        m_clock.now += 1;
        QVERIFY(!m_manager->load("b"));

        QCOMPARE(times, std::vector<TimeMs>({m_clock.now - 2, m_clock.now - 1, m_clock.now}));
    }

private:
    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SaveSlots> m_saves;
    std::unique_ptr<EventBus> m_bus;
    std::unique_ptr<WorldStateStore> m_store;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<SaveManager> m_manager;
};

QTEST_APPLESS_MAIN(tst_SaveManagerSlots)
#include "tst_SaveManagerSlots.moc"
