// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/EngineHarness.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

using Phase = InspectorFrame::Phase;

/// A file in a folder of its own.
class SessionOnDisk
{
public:
    explicit SessionOnDisk(const QByteArray &content) { append(content); }

    void append(const QByteArray &content) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("s.ndjson")); }
    [[nodiscard]] SessionSource source() const
    {
        return {SessionSource::Kind::File, path().toStdString(), {}, 1};
    }

private:
    QTemporaryDir m_folder;
};

QByteArray markers(int count)
{
    return QByteArray("{\"type\":\"marker\",\"timestamp\":1,\"label\":\"x\"}\n").repeated(count);
}

} // namespace

class tst_InspectorEngine : public QObject
{
    Q_OBJECT

private slots:
    void readsASession()
    {
        const QByteArray text = RandomSession(5).text(3000);
        const PlayedSession played(text);
        const SessionOnDisk file(text);
        EngineHarness harness;

        harness.engine.open(file.source());
        const InspectorFramePtr frame = harness.waitUntilRead();

        QCOMPARE(frame->phase, Phase::Ready);
        QCOMPARE(frame->session, std::uint64_t{1});
        QCOMPARE(frame->size(), std::uint64_t{played.records.size()});
        QCOMPARE(frame->report->issues, played.report.issues);
        QVERIFY(frame->isFollowed);
    }

    void showsTheStateAtTheCursor()
    {
        const QByteArray text = RandomSession(6).text(500);
        const PlayedSession played(text);
        const SessionOnDisk file(text);
        EngineHarness harness;
        harness.engine.open(file.source());
        harness.waitUntilRead();

        const std::uint64_t last = played.records.size();
        for (const std::uint64_t number : {last, std::uint64_t{1}, last / 2, last - 1}) {
            harness.engine.setCursor(number);
            const InspectorFramePtr frame = harness.waitForCursor(number);
            QVERIFY(frame->state.world == played.states[number].world);
            QVERIFY(!frame->stateError);
        }
    }

    void aCursorBehindTheEndIsAtTheEnd()
    {
        const SessionOnDisk file(markers(7));
        EngineHarness harness;
        harness.engine.open(file.source());
        harness.waitUntilRead();

        harness.engine.setCursor(1000);

        harness.waitForCursor(7);
    }

    void followsAFileThatGrows()
    {
        const SessionOnDisk file(markers(3));
        EngineHarness harness;
        harness.engine.open(file.source());
        harness.engine.followEnd();
        harness.waitForCursor(3);

        file.append(markers(2));

        QCOMPARE(harness.waitForCursor(5)->size(), std::uint64_t{5});
    }

    void saysThatTheFileIsNotWhatItWas()
    {
        const SessionOnDisk file(markers(3));
        EngineHarness harness;
        harness.engine.open(file.source());
        harness.waitUntilRead();

        QVERIFY(QFile::resize(file.path(), 10));
        const InspectorFramePtr frame =
            harness.waitFor([](const InspectorFrame &each) { return each.notice.has_value(); });

        QCOMPARE(frame->notice->message,
            file.path().toStdString() + " has become shorter; what was read is shown");
        QVERIFY(!frame->isFollowed);
        QCOMPARE(frame->size(), std::uint64_t{3});
        harness.engine.setCursor(3);
        QVERIFY(harness.waitForCursor(3)->stateError.has_value() ||
                frame->size() == 3); // a window of the file may still be in memory
    }

    void playsTheDemoMission()
    {
        EngineHarness harness;
        harness.engine.open({SessionSource::Kind::Demo, {}, "harbour", 1});
        const InspectorFramePtr frame = harness.waitUntilRead();

        QCOMPARE(frame->phase, Phase::Ready);
        QVERIFY(frame->size() > 300);
        QVERIFY(frame->tracks->factions.size() > 3);
        QVERIFY(!frame->isFollowed);
    }

    void failsWithWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("code");

