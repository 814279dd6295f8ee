// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/InspectorArtifacts.h"
#include "core/base/FixedClock.h"
#include "core/saves/SaveManager.h"
#include "core/session/SessionInput.h"
#include "core/session/SessionReader.h"
#include "core/session/SessionReplay.h"
#include "core/telemetry/MemoryTelemetryWriter.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/Program.h"

#include <QByteArray>
#include <QIODevice>
#include <QObject>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

SessionReplay::Options limitsOf(const ConformanceCase &c)
{
    SessionReplay::Options limits;
    limits.store.promptHistoryLimit = c.promptHistory;
    limits.store.promptSnapshotLimit = c.promptSnapshots;
    limits.transcriptEntries = static_cast<std::size_t>(c.transcriptEntries);
    return limits;
}

void replayAll(QIODevice &device, SessionReplay &replay)
{
    SessionReader reader(device, {});
    SessionRecord record;
    while (true) {
        const Result<bool> more = reader.next(record);
        QVERIFY2(more, more ? "" : more.error().message.c_str());
        if (!*more)
            return;
        replay.apply(record, reader.report());
    }
}

FileContents exportedInMemory(SessionReplay &replay, const ConformanceCase &c)
{
    const FixedClock clock(c.generatedAt);
    SaveManager saves({replay.bus(), clock, &replay.store(), &replay.recorder()});
    TelemetryArtifactWriterAdapter adapter(nullptr, clock);
    const auto memory = std::make_shared<MemoryTelemetryWriter>();
    adapter.add(memory);
    SaveManager::ExportOptions options;
    options.artifacts.formats = allArtifactFormats();
    options.artifacts.prefix = c.prefix.toStdString();
    options.adapter = &adapter;
    const auto report = saves.exportInspectorSummary(options);
    FileContents files;
    for (const Artifact &artifact : memory->artifacts())
        files.insert(QString::fromStdString(artifact.filename), QByteArray::fromStdString(artifact.content));
    return report ? withPlainSnapshotName(files) : FileContents();
}

} // namespace

class tst_Conformance : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void throughTheLibrary_data() { addCases(); }
    void throughTheLibrary()
    {
        QFETCH(QString, name);
        const ConformanceCase c = ConformanceCase::load(name);
        const auto input = SessionInput::openFile(c.session().toStdString());
        QVERIFY(input);
        SessionReplay replay(limitsOf(c));

        replayAll(input->device(), replay);

        QCOMPARE(differenceOf(exportedInMemory(replay, c), c.expected()), QByteArray());
    }

    void throughTheProgram_data() { addCases(); }
    void throughTheProgram()
    {
        QFETCH(QString, name);
        const ConformanceCase c = ConformanceCase::load(name);
        const QTemporaryDir out;

        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--export"), QStringLiteral("-q"), QStringLiteral("--formats"),
                QStringLiteral("all"), QStringLiteral("--artifact-dir"), out.path(),
                QStringLiteral("--prefix"), c.prefix, QStringLiteral("--clock"),
                QString::number(static_cast<qint64>(c.generatedAt)), QStringLiteral("--prompt-history"),
                QString::number(c.promptHistory), QStringLiteral("--prompt-snapshots"),
                QString::number(c.promptSnapshots), QStringLiteral("--transcript-entries"),
                QString::number(c.transcriptEntries), c.session()});

        QCOMPARE(run.err, QByteArray());
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(differenceOf(withPlainSnapshotName(artifactsOf(out.path())), c.expected()), QByteArray());
    }

    void snapshotOpensAsItself_data() { addCases(); }
    void snapshotOpensAsItself()
    {
        QFETCH(QString, name);
        const ConformanceCase c = ConformanceCase::load(name);
        const auto input = SessionInput::openFile(c.folder.toStdString() + "/expected/snapshot.json");
        QVERIFY(input);
        SessionReplay replay;

        replayAll(input->device(), replay);

        const std::string again =
            toJsonText(snapshotJson(replay.store().state()), JsonLayout::Indented) + '\n';
        QCOMPARE(QByteArray::fromStdString(again), c.expected().value(QStringLiteral("snapshot.json")));
    }

private:
    static void addCases()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = ConformanceCase::names();
        QVERIFY(names.size() >= 40);
        for (const QString &name : names)
            QTest::addRow("%s", qUtf8Printable(name)) << name;
    }
};

QTEST_GUILESS_MAIN(tst_Conformance)
#include "tst_Conformance.moc"
