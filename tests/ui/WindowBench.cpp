// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the window (docs/performance.md, "Window"): inspector-window-bench [SECONDS of the live part
// [TAB [DOCK [WIDTHxHEIGHT]]]], DOCK being "-" for none. A frame is the time from taking a frame of the
// engine to the end of the painting that it causes; a stall is how late a timer of 4 ms comes. Fails where Qt
// warns.
#include "core/base/SystemClock.h"
#include "tests/support/SessionGenerator.h"
#include "tests/support/WarningWatch.h"
#include "tests/ui/WindowMeter.h"
#include "ui/MainWindow.h"
#include "ui/SessionCommands.h"
#include "ui/WindowTabs.h"

#include <unistd.h>

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QFont>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

using namespace inspector;

namespace {

/// Notices that a widget was painted, and all that is in it, as an update request paints all at once.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, [this] { isPainted = true; });
        return QObject::eventFilter(watched, event);
    }

    bool isPainted = false;
};

/// Since the process was started, to 10 ms, which is what the system counts in.
double msSinceStart()
{
    constexpr int placeOfStart = 20; // behind the name of the program, which is in brackets
    constexpr double msPerSecond = 1000;
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray words = stat.readAll();
    const double ticks = words.mid(words.lastIndexOf(')') + 2).split(' ').at(placeOfStart - 1).toDouble();
    const double now = uptime.readAll().split(' ').constFirst().toDouble();
    return (now - ticks / static_cast<double>(sysconf(_SC_CLK_TCK))) * msPerSecond;
}

void measureScrubbing(MainWindow &window, LoopMeter &meter, const char *what)
{
    constexpr int places = 200;
    QRandomGenerator random(7);
    meter.begin();
    for (int i = 0; i < places; ++i) {
        const std::uint64_t number =
            1 + random.generate64() % std::max<std::uint64_t>(1, window.source().frame().size());
        window.cursor().goTo(number, false);
        waitUntil([&] { return window.source().frame().cursor == number; });
        waitFor(20);
    }
    meter.print(what);
}

/// "1920x1080"
QSize sizeOf(const char *text)
{
    const QList<QByteArray> sides = QByteArray(text).split('x');
    return {sides.first().toInt(), sides.last().toInt()};
}

/// On the disk, so that the kernel does not write it there while it is read.
bool writeSession(const QString &path, std::uint64_t records)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           SessionGenerator({.records = records}).writeTo(file).has_value() && file.flush() &&
           ::fdatasync(file.handle()) == 0;
}

/// Writes events to a file at a pace, as a game does.
void writeLive(const QString &path, int perSecond, int seconds)
{
    QFile file(path);
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered))
        return;
    constexpr int batchesPerSecond = 100;
    qint64 time = 1'768'469'443'000;
    auto next = std::chrono::steady_clock::now();
    for (int batch = 0; batch < batchesPerSecond * seconds; ++batch) {
        QByteArray lines;
        for (int i = 0; i < perSecond / batchesPerSecond; ++i) {
            lines +=
                R"({"type":"event","timestamp":)" + QByteArray::number(time++) +
                R"(,"event":"reputation:changed","payload":{"factionId":"cipher_collective","newFame":)" +
                QByteArray::number(i % 100) +
                R"(,"newInfamy":7,"deltaFame":1,"deltaInfamy":0,"reason":"live"}})" + "\n";
        }
        file.write(lines);
        next += std::chrono::milliseconds(1000 / batchesPerSecond);
        std::this_thread::sleep_until(next);
    }
}

/// The whole of main(), so that what it makes is gone before the warnings are counted.
int run(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationName(QStringLiteral("window-bench"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 60;
    const int tab = argc > 2 ? QByteArray(argv[2]).toInt() : 0; // the view in front, from 0
    const SystemClock clock;
    Settings().setThemeMode(ThemeController::Mode::Dark);
    MainWindow window(clock, {FactionCatalogue::builtIn()}, {});
    window.resize(argc > 4 ? sizeOf(argv[4]) : QSize(1280, 800));
    window.tabs().setCurrentIndex(tab);
    if (auto *dock = argc > 3 ? window.findChild<QDockWidget *>(QString::fromLatin1(argv[3])) : nullptr;
        dock != nullptr) {
        dock->show();
        dock->raise();
    }
    PaintWatch paint(window);
    window.show();
    while (!paint.isPainted)
        QCoreApplication::processEvents();
    std::printf("first paint %.0f ms after the start of the process\n", msSinceStart());
    std::fflush(stdout);
    const QTemporaryDir folder;
    const QString million = folder.filePath(QStringLiteral("million.ndjson"));
    if (!writeSession(million, 1'000'000)) {
        std::fputs("the session to measure with was not written\n", stderr);
        return 1;
    }
    LoopMeter meter(window.source());
    waitFor(300);

    window.commands().openFile(million);
    const double firstRows = waitUntil([&] { return window.source().frame().size() > 0; });
    meter.begin();
    const double all =
        firstRows + waitUntil([&] { return window.source().frame().phase == InspectorFrame::Phase::Ready; });
    meter.print("while it reads");
    std::printf("first rows %.0f ms, all of %llu after %.0f ms, resident %.0f MiB\n", firstRows,
        static_cast<unsigned long long>(window.source().frame().size()), all, residentMiB());
    measureScrubbing(window, meter, "scrub, all visible");
    const SessionTracks &tracks = *window.source().frame().tracks;
    window.cursor().setVisible(
        {tracks.firstTime, tracks.firstTime + (tracks.lastTime - tracks.firstTime) / 50});
    measureScrubbing(window, meter, "scrub, the visible range moves");

    auto *filter = window.findChild<QLineEdit *>();
    for (QLineEdit *field : window.findChildren<QLineEdit *>()) {
        if (field->accessibleName() == QLatin1String("Filter of the events"))
            filter = field;
    }
    for (const char *typed : {"type:faction:*", "crate was brought", "faction:quay_guild_7"}) {
        filter->setText(QString::fromLatin1(typed));
        meter.begin();
        QMetaObject::invokeMethod(filter, "returnPressed");
        const double took = waitUntil([&] {
            const InspectorFrame &frame = window.source().frame();
            return frame.filtered && frame.filtered->searched == frame.size();
        });
        std::printf("filter %-24s %.0f ms, %zu found\n", typed, took,
            window.source().frame().filtered->matches.size());
        filter->clear();
        QMetaObject::invokeMethod(filter, "returnPressed");
        waitUntil([&] { return !window.source().frame().filtered; });
    }

    const auto live = [&](int perSecond, int forSeconds, const char *what) {
        const QString path = folder.filePath(QString::number(perSecond));
        writeLive(path, 100, 1);
        const std::uint64_t session = window.source().frame().session;
        window.commands().openFile(path);
        waitUntil([&] {
            const InspectorFrame &frame = window.source().frame();
            return frame.session != session && frame.phase == InspectorFrame::Phase::Ready;
        });
        window.cursor().setMode(SessionCursor::Mode::Live);
        meter.begin();
        std::thread game(writeLive, path, perSecond, forSeconds);
        const auto expected = std::uint64_t{100} +
                              static_cast<std::uint64_t>(perSecond) * static_cast<std::uint64_t>(forSeconds);
        waitUntil([&] { return window.source().frame().size() >= expected; });
        game.join();
        meter.print(what);
        std::printf("lost %lld\n", static_cast<long long>(expected - window.source().frame().size()));
    };
    live(5000, seconds, "live, 5,000 events/s");
    live(50'000, 1, "live, 50,000 in one second");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const WarningWatch warnings;
    return warnings.exitCode(run(argc, argv));
}
