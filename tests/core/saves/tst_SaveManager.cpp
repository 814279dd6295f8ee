// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SaveManager.h"
#include "core/state/WorldStateStore.h"
#include "core/telemetry/MemoryTelemetryWriter.h"
#include "core/tutorial/TutorialTranscriptRecorder.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/FakeClock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace inspector;

class tst_SaveManager : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_events.clear();
        m_bus = std::make_unique<EventBus>();
        m_subscription =
            m_bus->subscribe("telemetry:*", [this](const Event &event) { m_events.push_back(event); });
    }

    void summaryIsTheStateNow()
    {
        WorldStateStore store(*m_bus);
        const TutorialTranscriptRecorder recorder(*m_bus);
        const SaveManager saves({*m_bus, m_clock, &store, &recorder});
        m_bus->emitEvent({"tutorial:started", 5, JsonObject()});

        const InspectorSummary summary = saves.inspectorSummary();

        QCOMPARE(summary.generatedAt, m_clock.now);
        QCOMPARE(*summary.state, store.state());
        QCOMPARE(summary.transcript.size(), std::size_t{1});
    }

    void writesThroughAnAdapter()
    {
        SaveManager saves({*m_bus, m_clock});
        TelemetryArtifactWriterAdapter adapter(m_bus.get(), m_clock);
        const auto memory = std::make_shared<MemoryTelemetryWriter>();
        adapter.add(memory);
        SaveManager::ExportOptions options;
        options.artifacts.formats = {ArtifactFormat::Json};
        options.context = {{"run", 7}, {"prefix", "another"}};
        options.adapter = &adapter;

        const auto report = saves.exportInspectorSummary(options);

        QVERIFY(report);
        QCOMPARE(memory->artifacts().size(), std::size_t{1});
        const QByteArray context = "{\"prefix\":\"another\",\"formats\":[\"json\"],\"artifactCount\":1,"
                                   "\"source\":\"unavailable\",\"run\":7}";
        QCOMPARE(shown(memory->lastContext()), context);
        QCOMPARE(eventNames(), QStringList({QStringLiteral("telemetry:export_started"),
                                   QStringLiteral("telemetry:artifacts_written"),
                                   QStringLiteral("telemetry:export_completed")}));
        QCOMPARE(shown(m_events.front().payload),
            QByteArray("{\"artifactCount\":1,\"context\":").append(context).append('}'));
        QVERIFY(shown(m_events.back().payload)
                    .contains("\"metrics\":{\"artifactsAttempted\":1,\"artifactsWritten\":1"));
    }

    void aCallersFunctionMayFailOnOne()
    {
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options;
        QStringList seen;
        options.writer = [&](const Artifact &artifact, const JsonObject &) -> Result<WrittenArtifact> {
            seen.append(QString::fromStdString(artifact.section));
            if (artifact.section == "cascade")
                return failure("mine", "not that one");
            return WrittenArtifact{"x", 1};
        };

        const auto report = saves.exportInspectorSummary(options);

        QVERIFY(report);
        QCOMPARE(seen,
            QStringList({QStringLiteral("json"), QStringLiteral("cascade"), QStringLiteral("tutorial")}));
        QCOMPARE(report->artifactsWritten, std::size_t{2});
        QCOMPARE(eventNames(),
            QStringList({QStringLiteral("telemetry:export_started"),
                QStringLiteral("telemetry:artifact_failed"), QStringLiteral("telemetry:artifacts_written"),
                QStringLiteral("telemetry:export_completed")}));
        QVERIFY(shown(m_events[1].payload)
                    .startsWith("{\"writerId\":\"legacy-writer\",\"filename\":\"save-inspector-cascade"));
    }

    void failsWhenNothingIsWritten()
    {
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options;
        options.writer = [](const Artifact &, const JsonObject &) -> Result<WrittenArtifact> {
            return failure("mine", "none of them");
        };

        QVERIFY(saves.exportInspectorSummary(options));

        QCOMPARE(eventNames().last(), QStringLiteral("telemetry:export_failed"));
        QVERIFY(shown(m_events.back().payload).endsWith("\"errorMessage\":\"none of them\"}"));
    }

    void aBadPrefixFails()
    {
        SaveManager saves({*m_bus, m_clock});
        SaveManager::ExportOptions options;
        options.artifacts.prefix = "";

        const auto report = saves.exportInspectorSummary(options);

        QVERIFY(!report);
        QCOMPARE(eventNames(), QStringList({QStringLiteral("telemetry:export_started"),
                                   QStringLiteral("telemetry:export_failed")}));
    }

    void writesIntoItsOwnFolder()
    {
        const QTemporaryDir dir;
        SaveManager saves({*m_bus, m_clock}, dir.filePath(QStringLiteral("own")).toStdString());

        const auto report = saves.exportInspectorSummary({});

        QVERIFY(report);
        QCOMPARE(report->artifactsWritten, std::size_t{3});
        QCOMPARE(filesOf(dir.filePath(QStringLiteral("own"))).size(), 3);
    }

private:
    [[nodiscard]] QStringList eventNames() const
    {
        QStringList names;
        for (const Event &event : m_events)
            names.append(QString::fromStdString(event.name));
        return names;
    }

    FakeClock m_clock;
    std::unique_ptr<EventBus> m_bus;
    EventBus::Subscription m_subscription;
    std::vector<Event> m_events;
};

QTEST_APPLESS_MAIN(tst_SaveManager)
#include "tst_SaveManager.moc"
