// SPDX-License-Identifier: GPL-3.0-or-later
// Measures a game that is attached to the window (docs/performance.md, "Attached"): inspector-live-bench
// [SECONDS]. The game is a process of its own, this program again, which sends what a page with the bridge
// sends: events with the time at which they happened, in batches of 16 ms, 8,192 at most on their way. What
// is measured is the time from an event to the end of the painting that first shows it. Fails where an event
// is lost, where that time is over 50 ms for more than one in twenty, or where Qt warns, and says which.
#include "core/base/SystemClock.h"
#include "tests/support/LivePage.h"
#include "tests/support/WarningWatch.h"
#include "tests/ui/LiveGame.h"
#include "tests/ui/WindowMeter.h"
#include "ui/MainWindow.h"
#include "ui/live/LiveAttach.h"

#include <QApplication>
#include <QFont>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace inspector;

namespace {

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

/// Whether it is no more than the limit; says so where it is.
bool isWithin(const char *what, double value, double limit)
{
    if (value > limit)
        std::fprintf(stderr, "not met: %s: %.1f, the limit is %.1f\n", what, value, limit);
    return value <= limit;
}

/// False where a limit of docs/performance.md is not met.
bool measure(MainWindow &window, LoopMeter &meter, int perSecond, int seconds)
{
    constexpr double mostLateMs = 50; // event to painted, p95
    const QByteArray session = QByteArray(LivePage::firstSession)
                                   .replace(0, 5, QByteArray::number(perSecond).rightJustified(5, '0'));
    std::vector<std::pair<std::uint64_t, double>> paintings;
    const auto isOpen = [&] {
        return window.source().frame().source.path.find(session.toStdString()) != std::string::npos;
    };
    meter.painted = [&] {
        if (isOpen())
            paintings.emplace_back(window.source().frame().size(), LiveGame::nowMs());
    };
    QProcess game;
    LiveGame::start(game, window.attach(), session, perSecond, seconds);
    waitUntil(isOpen);
    meter.begin();
    const auto expected = 1 + static_cast<std::uint64_t>(perSecond) * static_cast<std::uint64_t>(seconds);
    std::vector<double> resident;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] { resident.push_back(residentMiB()); });
    constexpr int second = 1000; // ms
    look.start(second);
    waitUntil([&] { return window.source().frame().size() >= expected; });
    waitFor(200); // until it is painted too
    game.waitForFinished();
    meter.painted = {};
    meter.print(qPrintable(QStringLiteral("attached, %1 events/s for %2 s").arg(perSecond).arg(seconds)));
    const InspectorFrame &frame = window.source().frame();
    if (!isOpen()) {
        std::fputs("not met: the game did not attach\n", stderr);
        return false;
    }
    const std::vector<double> late = latencies(*frame.timeline, paintings);
    const auto lost = static_cast<long long>(expected - frame.size());
    std::printf("  event to painted: p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms; %lld lost, %llu gaps\n",
        share(late, 0.5), share(late, 0.95), share(late, 0.99), share(late, 1), lost,
        static_cast<unsigned long long>(frame.report->gaps));
    if (!resident.empty())
        std::printf("  resident: %.0f MiB after 1 s, %.0f MiB at half time, %.0f MiB at the end: %.0f bytes "
                    "an event\n",
            resident.front(), resident[resident.size() / 2], resident.back(),
            (resident.back() - resident.front()) * 1024 * 1024 / static_cast<double>(expected));
    std::fflush(stdout);
    const bool isWhole = isWithin("lost events", static_cast<double>(lost), 0) &&
                         isWithin("gaps", static_cast<double>(frame.report->gaps), 0);
    const bool isInTime = isWithin("event to painted, p95, ms", share(late, 0.95), mostLateMs);
    return isInTime && isWhole && isWithin("exit code of the game", game.exitCode(), 0);
}

/// The whole of main(), so that what it makes is gone before the warnings are counted.
int run(int argc, char **argv)
{
    if (LiveGame::isAsked(argc, argv))
        return LiveGame::run(argc, argv);
    const std::vector<QByteArray> arguments(argv + 1, argv + argc);
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
    const bool isMet = measure(window, meter, 5'000, seconds);
    return measure(window, meter, 20'000, std::max(1, seconds / 6)) && isMet ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const WarningWatch warnings;
    return warnings.exitCode(run(argc, argv));
}
