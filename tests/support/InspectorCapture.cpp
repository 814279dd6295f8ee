// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/InspectorCapture.h"

#include "core/base/EcmaJson.h"
#include "core/state/WorldState.h"
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/TelemetryExportTask.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <utility>

namespace inspector {

namespace {

constexpr int beforeAll = -1000;
constexpr const char *errorFile = "inspector-telemetry-error.txt";

QString asFileName(const char *text)
{
    QString name = QString::fromUtf8(text == nullptr ? "" : text);
    for (QChar &each : name) {
        if (!each.isLetterOrNumber())
            each = u'-';
    }
    return name;
}

} // namespace

QString InspectorCapture::folderOfTest()
{
    QString folder = qEnvironmentVariable("INSPECTOR_TEST_OUTPUT", QStringLiteral("test-output"));
    folder += u'/' + QFileInfo(QCoreApplication::applicationFilePath()).baseName() + u'/' +
              asFileName(QTest::currentTestFunction());
    if (QTest::currentDataTag() != nullptr)
        folder += u'-' + asFileName(QTest::currentDataTag());
    return QDir::current().absoluteFilePath(folder);
}

InspectorCapture::InspectorCapture(EventBus &bus, const Clock &clock, Options options)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_startedAt(clock.nowMs())
{
    if (m_options.folder.isEmpty())
        m_options.folder = folderOfTest();
    // Before anybody else, whose listener may emit what follows from it. Patterns are heard behind names, so
    // that these are for what changes no state.
    const auto known = actionEvents();
    for (const std::string_view name : known)
        m_subscriptions.push_back(bus.subscribe(
            name, [this](const Event &event) { hear(event); }, beforeAll));
    for (const char *topic : {"*", "*:*", "*:*:*", "*:*:*:*"})
        m_subscriptions.push_back(bus.subscribe(
            topic,
            [this, known](const Event &event) {
                if (std::find(known.begin(), known.end(), event.name) == known.end())
                    hear(event);
            },
            beforeAll));
}

InspectorCapture::~InspectorCapture()
{
    if (!m_result)
        std::ignore = capture();
}

void InspectorCapture::hear(const Event &event)
{
    // What the tool itself tells: no game emits it, and each of the first carries the whole state.
    if (event.name.starts_with("worldstate:") || event.name.starts_with("telemetry:"))
        return;
    m_lines += toJsonText(JsonObject{{"type", "event"}, {"timestamp", event.timestamp}, {"event", event.name},
                              {"payload", event.payload}},
                   JsonLayout::Compact) +
               '\n';
}

void InspectorCapture::addSnapshot(const JsonValue &snapshot, std::optional<JsonValue> transcript)
{
    JsonObject::Members record{{"type", "snapshot"}, {"timestamp", m_clock.nowMs()}, {"snapshot", snapshot}};
    if (transcript)
        record.push_back({"transcript", *std::move(transcript)});
    m_lines += toJsonText(JsonObject(std::move(record)), JsonLayout::Compact) + '\n';
}

Result<JsonValue> InspectorCapture::capture()
{
    if (m_result)
        return *m_result;
    m_subscriptions.clear();
    m_result = write();
    if (!*m_result) {
        const Error &error = m_result->error();
        QDir().mkpath(m_options.folder);
        std::ignore = writeFileAtomically(QDir(m_options.folder).filePath(QString::fromLatin1(errorFile)),
            error.message + ". " + error.remedy + '\n');
    }
    return *m_result;
}

Result<JsonValue> InspectorCapture::write() const
{
    QDir folder(m_options.folder);
    // What an earlier run left there would pass for this one's.
    QDir(folder.absoluteFilePath(QStringLiteral("artifacts"))).removeRecursively();
    for (const char *name : {"session.ndjson", "result.json", errorFile})
        folder.remove(QString::fromLatin1(name));
    if (!folder.mkpath(QStringLiteral(".")))
        return failure("write_failed", m_options.folder.toStdString() + " cannot be made",
            "Choose another folder: INSPECTOR_TEST_OUTPUT.");
    const QString session = folder.absoluteFilePath(QStringLiteral("session.ndjson"));
    if (auto written = writeFileAtomically(
            session, toJsonText(JsonObject{{"type", "session"}, {"schema", "telemetry-session/1"},
                                    {"startedAt", m_startedAt}},
                         JsonLayout::Compact) +
                         '\n' + m_lines);
        !written)
        return tl::unexpected(written.error());
    ExportRequest request;
    request.files = {session.toStdString()};
    request.formats = m_options.formats;
    request.artifactDir = folder.absoluteFilePath(QStringLiteral("artifacts")).toStdString();
    const ExportOutcome outcome = TelemetryExportTask(m_clock).run(request);
    JsonValue result = resultJson(outcome);
    if (auto written = writeFileAtomically(folder.absoluteFilePath(QStringLiteral("result.json")),
            toJsonText(result, JsonLayout::Indented) + '\n');
        !written)
        return tl::unexpected(written.error());
    if (outcome.exitCode() != ExitCode::Done)
        return failure(
            "export_failed", "the export ended with failures", "Read result.json in the same folder.");
    return result;
}

} // namespace inspector
