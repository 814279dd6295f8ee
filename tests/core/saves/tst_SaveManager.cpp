// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveManager.h"
#include "core/state/WorldStateStore.h"
#include "core/telemetry/MemoryTelemetryWriter.h"
#include "core/tutorial/TutorialTranscriptRecorder.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/EventLog.h"
#include "tests/support/FakeClock.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDir>
#include <QObject>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

/// The context that writers and events get, as JSON.
QByteArray context(
    const char *formats, int artifacts, const char *source = "unavailable", const char *more = "")
{
    return QByteArray("{\"prefix\":\"save-inspector\",\"formats\":[")
        .append(formats)
        .append("],\"artifactCount\":")
        .append(QByteArray::number(artifacts))
        .append(",\"source\":\"")
        .append(source)
        .append("\"")
        .append(more)
        .append("}");
}

Result<WrittenArtifact> takesNothing(const Artifact &artifact, const JsonObject & /*context*/)
{
    return failure("mine", "no " + artifact.section);
}

} // namespace

class tst_SaveManager : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bus = std::make_unique<EventBus>();
        m_log = std::make_unique<EventLog>(*m_bus, "telemetry:*");
    }

    void summaryIsTheStateNow()
    {
        WorldStateStore store(*m_bus);
        const TutorialTranscriptRecorder recorder(*m_bus);
        const SaveManager saves({*m_bus, m_clock, &store, &recorder});
        m_bus->emitEvent({"tutorial:started", 5, JsonObject()});

        const InspectorSummary summary = saves.inspectorSummary();
        m_bus->emitEvent({"tutorial:skipped", 6, JsonObject()});

        QCOMPARE(summary.generatedAt, m_clock.now);
        QVERIFY(summary.state);
        QVERIFY(summary.state->get<TutorialSlice>().enabled);
        QVERIFY(!store.state().get<TutorialSlice>().enabled);
        QCOMPARE(summary.transcript.size(), std::size_t{1});
        QCOMPARE(*summary.transcript.front().event, std::string("tutorial_started"));
    }

    void summaryWithoutAStore()
    {
        const InspectorSummary summary = SaveManager({*m_bus, m_clock}).inspectorSummary();

        QCOMPARE(summary.generatedAt, m_clock.now);
        QVERIFY(!summary.state);
        QVERIFY(summary.transcript.empty());
    }

    void tellsBeginningAndEnd()
    {
        WorldStateStore store(*m_bus);
        SaveManager saves({*m_bus, m_clock, &store});
        SaveManager::ExportOptions options = jsonOnly();
        options.context = {{"run", 7}};
        options.writer = [](const Artifact &, const JsonObject &) { return WrittenArtifact{"x", 1}; };

        QVERIFY(saves.exportInspectorSummary(options));

        const QByteArray context = ::context("\"json\"", 1, "worldStateStore", ",\"run\":7");
        QCOMPARE(m_log->lines(),
            QByteArrayList({QByteArray("telemetry:export_started {\"artifactCount\":1,\"context\":")
                                .append(context)
                                .append("}"),
                QByteArray("telemetry:artifacts_written {\"artifactsAttempted\":1,\"artifactsWritten\":1,"
                           "\"failures\":0,\"context\":")
                    .append(context)
                    .append(",\"durationMs\":5,\"writerSummaries\":[{\"id\":\"legacy-writer\","
                            "\"successes\":1,\"failures\":0,\"durationMs\":2}]}"),
                QByteArray("telemetry:export_completed {\"artifactCount\":1,\"context\":")
                    .append(context)
                    .append(",\"metrics\":{\"artifactsAttempted\":1,\"artifactsWritten\":1,\"failures\":0,"
                            "\"durationMs\":5,\"writerSummaries\":[{\"id\":\"legacy-writer\","
                            "\"successes\":1,\"failures\":0,\"durationMs\":2}]}}")}));
    }

    void theCallersContextWins()
    {
        SaveManager saves({*m_bus, m_clock});
        TelemetryArtifactWriterAdapter adapter(m_bus.get(), m_clock);
        const auto memory = std::make_shared<MemoryTelemetryWriter>();
        adapter.add(memory);
        SaveManager::ExportOptions options = jsonOnly();
        options.context = {{"run", 7}, {"prefix", "another"}};
        options.adapter = &adapter;

        QVERIFY(saves.exportInspectorSummary(options));

        QCOMPARE(memory->artifacts().size(), std::size_t{1});
        QCOMPARE(shown(memory->lastContext()),
            QByteArray("{\"prefix\":\"another\",\"formats\":[\"json\"],\"artifactCount\":1,"
                       "\"source\":\"unavailable\",\"run\":7}"));
    }

    void theCallersFunctionComesBeforeTheAdapter()
    {
        SaveManager saves({*m_bus, m_clock});
        TelemetryArtifactWriterAdapter adapter(m_bus.get(), m_clock);
        const auto memory = std::make_shared<MemoryTelemetryWriter>();
        adapter.add(memory);
        SaveManager::ExportOptions options;
        int calls = 0;
        options.writer = [&](const Artifact &, const JsonObject &) -> Result<WrittenArtifact> {
            ++calls;
            return WrittenArtifact{"x", 1};
        };
        options.adapter = &adapter;

        const auto report = saves.exportInspectorSummary(options);

        QVERIFY(report);
        QCOMPARE(calls, 3);
        QVERIFY(memory->artifacts().empty());
        QCOMPARE(report->writers.size(), std::size_t{1});
        QCOMPARE(report->writers[0].id, std::string("legacy-writer"));
    }

    void theAdapterComesBeforeTheFolder()
    {
        const QTemporaryDir dir;
        SaveManager saves({*m_bus, m_clock}, dir.filePath(QStringLiteral("own")).toStdString());
        TelemetryArtifactWriterAdapter adapter(nullptr, m_clock);
        const auto memory = std::make_shared<MemoryTelemetryWriter>();
        adapter.add(memory);
        SaveManager::ExportOptions options;
        options.adapter = &adapter;

        QVERIFY(saves.exportInspectorSummary(options));

        QCOMPARE(memory->artifacts().size(), std::size_t{3});
        QVERIFY(QDir(dir.path()).isEmpty());
        QCOMPARE(m_log->names(), QByteArrayList({"telemetry:export_started", "telemetry:export_completed"}));
    }

    void writesIntoItsOwnFolder()
    {
        const QTemporaryDir dir;
        SaveManager saves({*m_bus, m_clock}, dir.filePath(QStringLiteral("own")).toStdString());

        const auto report = saves.exportInspectorSummary({});

        QVERIFY(report);
        QCOMPARE(report->artifactsWritten, std::size_t{3});
        QCOMPARE(filesOf(dir.filePath(QStringLiteral("own"))).keys(),
            QStringList({QStringLiteral("save-inspector-cascade-targets-20260115T093043Z.csv"),
                QStringLiteral("save-inspector-summary-20260115T093043Z.json"),
                QStringLiteral("save-inspector-tutorial-snapshots-20260115T093043Z.csv")}));
    }

    void aCallersFunctionMayFailOnOne()
    {
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options;
        QByteArrayList seen;
        options.writer = [&](const Artifact &artifact, const JsonObject &) -> Result<WrittenArtifact> {
            seen.append(QByteArray::fromStdString(artifact.section));
            if (artifact.section == "cascade")
                return failure("mine", "not that one");
            return WrittenArtifact{"x", 1};
        };

        const auto report = saves.exportInspectorSummary(options);

        QVERIFY(report);
        QCOMPARE(seen, QByteArrayList({"json", "cascade", "tutorial"}));
        QCOMPARE(report->artifactsWritten, std::size_t{2});
        QCOMPARE(m_log->names(), QByteArrayList({"telemetry:export_started", "telemetry:artifact_failed",
                                     "telemetry:artifacts_written", "telemetry:export_completed"}));
        QCOMPARE(m_log->lines().at(1),
            QByteArray("telemetry:artifact_failed {\"writerId\":\"legacy-writer\",\"filename\":"
                       "\"save-inspector-cascade-targets-20260115T093043Z.csv\",\"errorMessage\":"
                       "\"not that one\",\"context\":")
                .append(context("\"json\",\"csv\"", 3))
                .append("}"));
    }

    void failsWhenNothingIsWritten()
    {
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options = jsonOnly();
        options.writer = takesNothing;

        const auto report = saves.exportInspectorSummary(options);

        QVERIFY(report);
        QCOMPARE(report->failures.size(), std::size_t{1});
        QCOMPARE(m_log->names(), QByteArrayList({"telemetry:export_started", "telemetry:artifact_failed",
                                     "telemetry:artifacts_written", "telemetry:export_failed"}));
        QCOMPARE(
            m_log->lines().last(), QByteArray("telemetry:export_failed {\"artifactCount\":1,\"context\":")
                                       .append(context("\"json\"", 1))
                                       .append(",\"errorMessage\":\"no json\"}"));
    }

    void noFormatsAreNoFailure()
    {
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options;
        options.artifacts.formats.clear();
        options.writer = takesNothing;

        QVERIFY(saves.exportInspectorSummary(options));

        QCOMPARE(m_log->names(), QByteArrayList({"telemetry:export_started", "telemetry:artifacts_written",
                                     "telemetry:export_completed"}));
    }

    void aBadPrefixFails_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("message");

        QTest::addRow("empty") << QByteArray("") << QByteArray("the name '' is empty");
        QTest::addRow("a path") << QByteArray("a/b") << QByteArray("the name 'a/b' holds a path separator");
    }

    void aBadPrefixFails()
    {
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, message);
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options;
        options.artifacts.prefix = prefix.toStdString();
        int calls = 0;
        options.writer = [&](const Artifact &, const JsonObject &) -> Result<WrittenArtifact> {
            ++calls;
            return WrittenArtifact{"x", 1};
        };

        const auto report = saves.exportInspectorSummary(options);

        QVERIFY(!report);
        QCOMPARE(report.error().code, std::string("bad_name"));
        QCOMPARE(calls, 0);
        const QByteArray context = ::context("\"json\",\"csv\"", 0).replace("save-inspector", prefix);
        QCOMPARE(m_log->lines(),
            QByteArrayList({QByteArray("telemetry:export_started {\"artifactCount\":0,\"context\":")
                                .append(context)
                                .append("}"),
                QByteArray("telemetry:export_failed {\"artifactCount\":0,\"context\":")
                    .append(context)
                    .append(",\"errorMessage\":\"")
                    .append(message)
                    .append("\"}")}));
    }

    void eventsCarryTheTimeOfTheClock()
    {
        std::vector<TimeMs> times;
        const auto subscription =
            m_bus->subscribe("telemetry:*", [&](const Event &event) { times.push_back(event.timestamp); });
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options = jsonOnly();
        options.writer = takesNothing;

        QVERIFY(saves.exportInspectorSummary(options));

        QCOMPARE(times, std::vector<TimeMs>(4, m_clock.now));
    }

private:
    static SaveManager::ExportOptions jsonOnly()
    {
        SaveManager::ExportOptions options;
        options.artifacts.formats = {ArtifactFormat::Json};
        return options;
    }

    FakeClock m_clock;
    std::unique_ptr<EventBus> m_bus;
    std::unique_ptr<EventLog> m_log;
};

QTEST_APPLESS_MAIN(tst_SaveManager)
#include "tst_SaveManager.moc"
