// SPDX-License-Identifier: GPL-3.0-or-later
// Takes pictures of the window: inspector-screenshots FOLDER [SESSION]. Without a session it shows the demo
// mission.
#include "core/base/SystemClock.h"
#include "tests/support/LivePage.h"
#include "ui/MainWindow.h"
#include "ui/PictureCommands.h"
#include "ui/SessionCommands.h"
#include "ui/WindowTabs.h"
#include "ui/compare/CompareView.h"
#include "ui/diff/DiffView.h"
#include "ui/expect/ExpectationsView.h"
#include "ui/inspector/StateView.h"
#include "ui/live/LiveAttach.h"
#include "ui/performance/PerformanceView.h"
#include "ui/snapshots/SnapshotsView.h"
#include "ui/tutorial/TutorialView.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QFont>
#include <QListView>
#include <QPainter>
#include <QPixmap>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QUuid>

#include <cstdio>
#include <functional>

using namespace inspector;

namespace {

/// Lets the window work until `isDone`; false where that takes too long.
bool waitUntil(const std::function<bool()> &isDone)
{
    constexpr qint64 patience = 60'000; // ms
    constexpr int glance = 20;
    QElapsedTimer timer;
    timer.start();
    while (!isDone()) {
        if (timer.elapsed() > patience)
            return false;
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, glance);
    }
    return true;
}

void settle()
{
    constexpr qint64 longEnough = 300; // ms: for the answers of the engine, and what they make the views do
    QElapsedTimer timer;
    timer.start();
    waitUntil([&] { return timer.elapsed() > longEnough; });
}

bool take(MainWindow &window, const QString &folder, const QString &name)
{
    settle();
    window.statusBar()->clearMessage(); // it names the folder of this machine
    const QString path = QDir(folder).filePath(name + QStringLiteral(".png"));
    QPixmap picture = window.grab();
    QWidget *above = QApplication::activePopupWidget();
    if (above == nullptr)
        above = QApplication::activeModalWidget();
    if (above != nullptr) {
        QPainter(&picture).drawPixmap(window.mapFromGlobal(above->pos()), above->grab());
        above->close();
    }
    if (picture.save(path))
        return true;
    std::fprintf(stderr, "not written: %s\n", qUtf8Printable(path));
    return false;
}

/// A page that plays a little: some events, of which two were lost.
bool takeLive(MainWindow &window, const QString &folder, const QString &name)
{
    window.commands().close();
    window.showAttach();
    LivePage page(QUrl(window.attach().url()));
    page.sayHello(QUuid::createUuid().toByteArray(QUuid::WithoutBraces), window.attach().token().toUtf8());
    constexpr int events = 60;
    constexpr int lost = 40;
    for (int i = 1; i <= events; ++i) {
        const QByteArray number = QByteArray::number(i < lost ? i : i + 2);
        page.send(LivePage::json("{'type':'event','timestamp':") +
                  QByteArray::number(QDateTime::currentMSecsSinceEpoch()) +
                  LivePage::json(",'event':'reputation:changed','payload':{'factionId':'") +
                  (i % 3 == 0 ? "wraith_network" : "vanguard_prime") + LivePage::json("','newFame':") +
                  QByteArray::number((i * 7) % 90) + LivePage::json(",'newInfamy':12},'seq':") + number +
                  "}");
        QElapsedTimer pause;
        pause.start();
        constexpr qint64 pauseMs = 25;
        waitUntil([&] { return pause.elapsed() > pauseMs; });
    }
    const bool isRead = waitUntil([&] { return window.source().frame().size() == events + 1; });
    return isRead && take(window, folder, name);
}

bool takeBundleDialog(MainWindow &window, const QString &folder, const QString &name)
{
    bool isTaken = false;
    QTimer::singleShot(0, &window, [&] { isTaken = take(window, folder, QStringLiteral("bundle-") + name); });
    window.commands().askBundle();
    return isTaken;
}

