// SPDX-License-Identifier: GPL-3.0-or-later
// inspector-screenshots FOLDER [SESSION]: pictures of all of the window with the demo mission, and of a
// million records and that session in the views. Fails where one was not taken or Qt warns.
#include "core/base/SystemClock.h"
#include "core/state/slices/FactionSlice.h"
#include "tests/support/LivePage.h"
#include "tests/support/SessionGenerator.h"
#include "tests/support/WarningWatch.h"
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
#include <utility>
#include <vector>

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
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *above = popup != nullptr ? popup : QApplication::activeModalWidget();
    if (above != nullptr) {
        QPainter(&picture).drawPixmap(window.mapFromGlobal(above->pos()), above->grab());
        above->close();
    }
    if (picture.save(path))
        return true;
    std::fprintf(stderr, "not written: %s\n", qUtf8Printable(path));
    return false;
}

/// The first that the state at the cursor names.
QString firstFaction(MainWindow &window)
{
    std::string first;
    window.source().frame().state.world.get<FactionSlice>().byId.forEach(
        [&](std::string_view id, const auto &) { first = first.empty() ? id : first; });
    return QString::fromStdString(first);
}

/// The views in front that show a session, two thirds into it. `kind` begins the names.
bool takeTabs(MainWindow &window, const QString &folder, const QString &kind, const QString &name)
{
    const auto &source = window.source();
    bool isTaken = waitUntil([&] { return source.frame().phase == InspectorFrame::Phase::Ready; });
    window.cursor().goTo(source.frame().size() * 2 / 3);
    isTaken = waitUntil([&] { return source.frame().cursor == window.cursor().number(); }) && isTaken;
    const auto takeOne = [&](const char *what) {
        isTaken = take(window, folder, kind + QLatin1String(what) + QLatin1Char('-') + name) && isTaken;
    };
    if (!kind.isEmpty()) // the demo mission has those of the catalogue, which are chosen by themselves
        window.cursor().chooseFaction(firstFaction(window));
    for (int tab = 0; const char *view : {"factions", "tutorial", "cascades", "attitudes"}) {
        window.tabs().setCurrentIndex(tab++);
        takeOne(view);
    }
    window.tabs().tutorial().showDurations();
    window.tabs().setCurrentIndex(1);
    takeOne("durations");
    return isTaken;
}

/// The state at the cursor beside the lanes, with why one value of that faction is what it is.
bool takeState(MainWindow &window, const QString &folder, const QString &faction, const QString &name)
{
    window.tabs().setCurrentIndex(0);
    window.workspaces().apply(Workspaces::Kind::Narrative);
    auto *state = window.findChild<StateView *>();
    for (const char *field : {"fame", "attitude", "cascadeCount"})
        state->setWatched(state->watched() << QStringLiteral(R"(["factions","byId","%1","%2"])")
                                                  .arg(faction, QLatin1String(field)));
    state->explain({"factions", "byId", faction.toStdString(), "attitude"});
    return take(window, folder, name);
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
    return waitUntil([&] { return window.source().frame().size() == events + 1; }) &&
           take(window, folder, name);
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
    table->click();
    isTaken = take(window, folder, QStringLiteral("performance-table-") + name) && isTaken;
    table->click();
    return isTaken;
}

/// As after a crash: a recording that nothing writes any more.
class LeftRecording
{
public:
    explicit LeftRecording(const QString &folder)
        : m_file(folder + QStringLiteral("/20261126T091500-0f8fad5b.ndjson"))
    {
        if (!m_file.open(QIODevice::WriteOnly))
            std::fprintf(stderr, "not written: %s\n", qUtf8Printable(m_file.fileName()));
        Settings().addOpenRecording(m_file.fileName());
    }
    ~LeftRecording() { Settings().removeOpenRecording(m_file.fileName()); }
    Q_DISABLE_COPY_MOVE(LeftRecording)

private:
    QFile m_file;
};

