// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/MemoryTelemetryWriter.h"
#include "core/telemetry/TelemetryArtifactWriterAdapter.h"
#include "tests/support/EventLog.h"
#include "tests/support/FakeClock.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTest>

#include <stdexcept>

using namespace inspector;

namespace {

const std::vector<Artifact> twoArtifacts{{"json", "json", "one.json", "application/json", "{}\n"},
    {"csv", "cascade", "two.csv", "text/csv", "a\n"}};

/// A writer that notes what it is asked.
class NotingWriter final : public ArtifactWriter
{
public:
    NotingWriter(std::string id, QByteArrayList &calls, Result<void> finished = {})
        : m_id(std::move(id))
        , m_calls(calls)
        , m_finished(std::move(finished))
    {}
    [[nodiscard]] std::string id() const override { return m_id; }
    [[nodiscard]] Result<WrittenArtifact> write(const Artifact &artifact, const JsonObject &context) override
    {
        note(artifact.filename + ' ' + shown(context).toStdString());
        return WrittenArtifact{m_id + ':' + artifact.filename, artifact.content.size()};
    }
    [[nodiscard]] Result<void> finish() override
    {
        note("finish");
        return m_finished;
    }

private:
    void note(const std::string &call) { m_calls.append(QByteArray::fromStdString(m_id + ": " + call)); }

    std::string m_id;
    QByteArrayList &m_calls;
    Result<void> m_finished;
};

Result<WrittenArtifact> failsOnTwo(const Artifact &artifact, const JsonObject & /*context*/)
{
    if (artifact.filename == "two.csv")
        return failure("write_failed", "no space", "Make some.");
    return WrittenArtifact{"/" + artifact.filename, artifact.content.size()};
}

Result<WrittenArtifact> throws(const Artifact &artifact, const JsonObject & /*context*/)
{
    if (artifact.filename == "two.csv")
        throw 42;
    throw std::runtime_error("broken");
}

Result<WrittenArtifact> takesNothing(const Artifact & /*artifact*/, const JsonObject & /*context*/)
{
    return failure("nothing", "nothing is taken here");
}

QByteArray shownReport(const ExportReport &report)
{
    JsonArray written;
    for (const auto &each : report.written)
        written.push_back(JsonArray{each.artifact, each.writer, each.path, each.bytes, each.durationMs});
    JsonArray failures;
    for (const auto &each : report.failures)
        failures.push_back(JsonArray{each.writer, each.filename, each.error.code, each.error.message});
    JsonArray writers;
    for (const auto &each : report.writers) {
        writers.push_back(JsonArray{each.id, each.attempted, each.successes, each.failures, each.durationMs});
    }
    return shown(JsonObject{{"attempted", report.artifactsAttempted}, {"written", report.artifactsWritten},
        {"durationMs", report.durationMs}, {"files", std::move(written)}, {"failures", std::move(failures)},
        {"writers", std::move(writers)}});
}

} // namespace

class tst_TelemetryArtifactWriterAdapter : public QObject
{
    Q_OBJECT

private slots:
    void handsEveryArtifactToEveryWriterInOrder()
    {
        const FakeClock clock;
        QByteArrayList calls;
        TelemetryArtifactWriterAdapter adapter(nullptr, clock);
        adapter.add(std::make_shared<NotingWriter>("b", calls));
        adapter.add(std::make_shared<NotingWriter>("a", calls));

        const ExportReport report = adapter.writeAll(twoArtifacts, {{"run", 7}, {"x", JsonArray{1}}});

        QCOMPARE(calls, QByteArrayList({"b: one.json {\"run\":7,\"x\":[1]}",
                            "a: one.json {\"run\":7,\"x\":[1]}", "b: two.csv {\"run\":7,\"x\":[1]}",
                            "a: two.csv {\"run\":7,\"x\":[1]}", "b: finish", "a: finish"}));
        QCOMPARE(shownReport(report),
            QByteArray(
                "{\"attempted\":2,\"written\":2,\"durationMs\":13,\"files\":[[0,\"b\",\"b:one.json\",3,1],"
                "[0,\"a\",\"a:one.json\",3,1],[1,\"b\",\"b:two.csv\",2,1],[1,\"a\",\"a:two.csv\",2,1]],"
                "\"failures\":[],\"writers\":[[\"b\",2,2,0,3],[\"a\",2,2,0,3]]}"));
    }

