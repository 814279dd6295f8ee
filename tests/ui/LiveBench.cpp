// SPDX-License-Identifier: GPL-3.0-or-later
// Measures a game that is attached to the window (docs/performance.md, "Attached"): inspector-live-bench
// [SECONDS]. The game is a process of its own, this program again, which sends what a page with the bridge
// sends: events with the time at which they happened, in batches of 16 ms, 8,192 at most on their way. What
// is measured is the time from an event to the end of the painting that first shows it.
#include "core/base/SystemClock.h"
#include "core/live/LiveProtocol.h"
#include "tests/support/LivePage.h"
#include "tests/ui/WindowMeter.h"
#include "ui/MainWindow.h"
#include "ui/live/LiveAttach.h"

#include <QApplication>
#include <QFont>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

using namespace inspector;

namespace {

constexpr double msPerSecond = 1000;
constexpr double nsPerMillisecond = 1e6;

double nowMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<double>(now.tv_sec) * msPerSecond +
           static_cast<double>(now.tv_nsec) / nsPerMillisecond;
}

QByteArray event(int seq)
{
    constexpr int values = 100;
    const QByteArray number = QByteArray::number(seq);
    return LivePage::json("{'type':'event','timestamp':") + QByteArray::number(nowMs(), 'f', 3) +
           LivePage::json(
               ",'event':'reputation:changed','payload':{'factionId':'cipher_collective','newFame':") +
           QByteArray::number(seq % values) +
           LivePage::json(",'newInfamy':7,'deltaFame':1,'deltaInfamy':0,'reason':'live'},'seq':") + number +
           "}";
}

/// A page with the bridge in it, until all it has to tell was acknowledged.
class Game
{
public:
    Game(const QUrl &url, const QByteArray &token, const QByteArray &session)
        : m_page(url)
    {
        m_page.sayHello(session, token);
        m_page.waitFor("\"welcome\"");
        QObject::connect(&m_page.socket(), &QWebSocket::textMessageReceived, [this](const QString &text) {
            const auto message = parseJson(text.toStdString());
            if (message && (*message->asObject())["type"] == JsonValue("ack"))
                m_acked = static_cast<std::size_t>(*(*message->asObject())["seq"].asNumber());
            flush();
        });
    }

    void play(int perSecond, int seconds)
    {
        constexpr int emitMs = 2;
        constexpr int batchMs = 16;
        const int count = perSecond * seconds;
        m_queue.reserve(static_cast<std::size_t>(count));
        QElapsedTimer since;
        since.start();
        QTimer emitting;
        QTimer flushing;
        for (QTimer *timer : {&emitting, &flushing})
            timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(&emitting, &QTimer::timeout, [&] {
            const qint64 due = std::min<qint64>(count, since.elapsed() * perSecond / 1000);
            while (static_cast<qint64>(m_queue.size()) < due)
                m_queue.push_back(event(static_cast<int>(m_queue.size()) + 1));
        });
        QObject::connect(&flushing, &QTimer::timeout, [&] { flush(); });
        emitting.start(emitMs);
        flushing.start(batchMs);
        waitUntil([&] { return m_acked == static_cast<std::size_t>(count); });
    }

private:
    void flush()
    {
        constexpr std::size_t mostInBatch = 256;
        while (m_sent < m_queue.size() && m_sent - m_acked < live::window) {
            QByteArray batch = "[";
            for (std::size_t i = 0; i < mostInBatch && m_sent < m_queue.size(); ++i, ++m_sent)
                batch += (i == 0 ? "" : ",") + std::exchange(m_queue[m_sent], {});
            m_page.send(batch + "]");
        }
    }

    LivePage m_page;
    std::vector<QByteArray> m_queue;
    std::size_t m_sent = 0, m_acked = 0;
};

/// From each event to the painting that first showed it, ms.
std::vector<double> latencies(
    const SessionTimeline &timeline, const std::vector<std::pair<std::uint64_t, double>> &paintings)
{
    std::vector<double> all;
    std::uint64_t number = 2; // behind the session record
    for (const auto &[size, at] : paintings) {
        for (; number <= size; ++number)
            all.push_back(at - timeline.index().timeOf(number));
    }
    return all;
}

void measure(MainWindow &window, LoopMeter &meter, int perSecond, int seconds)
{
    const QByteArray session = QByteArray(LivePage::firstSession)
                                   .replace(0, 5, QByteArray::number(perSecond).rightJustified(5, '0'));
    std::vector<std::pair<std::uint64_t, double>> paintings;
    const auto isOpen = [&] {
        return window.source().frame().source.path.find(session.toStdString()) != std::string::npos;
    };
    meter.painted = [&] {
        if (isOpen())
            paintings.emplace_back(window.source().frame().size(), nowMs());
    };
    QProcess game;
    game.setProcessChannelMode(QProcess::ForwardedChannels);
    game.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--game"), window.attach().url(), window.attach().token(),
            QString::fromLatin1(session), QString::number(perSecond), QString::number(seconds)});
    waitUntil(isOpen);
    meter.begin();
    const auto expected = 1 + static_cast<std::uint64_t>(perSecond) * static_cast<std::uint64_t>(seconds);
    std::vector<double> resident;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] { resident.push_back(residentMiB()); });
    look.start(static_cast<int>(msPerSecond));
    waitUntil([&] { return window.source().frame().size() >= expected; });
    waitFor(200); // until it is painted too
    game.waitForFinished();
    meter.painted = {};
    meter.print(qPrintable(QStringLiteral("attached, %1 events/s for %2 s").arg(perSecond).arg(seconds)));
    const InspectorFrame &frame = window.source().frame();
    const std::vector<double> late = latencies(*frame.timeline, paintings);
    std::printf("  event to painted: p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms; %lld lost, %llu gaps\n",
        share(late, 0.5), share(late, 0.95), share(late, 0.99), share(late, 1),
        static_cast<long long>(expected - frame.size()), static_cast<unsigned long long>(frame.report->gaps));
    if (!resident.empty())
        std::printf("  resident: %.0f MiB after 1 s, %.0f MiB at half time, %.0f MiB at the end: %.0f bytes "
                    "an event\n",
            resident.front(), resident[resident.size() / 2], resident.back(),
            (resident.back() - resident.front()) * 1024 * 1024 / static_cast<double>(expected));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<QByteArray> arguments(argv + 1, argv + argc);
    constexpr std::size_t gameArguments = 6;
    if (arguments.size() == gameArguments && arguments[0] == "--game") {
        const QCoreApplication application(argc, argv);
        Game(QUrl(QString::fromUtf8(arguments[1])), arguments[2], arguments[3])
            .play(arguments[4].toInt(), arguments[5].toInt());
        return 0;
    }
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationName(QStringLiteral("live-bench"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    constexpr int usualSeconds = 60;
    const int seconds = arguments.empty() ? usualSeconds : arguments.front().toInt();
    const QTemporaryDir folder;
    const SystemClock clock;
    MainWindow window(clock, {FactionCatalogue::builtIn()}, {.dataFolder = folder.path()});
    window.resize(1280, 800);
    window.show();
    window.attach().turnOn();
    LoopMeter meter(window.source());
    waitFor(300);
    measure(window, meter, 5'000, seconds);
    measure(window, meter, 20'000, std::max(1, seconds / 6));
    return 0;
}