/// Some that are met and some that are not, and one that is being written.
bool takeExpectations(MainWindow &window, const QString &folder, const QString &name)
{
    const QString file = QDir(folder).filePath(QStringLiteral("expectations.json"));
    QFile content(file);
    if (!content.open(QIODevice::WriteOnly))
        return false;
    content.write(R"({"schema":"telemetry-expectations/1","expectations":[
{"name":"The Wraith ends hostile","path":"factions.byId.wraith_network.attitude","operator":"equals","value":"hostile"},
{"name":"The Vanguard knows her by the end of the tutorial","path":"factions.byId.vanguard_prime.fame",
 "operator":"atLeast","value":55,"by":"tutorial:completed"},
{"path":"tutorial.completed","operator":"equals","value":true,"within":600000},
{"path":"tutorial.completedSteps[0]","operator":"exists","at":"tutorial:completed"}]})");
    content.close();
    auto *view = window.findChild<ExpectationsView *>();
    view->openFile(file);
    auto *dock = window.findChild<QDockWidget *>(QStringLiteral("expectations"));
    dock->show();
    dock->raise();
    auto *list = view->findChild<QListView *>();
    waitUntil([&] { return !list->model()->index(0, 0).data(Qt::DecorationRole).isNull(); });
    list->setCurrentIndex(list->model()->index(1, 0));
    const bool isTaken = take(window, folder, QStringLiteral("expectations-") + name);
    bool isDialogTaken = false;
    QTimer::singleShot(
        0, &window, [&] { isDialogTaken = take(window, folder, QStringLiteral("expect-") + name); });
    view->expect({"factions", "byId", "wraith_network", "attitude"});
    return isTaken && isDialogTaken;
}

/// The session, and what it looks like beside one that went a little otherwise.
bool takeComparison(MainWindow &window, const QString &folder, const QString &name)
{
    const QString whole = QDir(folder).filePath(QStringLiteral("session.ndjson"));
    QFile::remove(whole);
    window.commands().saveTo(whole);
    waitUntil([&] { return QFile::exists(whole); });
    settle();
    QFile session(whole);
    QFile base(QDir(folder).filePath(QStringLiteral("yesterday.ndjson")));
    if (!session.open(QIODevice::ReadOnly) || !base.open(QIODevice::WriteOnly))
        return false;
    constexpr int oneIn = 17; // was not there yesterday
    for (int line = 1; !session.atEnd(); ++line) {
        const QByteArray record = session.readLine();
        if (line % oneIn != 0)
            base.write(record);
    }
    base.close();
    CompareView &view = window.tabs().compare();
    view.compareWith(base.fileName());
    waitUntil([&] { return view.comparer().comparison() != nullptr; });
    return take(window, folder, QStringLiteral("compare-") + name);
}

