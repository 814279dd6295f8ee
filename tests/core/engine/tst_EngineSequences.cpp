// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artifacts/InspectorArtifacts.h"
#include "core/live/LiveSession.h"
#include "tests/support/EngineHarness.h"
#include "tests/support/FolderInMemory.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"

#include <QFile>

#include <atomic>

using namespace inspector;

namespace {

constexpr std::uint64_t sequences = 1'000;
constexpr std::uint64_t mostSteps = 24;

std::atomic<int> warnings = 0;

void countWarnings(QtMsgType type, const QMessageLogContext & /*context*/, const QString &message)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    ++warnings;
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

/// The files that are opened, and what one of them has to show.
struct Sessions
{
    Sessions()
        : text(RandomSession(3).text(400))
        , played(text)
    {
        write("some.ndjson", text);
        write("many.ndjson", RandomSession(4).text(6'000));
        write("none.ndjson", "this is no session\n");
    }

    [[nodiscard]] std::string path(const char *name) const
    {
        return dir.filePath(QString::fromLatin1(name)).toStdString();
    }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(dir.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    FolderInMemory dir;
    QByteArray text;
    PlayedSession played;
};

/// Somebody who asks an engine for one thing after the other and waits for none of it.
class Somebody
{
public:
    Somebody(const Sessions &sessions, InspectorEngine &engine, std::uint64_t seed)
        : m_sessions(sessions)
        , m_engine(engine)
        , m_random(seed)
        , m_seed(seed)
    {}

    void doSomething()
    {
        switch (m_random.below(12)) {
        case 0:
        case 1:
            return open(
                m_sessions.path(any({"some.ndjson", "many.ndjson", "none.ndjson", "missing.ndjson"})));
        case 2:
            return m_engine.open({SessionSource::Kind::Demo, {}, "harbour", 1 + m_random.below(3)});
        case 3:
            return m_engine.close();
        case 4:
        case 5:
            return m_engine.setCursor(m_random.below(500));
        case 6:
            return m_engine.followEnd();
        case 7:
            return m_engine.setFilter(EventFilter::parse(
                any({"", "faction:a", "-type:tutorial", "x", "cascade:a>b"}), FactionCatalogue::builtIn()));
        case 8:
            return m_engine.askDetails(++m_request, {m_random.below(500), m_random.below(500)});
        case 9:
            return m_random.below(2) == 0 ? m_engine.stopLoading() : exportWhatIsShown();
        default:
            return m_random.below(2) == 0 || !m_live ? attach() : send();
        }
    }

private:
    [[nodiscard]] const char *any(std::initializer_list<const char *> list)
    {
        return *(list.begin() + m_random.below(list.size()));
    }
    void open(const std::string &path) { m_engine.open({SessionSource::Kind::File, path, {}, 1}); }

    /// A game that attaches, or goes away where one is attached.
    void attach()
    {
        if (m_live) {
            m_live.reset();
            return;
        }
        const std::string name = "live-" + std::to_string(m_seed) + ".ndjson";
        const auto path = m_sessions.path(name.c_str());
        LiveHello hello;
        hello.session = "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + m_seed);
        auto live = LiveSession::open(hello, path, 1);
        QVERIFY2(live, live ? "" : live.error().message.c_str());
        m_live.emplace(std::move(*live));
        open(path);
        m_engine.followEnd();
    }

    void send()
    {
        std::vector<LiveRecord> records;
        for (std::uint64_t i = 1 + m_random.below(20); i > 0; --i) {
            const std::uint64_t seq = m_live->lastSeq() + records.size() + 1;
            records.push_back({seq, "reputation:changed",
                "{\"seq\":" + std::to_string(seq) +
                    ",\"type\":\"event\",\"timestamp\":1,\"event\":\"reputation:changed\",\"payload\":"
                    "{\"factionId\":\"a\",\"newFame\":1}}"});
        }
        QVERIFY(m_live->take(records));
    }

    void exportWhatIsShown()
    {
        if (const InspectorFramePtr frame = m_engine.takeFrame())
            m_shown = frame;
        if (m_shown == nullptr)
            return;
        const InspectorSummary summary{1, m_shown->state.world, {}};
        QVERIFY(createInspectorExportArtifacts(summary, {.formats = allArtifactFormats()}));
    }

    const Sessions &m_sessions;
    InspectorEngine &m_engine;
    SeededRandom m_random;
    std::uint64_t m_seed;
    std::uint64_t m_request = 0;
    std::optional<LiveSession> m_live;
    InspectorFramePtr m_shown;
};

} // namespace

/// Whatever is asked of the engine in whatever order, it ends, and it shows what was asked for last
/// (docs/reliability.md, "Threads"). What it leaks, LeakSanitizer tells.
class tst_EngineSequences : public QObject
{
    Q_OBJECT

private slots:
    void anySequenceEndsWhereItWasAskedTo()
    {
        const Sessions sessions;
        const QtMessageHandler before = qInstallMessageHandler(countWarnings);
        for (std::uint64_t seed = 1; seed <= sequences; ++seed) {
            SeededRandom random(~seed);
            EngineHarness harness;
            Somebody somebody(sessions, harness.engine, seed);
            for (std::uint64_t i = random.below(mostSteps); i > 0; --i)
                somebody.doSomething();
            if (random.below(2) == 0)
                continue; // it is taken away in the middle of whatever it does

            const std::uint64_t place = random.below(sessions.played.states.size());
            const std::string path = sessions.path("some.ndjson");
            harness.engine.open({SessionSource::Kind::File, path, {}, 1});
            harness.engine.setCursor(place);
            const InspectorFramePtr frame = harness.waitFor([&](const InspectorFrame &each) {
                return each.source.path == path && each.phase == InspectorFrame::Phase::Ready &&
                       each.cursor == place;
            });
            QVERIFY2(frame->state == sessions.played.states[place],
                QByteArray::number(static_cast<qulonglong>(seed)).constData());
        }
        qInstallMessageHandler(before);
        QCOMPARE(warnings.load(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_EngineSequences)
#include "tst_EngineSequences.moc"
