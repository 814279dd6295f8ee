// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/MemoryTelemetryWriter.h"
#include "core/telemetry/TelemetryArtifactWriterAdapter.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestJson.h"

#include <QtTest>

#include <stdexcept>

using namespace inspector;

namespace {

const std::vector<Artifact> twoArtifacts{{"json", "json", "one.json", "application/json", "{}\n"},
    {"csv", "cascade", "two.csv", "text/csv", "a\n"}};

/// A nameless writer whose finish() fails.
class NamelessWriter final : public ArtifactWriter
{
public:
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &) override
    {
        return WrittenArtifact{artifact.filename, artifact.content.size()};
    }
    [[nodiscard]] Result<void> finish() override { return failure("sync_failed", "not synced"); }
};

Result<WrittenArtifact> failsOnTwo(const Artifact &artifact, const JsonObject &)
{
    if (artifact.filename == "two.csv")
        return failure("write_failed", "no space");
    return WrittenArtifact{"/" + artifact.filename, artifact.content.size()};
}

Result<WrittenArtifact> throws(const Artifact &artifact, const JsonObject &)
{
    if (artifact.filename == "two.csv")
        throw 42;
    throw std::runtime_error("broken");
}

} // namespace

class tst_TelemetryArtifactWriterAdapter : public QObject
{
    Q_OBJECT

private slots:
    void failuresStopNothingElse()
    {
        const FakeClock clock;
        EventBus bus;
        QByteArrayList events;
        const auto subscription = bus.subscribe("telemetry:*", [&](const Event &event) {
            events.append(QByteArray::fromStdString(event.name).append(' ').append(shown(event.payload)));
        });
        TelemetryArtifactWriterAdapter adapter(&bus, clock);
        const auto memory = std::make_shared<MemoryTelemetryWriter>();
        adapter.add("partial", failsOnTwo);
        adapter.add("throwing", throws);
        adapter.add(std::make_shared<NamelessWriter>());
        adapter.add(memory);

        const ExportReport report = adapter.writeAll(twoArtifacts, {{"run", 7}});

        QCOMPARE(report.artifactsAttempted, std::size_t{2});
        QCOMPARE(report.artifactsWritten, std::size_t{2});
        QByteArrayList summaries;
        for (const auto &writer : report.writers) {
            summaries.append(shown(JsonArray{
                writer.id, writer.attempted, writer.successes, writer.failures, writer.durationMs}));
        }
        QCOMPARE(summaries, QByteArrayList({R"(["partial",2,1,1,3])", R"(["throwing",2,0,2,3])",
                                R"(["writer_3",2,2,1,3])", R"(["memory",2,2,0,3])"}));
        QByteArrayList failures;
        for (const auto &failed : report.failures)
            failures.append(shown(JsonArray{failed.writer, failed.filename, failed.error.message}));
        QCOMPARE(failures,
            QByteArrayList({R"(["throwing","one.json","the writer threw: broken"])",
                R"(["partial","two.csv","no space"])", R"(["throwing","two.csv","the writer threw"])",
                R"(["writer_3","","not synced"])"}));
        QByteArrayList written;
        for (const auto &each : report.written)
            written.append(
                shown(JsonArray{each.artifact, each.writer, each.path, each.bytes, each.durationMs}));
        QCOMPARE(written, QByteArrayList({R"([0,"partial","/one.json",3,1])",
                              R"([0,"writer_3","one.json",3,1])", R"([0,"memory","memory:one.json",3,1])",
                              R"([1,"writer_3","two.csv",2,1])", R"([1,"memory","memory:two.csv",2,1])"}));
        QCOMPARE(shown(memory->lastContext()), QByteArray(R"({"run":7})"));
        QCOMPARE(memory->artifacts(), twoArtifacts);

        QCOMPARE(events.size(), 5);
        QCOMPARE(events[1],
            QByteArray(
                R"(telemetry:artifact_failed {"writerId":"partial","filename":"two.csv","errorMessage":"no space","context":{"run":7}})"));
        QVERIFY2(
            events.last().startsWith(
                R"(telemetry:artifacts_written {"artifactsAttempted":2,"artifactsWritten":2,"failures":4,"context":{"run":7},"durationMs":)"),
            events.last().constData());
        QVERIFY2(events.last().contains(
                     R"("writerSummaries":[{"id":"partial","successes":1,"failures":1,"durationMs":3},)"),
            events.last().constData());
    }

    void worksWithoutABusAndWithoutWriters()
    {
        const FakeClock clock;

        const ExportReport report = TelemetryArtifactWriterAdapter(nullptr, clock).writeAll(twoArtifacts, {});

        QCOMPARE(report.artifactsAttempted, std::size_t{2});
        QCOMPARE(report.artifactsWritten, std::size_t{0});
        QVERIFY(report.failures.empty());
    }

    void memoryKeepsTheLastOfAName()
    {
        MemoryTelemetryWriter memory;
        Artifact again = twoArtifacts[0];
        again.content = "[]\n";

        QVERIFY(memory.write(twoArtifacts[0], {}));
        QVERIFY(memory.write(again, {}));

        QCOMPARE(memory.artifacts(), std::vector<Artifact>{again});
    }
};

QTEST_APPLESS_MAIN(tst_TelemetryArtifactWriterAdapter)
#include "tst_TelemetryArtifactWriterAdapter.moc"
