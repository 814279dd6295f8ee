// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"
#include "tests/support/FileContents.h"
#include "tests/support/InspectorCapture.h"
#include "tests/support/Program.h"
#include "tests/support/TestJson.h"

#include <QTemporaryDir>

using namespace inspector;

namespace {

/// JSON is easier to read here with ' for ".
JsonValue plainJson(QByteArray text)
{
    return json(text.replace('\'', '"').toStdString());
}

void play(EventBus &bus)
{
    bus.emitEvent(
        {"reputation:changed", 1'700'000'000'000, plainJson("{'factionId':'wraith_network','newFame':3}")});
    bus.emitEvent({"worldstate:updated", 1'700'000'000'001, json("{}")});
    bus.emitEvent({"tutorial:started", 1'700'000'000'002, plainJson("{'totalSteps':1}")});
}

} // namespace

class tst_InspectorCapture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("INSPECTOR_TEST_OUTPUT", m_dir.path().toUtf8()); }

    void theFolderIsThatOfTheTest_data()
    {
        QTest::addColumn<int>("nothing");
        QTest::addRow("a row: 1") << 0;
    }

    void theFolderIsThatOfTheTest()
    {
        QCOMPARE(InspectorCapture::folderOfTest(),
            m_dir.filePath(QStringLiteral("tst_InspectorCapture/theFolderIsThatOfTheTest-a-row--1")));
    }

    void makesWhatTheCommandLineMakes()
    {
        EventBus bus;
        const FakeClock clock;
        InspectorCapture capture(bus, clock);
        play(bus);
        capture.addSnapshot(plainJson("{'factions':{'byId':{'wraith_network':{'fame':4}}}}"), json("[]"));

        const Result<JsonValue> result = capture.capture();

        QVERIFY2(result, result ? "" : result.error().message.c_str());
        const QDir folder(capture.folder());
        QCOMPARE(filesOf(folder.path()).keys(),
            (QStringList{QStringLiteral("result.json"), QStringLiteral("session.ndjson")}));
        const QTemporaryDir other;
        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--export"), folder.filePath(QStringLiteral("session.ndjson")),
                QStringLiteral("--formats"), QStringLiteral("all"), QStringLiteral("--artifact-dir"),
                other.path(), QStringLiteral("--clock"), QString::number(clock.now, 'f', 0)});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const FileContents artifacts = filesOf(folder.filePath(QStringLiteral("artifacts")));
        QCOMPARE(differenceOf(artifacts, artifactsOf(other.path())), QByteArray());
        QCOMPARE(artifacts.size(), qsizetype{6});
    }

    void whatFollowsFromAnEventStandsBehindIt()
    {
        EventBus bus;
        const FakeClock clock;
        const auto game = bus.subscribe(
            "reputation:changed",
            [&](const Event &) {
                bus.emitEvent({"faction:attitude_changed", 2, plainJson("{'factionId':'wraith_network'}")});
            },
            0);
        InspectorCapture capture(bus, clock);

        bus.emitEvent({"reputation:changed", 1, plainJson("{'factionId':'wraith_network'}")});

        QVERIFY(capture.capture().has_value());
        const QByteArrayList lines =
            filesOf(capture.folder()).value(QStringLiteral("session.ndjson")).trimmed().split('\n');
        QVERIFY(lines.value(1).contains("reputation:changed"));
        QVERIFY(lines.value(2).contains("faction:attitude_changed"));
    }

    void capturesByItselfWhenItEnds()
    {
        EventBus bus;
        const FakeClock clock;
        QString folder;
        {
            const InspectorCapture capture(bus, clock);
            play(bus);
            folder = capture.folder();
        }
        play(bus); // nobody listens any more

        const QByteArrayList lines =
            filesOf(folder).value(QStringLiteral("session.ndjson")).trimmed().split('\n');
        QCOMPARE(lines.size(), qsizetype{3});
        QVERIFY(lines[1].contains("reputation:changed"));
        QVERIFY(lines[2].contains("tutorial:started"));
    }

    void whatCannotBeCapturedIsSaid()
    {
        EventBus bus;
        const FakeClock clock;
        QFile inTheWay(m_dir.filePath(QStringLiteral("a file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        InspectorCapture capture(
            bus, clock, {allArtifactFormats(), inTheWay.fileName() + QStringLiteral("/below")});

        const Result<JsonValue> result = capture.capture();

        QVERIFY(!result);
        QCOMPARE(result.error().code, std::string("write_failed"));
        QCOMPARE(capture.capture().error(), result.error()); // once
    }

    void aFailureStandsBesideWhatThereIs()
    {
        EventBus bus;
        const FakeClock clock;
        InspectorCapture capture(bus, clock, {{ArtifactFormat::Plots}, {}}); // nobody here draws them
        play(bus);

        QVERIFY(!capture.capture());

        const FileContents files = filesOf(capture.folder());
        QVERIFY(files.contains(QStringLiteral("session.ndjson")));
        QVERIFY(files.value(QStringLiteral("inspector-telemetry-error.txt")).contains("result.json"));
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(tst_InspectorCapture)
#include "tst_InspectorCapture.moc"
