// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/AutosaveBurst.h"
#include "core/state/WorldStateStore.h"
#include "tests/support/EventLog.h"
#include "tests/support/FakeClock.h"
#include "tests/support/SampleSave.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

class tst_AutosaveBurst : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_bus = std::make_unique<EventBus>();
        m_store = std::make_unique<WorldStateStore>(*m_bus);
        m_game = std::make_unique<EventLog>(*m_bus, "game:*");
        m_telemetry = std::make_unique<EventLog>(*m_bus, "telemetry:*");
        m_waits.clear();
    }

    void savesAgainAndAgain()
    {
        const auto report = run({}, SaveSlots::Access::Own);

        QCOMPARE(report.iterations, std::size_t{20});
        QCOMPARE(report.slot, std::string("autosave"));
        QVERIFY(report.failures.empty());
        QVERIFY(!report.exported);
        QCOMPARE(m_game->lines(), QByteArrayList(20, "game:saved {\"slot\":\"autosave\","
                                                     "\"timestamp\":1768469443000,\"playtime\":61000}"));
        QCOMPARE(m_telemetry->lines(), QByteArrayList{completed(20, 0, "autosave")});
        QCOMPARE(
            shownSlots(*SaveSlots(m_dir->path()).list()), QByteArrayList{"autosave@1768469443000 autosave"});
        QVERIFY(m_waits.empty());
    }

    void iterations_data()
    {
        QTest::addColumn<int>("iterations");
        QTest::addColumn<int>("delay"); // ms
        QTest::addColumn<int>("waits");

        QTest::addRow("none") << 0 << 50 << 0;
        QTest::addRow("one waits for nothing") << 1 << 50 << 0;
        QTest::addRow("between two") << 2 << 50 << 1;
        QTest::addRow("between each") << 5 << 7 << 4;
        QTest::addRow("no delay") << 5 << 0 << 0;
        QTest::addRow("a delay below 0") << 3 << -5 << 0;
    }

    void iterations()
    {
        QFETCH(int, iterations);
        QFETCH(int, delay);
        QFETCH(int, waits);
        AutosaveBurst::Options options;
        options.iterations = static_cast<std::size_t>(iterations);
        options.delay = std::chrono::milliseconds(delay);
        options.slot = "My Burst";

        const auto report = run(options, SaveSlots::Access::Own);

        QCOMPARE(report.slot, std::string("my-burst"));
        QCOMPARE(m_game->names(), QByteArrayList(iterations, "game:saved"));
        QCOMPARE(m_telemetry->lines(), QByteArrayList{completed(iterations, 0, "my-burst")});
        QCOMPARE(m_waits, std::vector<std::chrono::milliseconds>(
                              static_cast<std::size_t>(waits), std::chrono::milliseconds(delay)));
    }

    void failuresAreCounted()
    {
        AutosaveBurst::Options options;
        options.iterations = 3;

        const auto report = run(options, SaveSlots::Access::Browse);

        QCOMPARE(report.failures.size(), std::size_t{3});
        QCOMPARE(report.failures.front().code, std::string("read_only_folder"));
        QCOMPARE(m_game->names(), QByteArrayList(3, "game:save_failed"));
        QCOMPARE(m_telemetry->lines(), QByteArrayList{completed(3, 3, "autosave")});
    }

    void exportsOnceAtTheEnd()
    {
        AutosaveBurst::Options options;
        options.iterations = 2;
        options.exportInspector = true;
        options.exportOptions.artifacts.formats = {ArtifactFormat::Json};
        int calls = 0;
        options.exportOptions.writer = [&](const Artifact &, const JsonObject &) {
            ++calls;
            return WrittenArtifact{"x", 1};
        };

        const auto report = run(options, SaveSlots::Access::Own);

        QCOMPARE(calls, 1);
        QVERIFY(report.exported && *report.exported);
        QCOMPARE((*report.exported)->artifactsWritten, std::size_t{1});
        QCOMPARE(
            m_telemetry->names(), QByteArrayList({"telemetry:export_started", "telemetry:artifacts_written",
                                      "telemetry:export_completed", "telemetry:autosave_burst_completed"}));
        QCOMPARE(m_telemetry->lines().last(), completed(2, 0, "autosave"));
    }

    void anExportThatFailsIsNoFailedSave()
    {
        AutosaveBurst::Options options;
        options.iterations = 1;
        options.exportInspector = true;
        options.exportOptions.artifacts.prefix = "a/b";

        const auto report = run(options, SaveSlots::Access::Own);

        QVERIFY(report.exported && !*report.exported);
        QCOMPARE(m_telemetry->lines().last(), completed(1, 0, "autosave"));
    }

private:
    static QByteArray completed(int iterations, int failures, const char *slot)
    {
        return QByteArray("telemetry:autosave_burst_completed {\"iterations\":")
            .append(QByteArray::number(iterations))
            .append(",\"failures\":")
            .append(QByteArray::number(failures))
            .append(",\"slot\":\"")
            .append(slot)
            .append("\"}");
    }

    AutosaveBurst::Report run(const AutosaveBurst::Options &options, SaveSlots::Access access)
    {
        const SaveSlots saves(m_dir->path(), access);
        SaveManager manager({*m_bus, m_clock, m_store.get(), nullptr, &saves});
        AutosaveBurst burst(
            *m_bus, m_clock, manager, [this](std::chrono::milliseconds time) { m_waits.push_back(time); });
        return burst.run(options, 61'000);
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<EventBus> m_bus;
    std::unique_ptr<WorldStateStore> m_store;
    std::unique_ptr<EventLog> m_game, m_telemetry;
    std::vector<std::chrono::milliseconds> m_waits;
};

QTEST_APPLESS_MAIN(tst_AutosaveBurst)
#include "tst_AutosaveBurst.moc"
