// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the window to what docs/reliability.md promises of long sessions: inspector-long-run [SECONDS]. A
// game sends 5,000 records a second while somebody scrubs, filters, and exports each minute. Fails where a
// record is lost, an export is not done or Qt warns. A run of five minutes or more also fails where frames
// take longer than a screen shows one, one of ten minutes or more where memory goes on growing after the
// first five; shorter ones tell both without judging them.
#include "core/base/SystemClock.h"
#include "tests/support/WarningWatch.h"
#include "tests/ui/LiveGame.h"
#include "tests/ui/WindowMeter.h"
#include "ui/MainWindow.h"
#include "ui/exporting/ExportPanel.h"

#include <QApplication>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

using namespace inspector;

namespace {

constexpr int perSecond = 5'000;
constexpr int second = 1'000;        // ms
constexpr int settlingSeconds = 300; // caches and the window of the table are full by then
constexpr double mostFrameMs = 16.7; // p95
constexpr double mostGrowth = 1;     // MiB an hour

/// Resident memory over time, of one kind as /proc/self/status names it.
class MemoryWatch
{
public:
    explicit MemoryWatch(const QByteArray &kind)
    {
        m_since.start();
        QObject::connect(&m_look, &QTimer::timeout, [this, kind] {
            m_samples.emplace_back(static_cast<double>(m_since.elapsed()) / second, residentMiB(kind));
        });
        m_look.start(second);
    }

    /// MiB an hour, of the straight line closest to the samples from `from` seconds on.
    [[nodiscard]] double slope(double from) const
    {
        double n = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (const auto &[at, mebibytes] : m_samples) {
            if (at < from)
                continue;
            n += 1;
            x += at;
            y += mebibytes;
            xx += at * at;
            xy += at * mebibytes;
        }
        constexpr double secondsPerHour = 3600;
        const double spread = n * xx - x * x;
        return spread > 0 ? (n * xy - x * y) / spread * secondsPerHour : 0;
    }
    void print(const char *what, double from) const
    {
        std::printf(
            "%s %.0f MiB at first, %.0f at half time, %.0f at the end, %.0f MiB an hour from %.0f s on\n",
            what, at(0), at(0.5), at(1), slope(from), from);
    }

private:
    [[nodiscard]] double at(double share) const
    {
        return m_samples.empty()
                   ? 0
                   : m_samples[static_cast<std::size_t>(share * static_cast<double>(m_samples.size() - 1))]
                         .second;
    }

    QElapsedTimer m_since;
    QTimer m_look;
    std::vector<std::pair<double, double>> m_samples;
};

/// Somebody who works with the window while the game plays.
class Operator
{
public:
    Operator(MainWindow &window, const QString &folder, int exportMs)
        : m_window(window)
        , m_folder(folder)
    {
        for (QLineEdit *field : window.findChildren<QLineEdit *>()) {
            if (field->accessibleName() == QLatin1String("Filter of the events"))
                m_filter = field;
        }
        QObject::connect(&window.exportPanel(), &ExportPanel::problemChanged, [this](const QString &text) {
            if (!text.isEmpty())
                m_problems.append(text);
        });
        QObject::connect(&window.exportPanel(), &ExportPanel::told,
            [this](const Event &event) { m_exported += event.name == "telemetry:export_completed" ? 1 : 0; });
        QObject::connect(&m_scrubbing, &QTimer::timeout, [this] { scrubOrFollow(); });
        QObject::connect(&m_filtering, &QTimer::timeout, [this] { changeFilter(); });
        QObject::connect(&m_exporting, &QTimer::timeout, [this] { exportOnce(); });
        constexpr int scrubMs = 100;
        constexpr int filterMs = 7 * second;
        m_scrubbing.start(scrubMs);
        m_filtering.start(filterMs);
        m_exporting.start(exportMs);
    }

    void stop()
    {
        for (QTimer *timer : {&m_scrubbing, &m_filtering, &m_exporting})
            timer->stop();
        setFilter({});
        m_window.cursor().setMode(SessionCursor::Mode::Live);
    }

