// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/InspectorArtifacts.h"
#include "core/base/EcmaJson.h"
#include "core/base/FixedClock.h"
#include "core/diff/JsonDiff.h"
#include "core/engine/SessionCopy.h"
#include "core/saves/SaveFile.h"
#include "core/saves/SaveManager.h"
#include "core/session/TimelineReader.h"
#include "tests/support/FolderInMemory.h"
#include "tests/support/JsonPatcher.h"
#include "tests/support/LoadedSession.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"
#include "tests/support/TestJson.h"

using namespace inspector;

namespace {

#if defined(INSPECTOR_SANITIZED) || !defined(__OPTIMIZE__)
constexpr std::uint64_t sessions = 1'000; // a tenth: they take ten times as long
#else
constexpr std::uint64_t sessions = 10'000;
#endif
constexpr std::uint64_t sessionsOfARow = sessions / 10;

// By it a file is known for a session, whatever follows.
const QByteArray firstLine = "{\"type\":\"session\",\"version\":1}\n";

/// A random session, and a random place in it.
struct Case
{
    explicit Case(std::uint64_t seed)
        : random(~seed)
        , text(firstLine + RandomSession(seed).text(1 + static_cast<int>(random.below(40))))
        , played(text)
        , place(random.below(played.states.size()))
    {}

    SeededRandom random;
    QByteArray text;
    PlayedSession played;
    std::size_t place;
};

QByteArray stateText(const WorldState &state)
{
    return shown(snapshotJson(state));
}

QByteArray where(std::uint64_t seed, std::size_t place)
{
    return "seed " + QByteArray::number(static_cast<qulonglong>(seed)) + ", behind record " +
           QByteArray::number(static_cast<qulonglong>(place));
}

} // namespace

/// What holds of each session, on random ones (docs/reliability.md, "Random sessions").
class tst_RandomSessions : public QObject
{
    Q_OBJECT

private slots:
    void theTimelineKnowsEachStateOfAReplay_data() { seeds(); }
    void theTimelineKnowsEachStateOfAReplay()
    {
        QFETCH(quint64, first);
        for (std::uint64_t seed = first; seed < first + sessionsOfARow; ++seed) {
            const Case random(seed);
            const auto loader = loadedSession(random.text);
            QVERIFY(loader != nullptr);
            QCOMPARE(loader->timeline().size(), std::uint64_t{random.played.records.size()});
            TimelineReader reader(loader->timeline());
            const auto state = reader.stateAt(random.place);
            QVERIFY2(
                state && *state == random.played.states[random.place], where(seed, random.place).constData());
        }
    }

    /// Through the text of a save, as it would stand on a disk.
    void aHydratedSnapshotGoesOnAsIfItHadNeverStopped_data() { seeds(); }
    void aHydratedSnapshotGoesOnAsIfItHadNeverStopped()
    {
        QFETCH(quint64, first);
        for (std::uint64_t seed = first; seed < first + sessionsOfARow; ++seed) {
            const Case random(seed);
            const PlayedSession &played = random.played;
            SaveFile save;
            save.gameData = *snapshotJson(played.states[random.place].world).asObject();
            const JsonValue written = json(toJsonText(save.toJson(), JsonLayout::Indented));
            FieldReader reader;
            const auto loaded = SaveFile::fromJson(*written.asObject(), reader);
            QVERIFY(loaded && reader.issues().empty());

            SessionReplay replay;
            replay.store().hydrate(loaded->gameData, played.states[random.place].lastTime.value_or(0));
            ReadReport report;
            for (std::size_t i = random.place; i < played.records.size(); ++i)
                replay.apply(played.records[i], report);

            QVERIFY2(stateText(replay.state().world) == stateText(played.states.back().world),
                where(seed, random.place).constData());
        }
    }

    void aDiffMakesTheHeadOfTheBase_data() { seeds(); }
    void aDiffMakesTheHeadOfTheBase()
    {
        QFETCH(quint64, first);
        for (std::uint64_t seed = first; seed < first + sessionsOfARow; ++seed) {
            Case random(seed);
            const JsonValue base = snapshotJson(random.played.states[random.place].world);
            const JsonValue head =
                snapshotJson(random.played.states[random.random.below(random.played.states.size())].world);
            const JsonValue patched = JsonPatcher::apply(base, jsonPatch(diffJson(base, head)));
            QVERIFY2(JsonPatcher::isSame(patched, head), where(seed, random.place).constData());
        }
    }

    /// Exported, written down as a session again, read, and exported again.
    void whatIsExportedAgainIsTheSame_data() { seeds(); }
    void whatIsExportedAgainIsTheSame()
    {
        QFETCH(quint64, first);
        const FolderInMemory dir;
        const std::string path = dir.filePath(QStringLiteral("copy.ndjson")).toStdString();
        for (std::uint64_t seed = first; seed < first + sessionsOfARow; ++seed) {
            const Case random(seed);
            const auto loader = loadedSession(random.text);
            QVERIFY(loader != nullptr);
            QVERIFY(copySession(loader->timeline(), {}, path));
            QFile copy(QString::fromStdString(path));
            QVERIFY(copy.open(QIODevice::ReadOnly));
            const QByteArray text = copy.readAll();

            const QByteArrayList once = exported(random.text);
            const QByteArrayList again = exported(text);

            QVERIFY(!once.isEmpty());
            QVERIFY2(once == again, where(seed, random.played.records.size()).constData());
        }
    }

private:
    /// Rows of some, as Qt Test gives each of them five minutes, and a slow build needs longer for all.
    static void seeds()
    {
        QTest::addColumn<quint64>("first");
        for (quint64 first = 1; first <= sessions; first += sessionsOfARow)
            QTest::addRow("from %llu", first) << first;
    }

    /// All that is exported of the state at the end, one text an artifact.
    static QByteArrayList exported(const QByteArray &text)
    {
        SessionReplay replay;
        ReadReport report;
        for (const SessionRecord &record : PlayedSession(text).records)
            replay.apply(record, report);
        const FixedClock clock(replay.lastTime().value_or(0));
        const SaveManager manager({replay.bus(), clock, &replay.store(), &replay.recorder()});
        const auto artifacts =
            createInspectorExportArtifacts(manager.inspectorSummary(), {.formats = allArtifactFormats()});
        QByteArrayList texts;
        for (const Artifact &artifact : artifacts.value_or(std::vector<Artifact>()))
            texts.append(QByteArray::fromStdString(artifact.content));
        return texts;
    }
};

QTEST_GUILESS_MAIN(tst_RandomSessions)
#include "tst_RandomSessions.moc"
