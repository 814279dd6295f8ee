// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/publish/ExportPipeline.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRunner.h"

#include <QDir>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

/// The demo mission, on its way into a folder of its own.
struct DemoExport
{
    QTemporaryDir folder;
    FakeClock clock;
    ScriptedRunner runner;
    StopFlag stop;
    ExportRequest request;
    PublishRequest publishing;
    QByteArrayList events;

    DemoExport()
    {
        request.artifactDir = folder.path().toStdString();
        request.formats = {ArtifactFormat::Json};
        request.prefix = "run";
        request.stop = &stop;
        request.onEvent = [this](
                              const Event &event) { events.append(QByteArray::fromStdString(event.name)); };
    }

    ExportPipeline::Done run(const std::function<void()> &exported = {})
    {
        const ExportPipeline pipeline({clock, runner, EnvironmentVariables(),
            [](std::chrono::milliseconds) {}, [] { return 0.0; }, {}, {}, nullptr, nullptr});
        return pipeline.run(request, publishing, exported);
    }

    [[nodiscard]] QStringList files() const { return QDir(folder.path()).entryList(QDir::Files, QDir::Name); }
};

} // namespace

class tst_ExportPipeline : public QObject
{
    Q_OBJECT

private slots:
    void exportsAndThenPublishes()
    {
        DemoExport demo;
        QStringList before;
        const ExportPipeline::Done done = demo.run([&] { before = demo.files(); });

        QCOMPARE(before.size(), 1); // the artifact; what describes it is still to come
        QVERIFY2(before.constFirst().startsWith(QStringLiteral("run-")), qPrintable(before.constFirst()));
        QCOMPARE(demo.files(), (QStringList{QStringLiteral("SHA256SUMS"), QStringLiteral("ci-artifacts.json"),
                                   QStringLiteral("ci-summary.md"), before.constFirst()}));
        QVERIFY(!done.outcome.error);
        QCOMPARE(QString::fromStdString(done.outcome.manifest),
            QDir(demo.folder.path()).filePath(QStringLiteral("ci-artifacts.json")));
        QVERIFY(!done.outcome.inputs.front().sha256.empty());
        QVERIFY(done.published.dryRun);
    }

    void tellsOfBothInTurn()
    {
        DemoExport demo;
        const ExportPipeline::Done done = demo.run();

        QVERIFY(!done.outcome.manifest.empty());
        QCOMPARE(demo.events.constFirst(), QByteArray("telemetry:export_started"));
        QCOMPARE(demo.events.mid(demo.events.size() - 2),
            (QByteArrayList{"telemetry:ci_publish_started", "telemetry:ci_publish_completed"}));
    }

    void runsWhatTheCallerWants()
    {
        DemoExport demo;
        demo.publishing.dryRun = false;
        PublishCommand command;
        command.program = "upload";
        command.arguments = {"{prefix}"};
        demo.publishing.commands = {command};
        const ExportPipeline::Done done = demo.run();

        QCOMPARE(demo.runner.lines(), QByteArrayList{"upload <run>"});
        QVERIFY(!done.outcome.publishFailed);
    }

    void whatIsRequiredAndFailsIsTold()
    {
        DemoExport demo;
        demo.publishing.dryRun = false;
        demo.publishing.required = true;
        PublishCommand command;
        command.program = "upload";
        demo.publishing.commands = {command};
        CommandRun failed;
        failed.exitCode = 3;
        demo.runner.script = {failed};

        QVERIFY(demo.run().outcome.publishFailed);
    }

    void anotherFileInPlaceOfTheManifestEndsIt()
    {
        DemoExport demo;
        QFile other(QDir(demo.folder.path()).filePath(QStringLiteral("ci-artifacts.json")));
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("mine") == 4);
        other.close();

        const ExportPipeline::Done done = demo.run();

        QVERIFY(done.outcome.error);
        QCOMPARE(done.outcome.error->code, std::string("usage"));
        QCOMPARE(demo.files(), QStringList{QStringLiteral("ci-artifacts.json")});
    }

    void whatIsStoppedIsNotPublished()
    {
        DemoExport demo;
        demo.stop.request();

        const ExportPipeline::Done done = demo.run();

        QCOMPARE(demo.files(), QStringList());
        QVERIFY(done.outcome.manifest.empty());
        QVERIFY(!demo.events.contains("telemetry:ci_publish_started"));
    }
};

QTEST_APPLESS_MAIN(tst_ExportPipeline)
#include "tst_ExportPipeline.moc"