    void namesWritersThatHaveNoId()
    {
        const FakeClock clock;
        QByteArrayList calls;
        TelemetryArtifactWriterAdapter adapter(nullptr, clock);
        adapter.add(std::make_shared<NotingWriter>("", calls));
        adapter.add("named", takesNothing);
        adapter.add("", takesNothing);
        adapter.add(std::make_shared<MemoryTelemetryWriter>());

        const ExportReport report = adapter.writeAll({}, {});

        QStringList ids;
        for (const auto &writer : report.writers)
            ids.append(QString::fromStdString(writer.id));
        QCOMPARE(ids.join(u' '), QStringLiteral("writer_1 named writer_3 memory"));
    }

    void aFailureStopsNothingElse_data()
    {
        QTest::addColumn<int>("writer"); // 0 fails on one artifact, 1 throws, 2 fails in finish
        QTest::addColumn<QByteArray>("report");
        QTest::addColumn<QByteArrayList>("events");

        QTest::addRow("fails on one artifact")
            << 0
            << QByteArray("{\"attempted\":2,\"written\":2,\"durationMs\":13,\"files\":[[0,\"bad\",\"/"
                          "one.json\",3,1],"
                          "[0,\"memory\",\"memory:one.json\",3,1],[1,\"memory\",\"memory:two.csv\",2,1]],"
                          "\"failures\":[[\"bad\",\"two.csv\",\"write_failed\",\"no space\"]],"
                          "\"writers\":[[\"bad\",2,1,1,3],[\"memory\",2,2,0,3]]}")
            << QByteArrayList{"telemetry:artifact_failed {\"writerId\":\"bad\",\"filename\":\"two.csv\","
                              "\"errorMessage\":\"no space\",\"context\":{\"run\":7}}",
                   "telemetry:artifacts_written {\"artifactsAttempted\":2,\"artifactsWritten\":2,"
                   "\"failures\":1,\"context\":{\"run\":7},\"durationMs\":13,\"writerSummaries\":["
                   "{\"id\":\"bad\",\"successes\":1,\"failures\":1,\"durationMs\":3},"
                   "{\"id\":\"memory\",\"successes\":2,\"failures\":0,\"durationMs\":3}]}"};
        QTest::addRow("throws")
            << 1
            << QByteArray(
                   "{\"attempted\":2,\"written\":2,\"durationMs\":13,\"files\":["
                   "[0,\"memory\",\"memory:one.json\",3,1],[1,\"memory\",\"memory:two.csv\",2,1]],"
                   "\"failures\":[[\"bad\",\"one.json\",\"writer_threw\",\"the writer threw: broken\"],"
                   "[\"bad\",\"two.csv\",\"writer_threw\",\"the writer threw\"]],"
                   "\"writers\":[[\"bad\",2,0,2,3],[\"memory\",2,2,0,3]]}")
            << QByteArrayList{"telemetry:artifact_failed {\"writerId\":\"bad\",\"filename\":\"one.json\","
                              "\"errorMessage\":\"the writer threw: broken\",\"context\":{\"run\":7}}",
                   "telemetry:artifact_failed {\"writerId\":\"bad\",\"filename\":\"two.csv\","
                   "\"errorMessage\":\"the writer threw\",\"context\":{\"run\":7}}",
                   "telemetry:artifacts_written {\"artifactsAttempted\":2,\"artifactsWritten\":2,"
                   "\"failures\":2,\"context\":{\"run\":7},\"durationMs\":13,\"writerSummaries\":["
                   "{\"id\":\"bad\",\"successes\":0,\"failures\":2,\"durationMs\":3},"
                   "{\"id\":\"memory\",\"successes\":2,\"failures\":0,\"durationMs\":3}]}"};
        QTest::addRow("fails to finish")
            << 2
            << QByteArray("{\"attempted\":2,\"written\":2,\"durationMs\":13,\"files\":[[0,\"bad\",\"bad:one."
                          "json\",3,1],"
                          "[0,\"memory\",\"memory:one.json\",3,1],[1,\"bad\",\"bad:two.csv\",2,1],"
                          "[1,\"memory\",\"memory:two.csv\",2,1]],"
                          "\"failures\":[[\"bad\",\"\",\"sync_failed\",\"not synced\"]],"
                          "\"writers\":[[\"bad\",2,2,1,3],[\"memory\",2,2,0,3]]}")
            << QByteArrayList{"telemetry:artifact_failed {\"writerId\":\"bad\",\"filename\":\"\","
                              "\"errorMessage\":\"not synced\",\"context\":{\"run\":7}}",
                   "telemetry:artifacts_written {\"artifactsAttempted\":2,\"artifactsWritten\":2,"
                   "\"failures\":1,\"context\":{\"run\":7},\"durationMs\":13,\"writerSummaries\":["
                   "{\"id\":\"bad\",\"successes\":2,\"failures\":1,\"durationMs\":3},"
                   "{\"id\":\"memory\",\"successes\":2,\"failures\":0,\"durationMs\":3}]}"};
    }

