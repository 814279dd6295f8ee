// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineReader.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QObject>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace inspector;

namespace {

constexpr int lines = 120;

/// A session in a file, read as far as it was written, with its timeline.
class Recording
{
public:
    explicit Recording(const SessionTimeline::Options &options)
        : m_options(options)
        , m_replay(options.replay)
    {
        if (!m_file.open())
            QTest::qFail("no temporary file", __FILE__, __LINE__);
        timeline.emplace(*SessionFile::fromDescriptor(m_file.handle(), "game.ndjson"), options);
    }

    void write(const QByteArray &bytes)
    {
        if (m_file.write(bytes) != bytes.size() || !m_file.flush())
            QTest::qFail("not written", __FILE__, __LINE__);
    }

    /// Appends the records of `played` up to #`last`.
    void append(const PlayedSession &played, std::size_t last)
    {
        ReadReport report;
        for (std::size_t i = timeline->size(); i < last; ++i) {
            m_replay.apply(played.records[i], report);
            timeline->append(played.records[i], played.places[i], m_replay);
        }
    }

    [[nodiscard]] bool resize(qint64 size) { return m_file.resize(size); }
    [[nodiscard]] bool overwrite(qint64 offset, const QByteArray &bytes)
    {
        return m_file.seek(offset) && m_file.write(bytes) == bytes.size() && m_file.flush();
    }

    std::optional<SessionTimeline> timeline;

private:
    SessionTimeline::Options m_options;
    SessionReplay m_replay;
    QTemporaryFile m_file;
};

SessionTimeline::Options optionsWith(std::uint64_t spacing, std::size_t maxCount, std::size_t maxFrozenBytes)
{
    SessionTimeline::Options options;
    options.keyframes = {spacing, maxCount, options.keyframes.maxBytes, maxFrozenBytes};
    return options;
}

/// The first of `numbers` at which state or record are not what they were in `played`; nothing if none is.
QByteArray firstDifference(
    TimelineReader &reader, const PlayedSession &played, const std::vector<std::uint64_t> &numbers)
{
    for (const std::uint64_t number : numbers) {
        const QByteArray where = QByteArray::number(static_cast<qulonglong>(number));
        const auto state = reader.stateAt(number);
        if (!state)
            return where + ' ' + QByteArray::fromStdString(state.error().message);
        if (!(*state == played.states[number]))
            return "the state at " + where;
        if (number > 0 && !(reader.recordAt(number).value_or(SessionRecord()) == played.records[number - 1]))
            return "record " + where;
    }
    return {};
}

std::vector<std::uint64_t> upTo(std::size_t last)
{
    std::vector<std::uint64_t> numbers(last + 1);
    std::iota(numbers.begin(), numbers.end(), std::uint64_t{0});
    return numbers;
}

std::vector<std::uint64_t> shuffled(std::vector<std::uint64_t> numbers, std::uint64_t seed)
{
    SeededRandom random(seed);
    for (std::size_t i = numbers.size(); i > 1; --i)
        std::swap(numbers[i - 1], numbers[random.below(i)]);
    return numbers;
}

} // namespace

class tst_TimelineReader : public QObject
{
    Q_OBJECT

private slots:
    void anyStateIsThatOfAReplay_data()
    {
        QTest::addColumn<int>("spacing");
        QTest::addColumn<int>("maxCount");
        QTest::addColumn<int>("maxFrozenBytes");

        QTest::addRow("no keyframes") << 1'000'000 << 2 << 65536;
        QTest::addRow("one per record") << 1 << 10'000 << 65536;
        QTest::addRow("some") << 10 << 10'000 << 65536;
        QTest::addRow("some, not packed") << 10 << 10'000 << 0;
        QTest::addRow("some packed, some not") << 10 << 10'000 << 3000;
        QTest::addRow("thinned") << 1 << 7 << 65536;
        QTest::addRow("thinned, not packed") << 1 << 7 << 0;
    }