    [[nodiscard]] int asked() const { return m_asked; }
    [[nodiscard]] int exported() const { return m_exported; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    /// Two seconds of dragging the cursor, then eight at the end.
    void scrubOrFollow()
    {
        constexpr int round = 100, dragged = 20;
        const int at = m_round++ % round;
        if (at < dragged)
            m_window.cursor().goTo(
                1 + m_random.generate64() % std::max<std::uint64_t>(1, m_window.source().frame().size()),
                false);
        else if (at == dragged)
            m_window.cursor().setMode(SessionCursor::Mode::Live);
    }

    void changeFilter()
    {
        setFilter(m_filter->text().isEmpty() ? QStringLiteral("faction:cipher") : QString());
    }
    void setFilter(const QString &text)
    {
        m_filter->setText(text);
        QMetaObject::invokeMethod(m_filter, "returnPressed");
    }

    void exportOnce()
    {
        if (m_exported + m_problems.size() < m_asked)
            return; // a slow machine still works on the last one; another cannot be asked for meanwhile
        ExportChoice choice = m_window.exportPanel().choice();
        choice.folder = m_folder + QStringLiteral("/export-%1").arg(++m_asked);
        m_window.exportPanel().setChoice(choice);
        m_window.exportPanel().exportNow();
    }

    MainWindow &m_window;
    QString m_folder;
    QLineEdit *m_filter = nullptr;
    QRandomGenerator m_random{7};
    QTimer m_scrubbing, m_filtering, m_exporting;
    int m_round = 0, m_asked = 0, m_exported = 0;
    QStringList m_problems;
};

void waitUntilRead(const FrameSource &source, std::uint64_t records)
{
    std::uint64_t before = 0;
    do { // as long as something comes
        before = source.frame().size();
        waitUntil([&] { return source.frame().size() >= records; });
    } while (source.frame().size() < records && source.frame().size() > before);
}

/// Whether it is no more than the limit; says so where it is.
bool isWithin(const char *what, double value, double limit)
{
    if (value > limit)
        std::printf("not met: %s: %.1f, the limit is %.1f\n", what, value, limit);
    return value <= limit;
}

/// Whether a run of that length was as quick and as steady as one of its length has to be.
bool isSteady(int seconds, const LoopMeter &meter, const MemoryWatch &memory)
{
    const bool isQuick =
        seconds < settlingSeconds || isWithin("frames, p95, ms", share(meter.frames, 0.95), mostFrameMs);
    const bool isFlat = seconds < 2 * settlingSeconds || // too few samples for a line
                        isWithin("memory, MiB an hour", memory.slope(settlingSeconds), mostGrowth);
    return isQuick && isFlat;
}

/// The whole of main(), so that what it makes is gone before the warnings are counted.
int run(int argc, char **argv)
{
    if (LiveGame::isAsked(argc, argv))
        return LiveGame::run(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationName(QStringLiteral("long-run"));
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 3'600;
    const QTemporaryDir folder;
    const SystemClock clock;
    MainWindow window(clock, {FactionCatalogue::builtIn()}, {.dataFolder = folder.path()});
    window.resize(1280, 800);
    window.show();
    window.attach().turnOn();
    LoopMeter meter(window.source());
    waitFor(300);

    const QByteArray session = LivePage::firstSession;
    QProcess game;
    LiveGame::start(game, window.attach(), session, perSecond, seconds);
    waitUntil(
        [&] { return window.source().frame().source.path.find(session.toStdString()) != std::string::npos; });
    const MemoryWatch memory("VmRSS:");
    const MemoryWatch ownMemory("RssAnon:"); // without what shows files, which the system takes back at need
    Operator person(window, folder.path(), std::min(60, std::max(1, seconds / 4)) * second);
    meter.begin();
    const std::uint64_t expected = 1 + std::uint64_t{perSecond} * static_cast<std::uint64_t>(seconds);
    waitUntilRead(window.source(), expected);
    person.stop();
    waitUntil([&] { return person.exported() + person.problems().size() >= person.asked(); });
    game.waitForFinished();

    meter.print(qPrintable(QStringLiteral("%1 records/s for %2 s").arg(perSecond).arg(seconds)));
    const InspectorFrame &frame = window.source().frame();
    const auto lost = static_cast<long long>(expected - frame.size());
    const double settled = seconds < 2 * settlingSeconds ? seconds / 4 : settlingSeconds;
    std::printf("%lld lost, %llu gaps; %d of %d exports done\n", lost,
        static_cast<unsigned long long>(frame.report->gaps), person.exported(), person.asked());
    memory.print("memory", settled);
    ownMemory.print("of it, not of files", settled);
    for (const QString &problem : person.problems())
        std::printf("%s\n", qPrintable(problem));
    const bool isGood = lost == 0 && frame.report->gaps == 0 && person.asked() > 0 &&
                        person.exported() == person.asked() && person.problems().isEmpty() &&
                        game.exitCode() == 0;
    return isSteady(seconds, meter, ownMemory) && isGood ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const WarningWatch warnings;
    return warnings.exitCode(run(argc, argv));
}