    void aFailureStopsNothingElse()
    {
        QFETCH(int, writer);
        QFETCH(QByteArray, report);
        QFETCH(QByteArrayList, events);
        const FakeClock clock;
        EventBus bus;
        const EventLog log(bus, "telemetry:*");
        QByteArrayList calls;
        const auto memory = std::make_shared<MemoryTelemetryWriter>();
        TelemetryArtifactWriterAdapter adapter(&bus, clock);
        if (writer == 2)
            adapter.add(std::make_shared<NotingWriter>("bad", calls, failure("sync_failed", "not synced")));
        else
            adapter.add("bad", writer == 0 ? failsOnTwo : throws);
        adapter.add(memory);

        QCOMPARE(shownReport(adapter.writeAll(twoArtifacts, {{"run", 7}})), report);

        QCOMPARE(log.lines(), events);
        QCOMPARE(memory->artifacts(), twoArtifacts);
        QCOMPARE(shown(memory->lastContext()), QByteArray("{\"run\":7}"));
    }

    void anArtifactThatNobodyTookIsNotWritten()
    {
        const FakeClock clock;
        TelemetryArtifactWriterAdapter adapter(nullptr, clock);
        adapter.add("a", failsOnTwo);
        adapter.add("b", takesNothing);

        const ExportReport report = adapter.writeAll(twoArtifacts, {});

        QCOMPARE(report.artifactsAttempted, std::size_t{2});
        QCOMPARE(report.artifactsWritten, std::size_t{1});
        QCOMPARE(report.failures.size(), std::size_t{3});
    }

    void errorsKeepTheirRemedy()
    {
        const FakeClock clock;
        TelemetryArtifactWriterAdapter adapter(nullptr, clock);
        adapter.add("a", failsOnTwo);

        const ExportReport report = adapter.writeAll(twoArtifacts, {});

        QCOMPARE(report.failures.at(0).error, (Error{"write_failed", "no space", "Make some."}));
    }

    void tellsTheEndEvenWhenThereIsNothingToDo()
    {
        FakeClock clock;
        EventBus bus;
        const EventLog log(bus, "telemetry:*");
        TimeMs at = 0;
        const auto subscription =
            bus.subscribe("telemetry:artifacts_written", [&](const Event &event) { at = event.timestamp; });
        clock.now = 4711;

        const ExportReport report = TelemetryArtifactWriterAdapter(&bus, clock).writeAll({}, {});

        QCOMPARE(log.lines(),
            QByteArrayList{"telemetry:artifacts_written {\"artifactsAttempted\":0,\"artifactsWritten\":0,"
                           "\"failures\":0,\"context\":{},\"durationMs\":1,\"writerSummaries\":[]}"});
        QCOMPARE(at, 4711.0);
        QCOMPARE(shownReport(report),
            QByteArray("{\"attempted\":0,\"written\":0,\"durationMs\":1,\"files\":[],\"failures\":[],"
                       "\"writers\":[]}"));
    }

    void canBeUsedAgain()
    {
        const FakeClock clock;
        const auto memory = std::make_shared<MemoryTelemetryWriter>();
        TelemetryArtifactWriterAdapter adapter(nullptr, clock);
        adapter.add(memory);

        const QByteArray first = shownReport(adapter.writeAll(twoArtifacts, {}));

        QCOMPARE(shownReport(adapter.writeAll(twoArtifacts, {})), first);
        QCOMPARE(memory->artifacts(), twoArtifacts);
    }
};

QTEST_APPLESS_MAIN(tst_TelemetryArtifactWriterAdapter)
#include "tst_TelemetryArtifactWriterAdapter.moc"