        QTest::addRow("no session") << QByteArray("hello\n") << QByteArray("not_understood");
        QTest::addRow("a later format")
            << QByteArray("{\"type\":\"session\",\"schema\":\"telemetry-session/2\"}\n")
            << QByteArray("future_session");
    }

    void failsWithWhatIsWrong()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, code);
        const SessionOnDisk file(content);
        EngineHarness harness;

        harness.engine.open(file.source());
        const InspectorFramePtr frame = harness.waitUntilRead();

        QCOMPARE(frame->phase, Phase::Failed);
        QCOMPARE(QByteArray::fromStdString(frame->error->code), code);
    }

    // What a game has only begun to write looks like no session at first.
    void aFileThatFailedIsReadAgainOnceItGrows()
    {
        const SessionOnDisk file("{\"type\":\"mark");
        EngineHarness harness;
        harness.engine.open(file.source());
        QCOMPARE(harness.waitUntilRead()->phase, Phase::Failed);

        file.append("er\",\"timestamp\":1,\"label\":\"a\"}\n");

        const InspectorFramePtr frame =
            harness.waitFor([](const InspectorFrame &each) { return each.phase == Phase::Ready; });
        QCOMPARE(frame->size(), std::uint64_t{1});
    }

    void aFileThatFailedIsNotReadAgainForNothing()
    {
        constexpr int lines = 100'000; // more than is read at once, so that there is more than was read
        const SessionOnDisk file(
            "{\"type\":\"session\",\"schema\":\"telemetry-session/99\"}\n" + markers(lines));
        EngineHarness harness;
        harness.engine.open(file.source());
        const InspectorFramePtr failed = harness.waitUntilRead();
        QCOMPARE(failed->phase, Phase::Failed);

        // The engine looks at the file with whatever it is asked.
        for (const char *words : {"a", "b", "c"}) {
            harness.engine.setFilter(EventFilter::parse(words, FactionCatalogue::builtIn()));
            QCOMPARE(harness.waitFor([](const InspectorFrame &) { return true; })->session, failed->session);
        }
    }

    // Markers and the cursor are somebody's.
    void whatWasReadBeforeAFailureStays()
    {
        const SessionOnDisk file(markers(3) + "{\"type\":\"session\",\"schema\":\"telemetry-session/99\"}\n");
        EngineHarness harness;
        harness.engine.open(file.source());
        const InspectorFramePtr failed = harness.waitUntilRead();
        QCOMPARE(failed->phase, Phase::Failed);
        QCOMPARE(failed->size(), std::uint64_t{3});

        file.append(markers(1));

        for (const char *words : {"a", "b", "c"}) {
            harness.engine.setFilter(EventFilter::parse(words, FactionCatalogue::builtIn()));
            QCOMPARE(harness.waitFor([](const InspectorFrame &) { return true; })->session, failed->session);
        }
    }

    void aFileThatIsNotThere()
    {
        EngineHarness harness;
        harness.engine.open({SessionSource::Kind::File, "/nowhere/s.ndjson", {}, 1});

        QCOMPARE(harness.waitUntilRead()->error->code, std::string("input_missing"));
    }

    void theNextSessionReplacesTheOneBefore()
    {
        const SessionOnDisk first(markers(3));
        const SessionOnDisk second(markers(4));
        EngineHarness harness;
        harness.engine.open(first.source());
        harness.waitUntilRead();
        harness.engine.open(second.source());

        const InspectorFramePtr frame = harness.waitFor(
            [](const InspectorFrame &each) { return each.session == 2 && each.phase == Phase::Ready; });
        QCOMPARE(frame->size(), std::uint64_t{4});
        harness.engine.close();
        harness.waitFor([](const InspectorFrame &each) { return each.phase == Phase::Empty; });
    }

    void filters()
    {
        const QByteArray text = markers(3) + "{\"type\":\"event\",\"timestamp\":1,\"event\":\"a:b\"}\n";
        const SessionOnDisk file(text);
        EngineHarness harness;
        harness.engine.open(file.source());
        harness.waitUntilRead();

        harness.engine.setFilter(EventFilter::parse("type:a:*", FactionCatalogue::builtIn()));
        const InspectorFramePtr frame = harness.waitFor(
            [](const InspectorFrame &each) { return each.filtered && each.filtered->searched == 4; });
        QCOMPARE(frame->filtered->matches.size(), std::size_t{1});
        QCOMPARE(frame->filtered->matches[0], std::uint64_t{4});

        harness.engine.setFilter({});
        harness.waitFor([](const InspectorFrame &each) { return !each.filtered; });
    }

    void tellsWhatRecordsChanged()
    {
        const QByteArray text =
            markers(1) + "{\"type\":\"event\",\"timestamp\":1,\"event\":\"reputation:changed\",\"payload\":"
                         "{\"factionId\":\"x\",\"newFame\":3}}\n";
        const SessionOnDisk file(text);
        EngineHarness harness;
        harness.engine.open(file.source());
        harness.waitUntilRead();

        harness.engine.askDetails(9, {2, 5});
        const InspectorFramePtr frame =
            harness.waitFor([](const InspectorFrame &each) { return each.detailsRequest == 9; });

        const std::vector<RecordDetails> &details = *frame->details;
        QCOMPARE(details.size(), std::size_t{2});
        QCOMPARE(QByteArray::fromStdString(details[0].text), text.split('\n')[1]);
        QCOMPARE(details[0].record.event.value_or(""), std::string("reputation:changed"));
        QVERIFY(details[0].before.get<FactionSlice>().byId.empty());
        QCOMPARE(details[0].after.get<FactionSlice>().byId.find("x")->fame, 3.0);
        QCOMPARE(details[1].error->code, std::string("no_such_record"));
    }

    void endsWhileItReads()
    {
        const SessionOnDisk file(markers(200'000));
        EngineHarness harness;
        harness.engine.open(file.source());
        const InspectorFramePtr frame =
            harness.waitFor([](const InspectorFrame &each) { return each.phase == Phase::Loading; });

        harness.engine.stopLoading();
        const InspectorFramePtr stopped =
            harness.waitFor([](const InspectorFrame &each) { return each.phase == Phase::Ready; });
        QVERIFY(stopped->size() >= frame->size());
        QVERIFY(!stopped->isFollowed);
        QVERIFY(!stopped->isOpening);
        QVERIFY(stopped->isCut);
    }
};

QTEST_GUILESS_MAIN(tst_InspectorEngine)
#include "tst_InspectorEngine.moc"