    void anyStateIsThatOfAReplay()
    {
        QFETCH(int, spacing);
        QFETCH(int, maxCount);
        QFETCH(int, maxFrozenBytes);
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
            auto options = optionsWith(static_cast<std::uint64_t>(spacing),
                static_cast<std::size_t>(maxCount), static_cast<std::size_t>(maxFrozenBytes));
            options.replay.transcriptEntries = 5 + seed * 10;
            const QByteArray text = RandomSession(seed).text(lines);
            const PlayedSession played(text, options.replay);
            Recording recording(options);
            recording.write(text);
            recording.append(played, played.records.size());
            TimelineReader reader(*recording.timeline);
            const std::vector<std::uint64_t> forward = upTo(played.records.size());
            const std::vector<std::uint64_t> backward(forward.rbegin(), forward.rend());

            QVERIFY(forward.size() > lines / 2);
            QCOMPARE(firstDifference(reader, played, forward), QByteArray());
            QCOMPARE(firstDifference(reader, played, backward), QByteArray());
            QCOMPARE(firstDifference(reader, played, shuffled(forward, seed)), QByteArray());
        }
    }

    void growsWithTheFile()
    {
        const QByteArray text = RandomSession(77).text(lines);
        const PlayedSession played(text);
        Recording recording(optionsWith(3, 20, 65536));
        TimelineReader reader(*recording.timeline);
        qsizetype written = 0;

        for (std::size_t last = 0; last < played.records.size(); last += 20) {
            const RecordPlace &place = played.places[last];
            const auto end = static_cast<qsizetype>(place.offset) + static_cast<qsizetype>(place.length);
            recording.write(text.sliced(written, end - written));
            written = end;
            recording.append(played, last + 1);
            reader.follow(*recording.timeline);
            QCOMPARE(firstDifference(reader, played, shuffled(upTo(last + 1), last)), QByteArray());
        }
    }

    void aRecordThatIsNoLine()
    {
        const QByteArray text = "\xef\xbb\xbf{\"factions\":{\"byId\":{\"a\":{\"fame\":3}}}}\n";
        const PlayedSession played(text);
        Recording recording(optionsWith(1000, 2, 65536));
        recording.write(text);
        recording.append(played, 1);
        TimelineReader reader(*recording.timeline);

        QCOMPARE(recording.timeline->keyframes().nearest(1).number, std::uint64_t{1});
        QCOMPARE(firstDifference(reader, played, {1, 0, 1}), QByteArray());
        QCOMPARE(reader.textAt(1).value_or("?"), text.toStdString());
    }

    void texts()
    {
        const QByteArray text = "\xef\xbb\xbf{\"type\":\"odd\"}\r\n\n7\n {\"type\":\"event\"} ";
        const PlayedSession played(text);
        Recording recording({});
        recording.write(text);
        recording.append(played, 2);
        TimelineReader reader(*recording.timeline);

        QCOMPARE(reader.textAt(1).value_or("?"), std::string(R"({"type":"odd"})"));
        QCOMPARE(reader.textAt(2).value_or("?"), std::string(R"( {"type":"event"} )"));
        QCOMPARE(reader.recordAt(2)->line, std::uint64_t{4});
    }

    void thereIsNoSuchRecord_data()
    {
        QTest::addColumn<quint64>("number");

        QTest::addRow("0") << quint64{0};
        QTest::addRow("behind the last") << quint64{2};
        QTest::addRow("far behind") << ~quint64{0};
    }

    void thereIsNoSuchRecord()
    {
        QFETCH(quint64, number);
        const QByteArray text = R"({"type":"odd"})";
        Recording recording({});
        recording.write(text);
        recording.append(PlayedSession(text), 1);
        TimelineReader reader(*recording.timeline);
        const Error error{"no_such_record",
            "there is no record #" + std::to_string(number) + " in game.ndjson, which has 1",
            "Choose a record from 1 on."};

        QCOMPARE(reader.recordAt(number).error(), error);
        QCOMPARE(reader.textAt(number).error(), error);
        if (number > 0)
            QCOMPARE(reader.stateAt(number).error(), error);
    }

    void aFileThatShrankIsAnError()
    {
        const QByteArray text = RandomSession(5).text(lines);
        const PlayedSession played(text);
        Recording recording(optionsWith(1000, 2, 65536));
        recording.write(text);
        recording.append(played, played.records.size());
        TimelineReader reader(*recording.timeline);
        const std::uint64_t half = played.records.size() / 2;
        const Error changed{
            "input_changed", "game.ndjson changed after it was read: it is shorter now", "Open it again."};

        QVERIFY(recording.resize(static_cast<qint64>(played.places[half].offset)));

        for (std::uint64_t number = half + 1; number <= played.records.size(); ++number) {
            QCOMPARE(reader.recordAt(number).error(), changed);
            const auto state = reader.stateAt(number); // what changes nothing needs no file
            QVERIFY(state ? *state == played.states[number] : state.error() == changed);
        }
        QCOMPARE(reader.stateAt(played.records.size()).error(), changed);
        QCOMPARE(firstDifference(reader, played, upTo(half)), QByteArray());

        QVERIFY(recording.resize(0));
        TimelineReader fresh(*recording.timeline);
        QCOMPARE(fresh.recordAt(1).error(), changed);
    }

    void aRecordThatIsAnotherIsAnError_data()
    {
        QTest::addColumn<QByteArray>("now");

        QTest::addRow("another name") << QByteArray("{\"type\":\"event\",\"timestamp\":5,\"event\":\"a:c\"}");
        QTest::addRow("another type") << QByteArray("{\"type\":\"Event\",\"timestamp\":5,\"event\":\"a:b\"}");
        QTest::addRow("another time") << QByteArray("{\"type\":\"event\",\"timestamp\":6,\"event\":\"a:b\"}");
        QTest::addRow("no record") << QByteArray("{\"typo\":\"event\",\"timestamp\":5,\"event\":\"a:b\"}");
        QTest::addRow("no JSON") << QByteArray(44, '\0');
    }

    void aRecordThatIsAnotherIsAnError()
    {
        QFETCH(QByteArray, now);
        const QByteArray text = "{\"type\":\"event\",\"timestamp\":5,\"event\":\"a:b\"}";
        Recording recording({});
        recording.write(text);
        recording.append(PlayedSession(text), 1);
        QVERIFY(recording.overwrite(0, now));
        TimelineReader reader(*recording.timeline);

        QCOMPARE(reader.recordAt(1).error(),
            (Error{"input_changed", "game.ndjson changed after it was read: record #1 is not there any more",
                "Open it again."}));
    }
};

QTEST_APPLESS_MAIN(tst_TimelineReader)
#include "tst_TimelineReader.moc"
