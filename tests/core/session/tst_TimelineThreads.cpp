// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineReader.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"
#include "tests/support/StepSession.h"

#include <QByteArray>
#include <QObject>
#include <QTemporaryFile>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>

using namespace inspector;

namespace {

constexpr int readers = 3;

/// What the building thread hands over: the timeline so far, and the state at its end.
struct Frame
{
    SessionTimeline timeline;
    ReplayState state;
};

/// Where the newest frame lies for whoever takes it first; what is taken is shared with the builder alone.
class Desk
{
public:
    void put(Frame frame)
    {
        const std::lock_guard lock(m_mutex);
        m_frame = std::move(frame);
    }
    [[nodiscard]] std::optional<Frame> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_frame, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<Frame> m_frame;
};

} // namespace

/// What several threads may do at once; meant for ThreadSanitizer. Threads of the standard library, because
/// it does not see the locks of the distribution's Qt.
class tst_TimelineThreads : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_onDisk.open() && m_onDisk.write(m_text) == m_text.size() && m_onDisk.flush());
        m_file = *SessionFile::fromDevice(m_onDisk, "x");
    }

    void severalReadTheSameTimeline_data() { layouts(); }
    void severalReadTheSameTimeline()
    {
        QFETCH(quint64, maxFrozenBytes);
        SessionTimeline timeline(m_file, options(maxFrozenBytes));
        build([&](std::size_t i, const SessionReplay &replay) {
            timeline.append(m_played.records[i], m_played.places[i], replay);
        });
        const SessionTimeline &shared = timeline;
        std::atomic<int> wrong = 0;

        inThreads([&](int thread) {
            TimelineReader reader(shared);
            SeededRandom random(static_cast<std::uint64_t>(thread));
            for (int i = 0; i < 300; ++i)
                wrong += isRight(reader, random.below(shared.size() + 1)) ? 0 : 1;
        });

        QCOMPARE(wrong.load(), 0);
    }

    void othersReadWhatIsHandedOver_data() { layouts(); }
    void othersReadWhatIsHandedOver()
    {
        QFETCH(quint64, maxFrozenBytes);
        Desk desk;
        std::atomic<bool> done = false;
        std::atomic<int> wrong = 0;
        std::atomic<int> looked = 0;
        std::thread builder([&] {
            SessionTimeline timeline(m_file, options(maxFrozenBytes));
            build([&](std::size_t i, const SessionReplay &replay) {
                timeline.append(m_played.records[i], m_played.places[i], replay);
                desk.put({timeline, replay.state()});
            });
            done = true;
        });

        inThreads([&](int thread) {
            TimelineReader reader{SessionTimeline(m_file, options(maxFrozenBytes))};
            SeededRandom random(static_cast<std::uint64_t>(thread));
            for (bool last = false; !last;) {
                last = done;
                std::optional<Frame> frame = desk.take();
                if (!frame)
                    continue;
                const std::uint64_t size = frame->timeline.size();
                wrong += frame->state == m_played.states[size] ? 0 : 1;
                frame->state = {};
                reader.follow(std::move(frame->timeline));
                wrong += isRight(reader, random.below(size + 1)) ? 0 : 1;
                ++looked;
            }
        });
        builder.join();

        QCOMPARE(wrong.load(), 0);
        QVERIFY(looked.load() > 0);
    }

private:
    static void layouts()
    {
        QTest::addColumn<quint64>("maxFrozenBytes");
        QTest::addRow("packed keyframes") << quint64{65536};
        QTest::addRow("keyframes that share") << quint64{0};
    }

    static SessionTimeline::Options options(std::uint64_t maxFrozenBytes)
    {
        SessionTimeline::Options options;
        options.keyframes.spacing = 5;
        options.keyframes.maxCount = 40;
        options.keyframes.maxFrozenBytes = maxFrozenBytes;
        return options;
    }

    template <class Each>
    void build(Each each) const
    {
        SessionReplay replay;
        ReadReport report;
        for (std::size_t i = 0; i < m_played.records.size(); ++i) {
            replay.apply(m_played.records[i], report);
            each(i, replay);
        }
    }

    template <class Work>
    static void inThreads(Work work)
    {
        std::vector<std::thread> threads;
        threads.reserve(readers);
        for (int i = 0; i < readers; ++i)
            threads.emplace_back([&work, i] { work(i); });
        for (std::thread &thread : threads)
            thread.join();
    }

    [[nodiscard]] bool isRight(TimelineReader &reader, std::uint64_t number) const
    {
        const auto state = reader.stateAt(number);
        return state && *state == m_played.states[number];
    }

    // Keyframes hold lists of many steps together, until snapshots of the random part end that.
    const QByteArray m_text = stepSession(250, 150) + RandomSession(21).text(250).replace("\xef\xbb\xbf", "");
    const PlayedSession m_played{m_text};
    QTemporaryFile m_onDisk;
    std::shared_ptr<const SessionFile> m_file;
};

QTEST_APPLESS_MAIN(tst_TimelineThreads)
#include "tst_TimelineThreads.moc"
