// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineBuild.h"
#include "core/session/TimelineReader.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"
#include "tests/support/ShownIssue.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTemporaryFile>
#include <QTest>

using namespace inspector;

namespace {

/// The input as a file, or in memory.
SessionInput inputOf(const QByteArray &text, QTemporaryFile &file, bool onDisk)
{
    if (!onDisk)
        return SessionInput::fromText("game.ndjson", text.toStdString());
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        QTest::qFail("no temporary file", __FILE__, __LINE__);
    return *SessionInput::openFile(file.fileName().toStdString());
}

} // namespace

class tst_TimelineBuild : public QObject
{
    Q_OBJECT

private slots:
    void readsAWholeInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("onDisk");
        const QByteArray session = RandomSession(11).text(300);
        const QByteArray snapshot = "{\n \"tutorial\":{\"currentStep\":\"s\"}}";

        QTest::addRow("a session in a file") << session << true;
        QTest::addRow("a session in memory") << session << false;
        QTest::addRow("a snapshot in a file") << snapshot << true;
        QTest::addRow("a snapshot in memory") << snapshot << false;
        QTest::addRow("nothing") << QByteArray() << false;
    }

    void readsAWholeInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, onDisk);
        const PlayedSession played(text);
        QTemporaryFile file;
        const SessionInput input = inputOf(text, file, onDisk);

        const auto build = buildTimeline(input, {});

        QVERIFY(build.has_value());
        QCOMPARE(build->timeline.size(), std::uint64_t{played.records.size()});
        QCOMPARE(shownIssues(build->report.issues), shownIssues(played.report.issues));
        QCOMPARE(build->report.records, played.report.records);
        TimelineReader reader(build->timeline);
        for (std::uint64_t number = 0; number <= build->timeline.size(); ++number) {
            auto state = reader.stateAt(number);
            QVERIFY(state.has_value());
            QVERIFY(state->world == played.states[number].world);
            QVERIFY(state->transcript == played.states[number].transcript);
        }
        QVERIFY(reader.stateAt(build->timeline.size()) == build->end);
    }

    void tellsHowFarItIs()
    {
        const QByteArray line =
            "{\"type\":\"marker\",\"timestamp\":1,\"label\":\"" + QByteArray(1000, 'x') + "\"}\n";
        const QByteArray text = line.repeated(5000);
        QList<quint64> told;
        const SessionInput input = SessionInput::fromText("x", text.toStdString());

        const auto build = buildTimeline(input, {}, [&](std::uint64_t done, std::uint64_t total) {
            QCOMPARE(quint64{total}, static_cast<quint64>(text.size()));
            told.append(done);
        });

        QVERIFY(build.has_value());
        QVERIFY(told.size() > 3);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.last(), static_cast<quint64>(text.size()));
    }

    void stopsWhenAsked()
    {
        const QByteArray line =
            "{\"type\":\"marker\",\"timestamp\":1,\"label\":\"" + QByteArray(1000, 'x') + "\"}\n";
        const SessionInput input = SessionInput::fromText("game.ndjson", line.repeated(5000).toStdString());
        StopFlag stop;
        quint64 lastTold = 0;

        const auto build = buildTimeline(
            input, {},
            [&](std::uint64_t done, std::uint64_t /*total*/) {
                lastTold = done;
                if (done > 2'000'000)
                    stop.request();
            },
            &stop);

        QCOMPARE(build.error(), (Error{"interrupted", "reading game.ndjson was interrupted", {}}));
        QVERIFY(lastTold < 4'000'000);
    }

    void errorsNameTheInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("error");

        QTest::addRow("another kind of file")
            << QByteArray("[]")
            << QByteArray(
                   "not_understood: game.ndjson: neither a session, a snapshot nor a save: it holds a list");
        QTest::addRow("a later format")
            << QByteArray("{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}")
            << QByteArray("future_session: game.ndjson: the session is of format telemetry-session/2; this "
                          "version knows telemetry-session/1");
    }

    void errorsNameTheInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, error);

        const auto build = buildTimeline(SessionInput::fromText("game.ndjson", text.toStdString()), {});

        QCOMPARE(QByteArray::fromStdString(build.error().code + ": " + build.error().message), error);
    }
};

QTEST_APPLESS_MAIN(tst_TimelineBuild)
#include "tst_TimelineBuild.moc"
