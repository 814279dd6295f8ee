// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/InspectorArtifacts.h"
#include "core/base/EcmaJson.h"
#include "core/base/FixedClock.h"
#include "core/diff/JsonDiff.h"
#include "core/engine/SessionCopy.h"
#include "core/engine/SessionLoader.h"
#include "core/saves/SaveFile.h"
#include "core/saves/SaveManager.h"
#include "core/session/TimelineReader.h"
#include "tests/support/FolderInMemory.h"
#include "tests/support/JsonPatcher.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"
#include "tests/support/TestJson.h"

#include <algorithm>

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

// States of a session for each one that is looked up.
constexpr std::size_t placesOfALook = 20;

// More records than a reader reads ahead, in more than two batches.
constexpr int longLines = 1'400;

/// A long one begins each row.
int linesOf(std::uint64_t seed, SeededRandom &random)
{
    constexpr std::uint64_t shortLines = 40;
    const auto more = static_cast<int>(random.below(shortLines));
    return 1 + more + (seed % sessionsOfARow == 1 ? longLines : 0);
}

/// So near to each other that a short session has some; now and then so few that they are thinned out.
KeyframeList::Options nearKeyframes(SeededRandom &random)
{
    KeyframeList::Options options;
    options.spacing = 1 + random.below(8);
    if (random.below(4) == 0)
        options.maxCount = 2 + random.below(4);
    return options;
}

/// A random session, and a random place in it.
struct Case
{
    explicit Case(std::uint64_t seed)
        : random(~seed)
        , text(firstLine + RandomSession(seed).text(linesOf(seed, random)))
        , played(text)
        , place(random.below(played.states.size()))
        , keyframes(nearKeyframes(random))
    {}

    /// As the window reads it, but for the keyframes. nullptr where it cannot be read.
    [[nodiscard]] std::unique_ptr<SessionLoader> loaded() const
    {
        auto loader = SessionLoader::open(SessionInput::fromText("x", text.toStdString()),
            {{}, keyframes, FactionCatalogue::builtIn(), nullptr});
        if (!loader || !(*loader)->readSome([] { return false; }))
            return nullptr;
        return std::move(*loader);
    }

    /// How many keyframes there are at least: one at the start, and one behind each so many records that
    /// change state. Records of much text count as several, so that of few keyframes any may be thinned out
    /// but for the start and one more.
    [[nodiscard]] std::size_t fewestKeyframes() const
    {
        const auto changing = static_cast<std::uint64_t>(
            std::count_if(played.records.begin(), played.records.end(), SessionReplay::changesState));
        const std::uint64_t unthinned = 1 + changing / keyframes.spacing;
        const bool mayBeThinned = keyframes.maxCount < KeyframeList::Options().maxCount;
        return mayBeThinned ? std::min<std::uint64_t>(unthinned, 2) : unthinned;
    }

    SeededRandom random;
    QByteArray text;
    PlayedSession played;
    std::size_t place;
    KeyframeList::Options keyframes;
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
            Case random(seed);
            const PlayedSession &played = random.played;
            const auto loader = random.loaded();
            QVERIFY(loader != nullptr);
            QCOMPARE(loader->timeline().size(), std::uint64_t{played.records.size()});
            const KeyframeList &keyframes = loader->timeline().keyframes();
            QVERIFY2(keyframes.size() >= random.fewestKeyframes(), where(seed, 0).constData());
            QVERIFY2(keyframes.size() <= random.keyframes.maxCount, where(seed, 0).constData());
            TimelineReader reader(loader->timeline());
            for (std::size_t left = 1 + played.states.size() / placesOfALook; left > 0; --left) {
                const auto state = reader.stateAt(random.place);
                QVERIFY2(
                    state && *state == played.states[random.place], where(seed, random.place).constData());
                random.place = random.random.below(played.states.size());
            }
        }
    }

    /// So that there are several batches of records, and keyframes far from the start.
    void theFirstOfARowIsLong()
    {
        const Case first(1);
        QVERIFY(first.played.records.size() > 1'024);
        QVERIFY(first.loaded()->timeline().keyframes().nearest(first.played.records.size()).number > 1'024);
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
            const auto loader = random.loaded();
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