bool takePerformance(MainWindow &window, const QString &folder, const QString &name)
{
    window.tabs().showPerformance();
    window.tabs().performance().takeEvent({"telemetry:artifacts_written", 0,
        JsonObject{{"writerSummaries",
            JsonArray{JsonObject{{"id", "json"}, {"successes", 6}, {"failures", 0}, {"durationMs", 7.2}},
                JsonObject{{"id", "csv"}, {"successes", 2}, {"failures", 1}, {"durationMs", 52}}}}}});
    bool isTaken = take(window, folder, QStringLiteral("performance-") + name);
    auto *table = window.tabs().performance().findChild<QToolButton *>(QStringLiteral("table"));
    table->setChecked(true);
    isTaken = take(window, folder, QStringLiteral("performance-table-") + name) && isTaken;
    table->setChecked(false);
    return isTaken;
}

} // namespace

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationName(QStringLiteral("screenshots"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    if (argc < 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fputs("usage: inspector-screenshots FOLDER [SESSION]\n", stderr);
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QSettings().clear(); // the same pictures on every machine
    const SystemClock clock;
    const QTemporaryDir slotFolder;
    bool isComplete = true;
    for (const auto mode : {ThemeController::Mode::Dark, ThemeController::Mode::Light}) {
        const QString theme =
            mode == ThemeController::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            const QString name = QStringLiteral("%1-%2").arg(theme).arg(size.width());
            // As after a crash.
            QFile recording(slotFolder.filePath(QStringLiteral("20261126T091500-0f8fad5b.ndjson")));
            isComplete = recording.open(QIODevice::WriteOnly) && isComplete;
            Settings().addOpenRecording(recording.fileName());
            MainWindow window(clock, {FactionCatalogue::builtIn()},
                {slotFolder.path(), slotFolder.filePath(QStringLiteral("data"))});
            window.theme().setMode(mode);
            window.resize(size);
            window.show();
            isComplete = take(window, folder, QStringLiteral("empty-") + name) && isComplete;
            if (argc > 2)
                window.commands().openFile(QString::fromLocal8Bit(argv[2]));
            else
                window.commands().openDemo();
            const bool isRead =
                waitUntil([&] { return window.source().frame().phase == InspectorFrame::Phase::Ready; });
            window.cursor().goTo(window.source().frame().size() * 2 / 3);
            isComplete = isRead && take(window, folder, QStringLiteral("factions-") + name) && isComplete;
            window.tabs().setCurrentIndex(1);
            isComplete = take(window, folder, QStringLiteral("tutorial-") + name) && isComplete;
            window.tabs().tutorial().showDurations();
            isComplete = take(window, folder, QStringLiteral("durations-") + name) && isComplete;
            window.tabs().setCurrentIndex(2);
            isComplete = take(window, folder, QStringLiteral("cascades-") + name) && isComplete;
            window.tabs().setCurrentIndex(3);
            isComplete = take(window, folder, QStringLiteral("attitudes-") + name) && isComplete;
            window.tabs().showCompare();
            isComplete = take(window, folder, QStringLiteral("compare-empty-") + name) && isComplete;
            isComplete = takeComparison(window, folder, name) && isComplete;
            isComplete = takePerformance(window, folder, name) && isComplete;
            window.tabs().setCurrentIndex(0);
            window.workspaces().apply(Workspaces::Kind::Narrative);
            auto *state = window.findChild<StateView *>();
            for (const char *field : {"fame", "attitude", "cascadeCount"})
                state->setWatched(
                    state->watched() << QStringLiteral(R"(["factions","byId","wraith_network","%1"])")
                                            .arg(QLatin1String(field)));
            state->explain({"factions", "byId", "wraith_network", "attitude"});
            isComplete = take(window, folder, QStringLiteral("state-") + name) && isComplete;
            window.findChild<QDockWidget *>(QStringLiteral("difference"))->raise();
            window.findChild<QDockWidget *>(QStringLiteral("problems"))->raise();
            auto *bases = window.findChild<DiffView *>()->findChild<QComboBox *>();
            bases->setCurrentIndex(1); // the start
            emit bases->activated(1);
            isComplete = take(window, folder, QStringLiteral("difference-") + name) && isComplete;
            isComplete = takeBundleDialog(window, folder, name) && isComplete;
            isComplete = takeExpectations(window, folder, name) && isComplete;
            window.findChild<QDockWidget *>(QStringLiteral("snapshots"))->raise();
            window.snapshots().saveToSlot(QStringLiteral("Before the night ferry"));
            isComplete = take(window, folder, QStringLiteral("snapshots-") + name) && isComplete;
            window.workspaces().apply(Workspaces::Kind::Default);
            window.tabs().setCurrentIndex(1);
            window.showExport();
            isComplete = take(window, folder, QStringLiteral("export-") + name) && isComplete;
            window.showAttach();
            isComplete = take(window, folder, QStringLiteral("attach-") + name) && isComplete;
            window.showPalette();
            isComplete = take(window, folder, QStringLiteral("palette-") + name) && isComplete;
            window.showKeys();
            isComplete = take(window, folder, QStringLiteral("keys-") + name) && isComplete;
            window.tabs().setCurrentIndex(0);
            window.zoom().setPercent(150);
            isComplete = take(window, folder, QStringLiteral("zoomed-") + name) && isComplete;
            window.zoom().setPercent(UiZoom::normal);
            isComplete = takeLive(window, folder, QStringLiteral("live-") + name) && isComplete;
            settle();
            for (const char *suffix : {"png", "pdf", "svg"})
                window.pictures().saveTo(QDir(folder).filePath(
                    QStringLiteral("plot-%1.%2").arg(name, QString::fromLatin1(suffix))));
        }
    }
    Settings().removeOpenRecording(slotFolder.filePath(QStringLiteral("20261126T091500-0f8fad5b.ndjson")));
    return isComplete ? 0 : 1;
}