/// What does not depend on which session is shown.
bool takeTheRest(MainWindow &window, const QString &folder, const QString &name)
{
    bool isComplete = true;
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
    const QSize size = window.size();
    window.zoom().setPercent(150);
    isComplete = take(window, folder, QStringLiteral("zoomed-") + name) && isComplete;
    window.zoom().setPercent(UiZoom::normal);
    window.resize(size); // larger text made it larger
    isComplete = takeLive(window, folder, QStringLiteral("live-") + name) && isComplete;
    settle();
    for (const char *suffix : {"png", "pdf", "svg"})
        window.pictures().saveTo(
            QDir(folder).filePath(QStringLiteral("plot-%1.%2").arg(name, QString::fromLatin1(suffix))));
    return isComplete;
}

/// A theme at a size of window.
struct Look
{
    ThemeController::Mode mode;
    QSize size;

    [[nodiscard]] QString name() const
    {
        const double scale = qApp->devicePixelRatio();
        return QStringLiteral("%1-%2").arg(
                   mode == ThemeController::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                   QString::number(size.width())) +
               (scale > 1 ? QStringLiteral("@%1x").arg(scale) : QString());
    }
};

void dress(MainWindow &window, const Look &look)
{
    window.theme().setMode(look.mode);
    window.resize(look.size);
    window.show();
}

/// Everything, with the demo mission.
bool takeDemo(const Look &look, const QString &folder)
{
    const SystemClock clock;
    const QTemporaryDir slotFolder;
    const LeftRecording left(slotFolder.path());
    MainWindow window(clock, {FactionCatalogue::builtIn()},
        {slotFolder.path(), slotFolder.filePath(QStringLiteral("data"))});
    dress(window, look);
    const QString name = look.name();
    bool isComplete = take(window, folder, QStringLiteral("empty-") + name);
    window.commands().openDemo();
    isComplete = takeTabs(window, folder, {}, name) && isComplete;
    window.tabs().showCompare();
    isComplete = take(window, folder, QStringLiteral("compare-empty-") + name) && isComplete;
    isComplete = takeComparison(window, folder, name) && isComplete;
    isComplete = takePerformance(window, folder, name) && isComplete;
    isComplete =
        takeState(window, folder, QStringLiteral("wraith_network"), QStringLiteral("state-") + name) &&
        isComplete;
    return takeTheRest(window, folder, name) && isComplete;
}

/// What a session looks like, with the first faction that its state names.
bool takeSession(const Look &look, const QString &folder, const QString &file, const QString &kind)
{
    const SystemClock clock;
    MainWindow window(clock, {FactionCatalogue::builtIn()}, {});
    dress(window, look);
    window.commands().openFile(file);
    const bool isTaken = takeTabs(window, folder, kind, look.name());
    return takeState(window, folder, firstFaction(window), kind + QStringLiteral("state-") + look.name()) &&
           isTaken;
}

bool writeMillion(const QString &path)
{
    constexpr std::uint64_t million = 1'000'000;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           SessionGenerator({.records = million}).writeTo(file).has_value();
}

int run(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("telemetry-inspector"));
    QApplication::setApplicationName(QStringLiteral("screenshots"));
    QFont font(QStringLiteral("Inter"));
    font.setPixelSize(13);
    QApplication::setFont(font);
    if (argc < 2 || argc > 3 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fputs("usage: inspector-screenshots FOLDER [SESSION]\n", stderr);
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QSettings().clear(); // the same pictures on every machine
    const QTemporaryDir made;
    const QString million = made.filePath(QStringLiteral("million.ndjson"));
    bool isComplete = writeMillion(million);
    std::vector<std::pair<QString, QString>> sessions{{QStringLiteral("million-"), million}};
    if (argc > 2)
        sessions.emplace_back(QStringLiteral("play-"), QString::fromLocal8Bit(argv[2]));
    for (const auto mode : {ThemeController::Mode::Dark, ThemeController::Mode::Light}) {
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            isComplete = takeDemo({mode, size}, folder) && isComplete;
            for (const auto &[kind, file] : sessions)
                isComplete = takeSession({mode, size}, folder, file, kind) && isComplete;
        }
    }
    return isComplete ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const WarningWatch warnings;
    return warnings.exitCode(run(argc, argv));
}
