// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FolderInMemory.h"
#include "tests/support/LivePage.h"
#include "tests/support/ReadSession.h"
#include "tests/support/SetChecks.h"
#include "tests/support/TracedProgram.h"

#include <QEventLoop>
#include <QRegularExpression>
#include <QTimer>

#include <atomic>
#include <cerrno>
#include <set>
#include <thread>

using namespace inspector;

namespace {

constexpr int records = 3; // the last one ends the recording

/// A page that comes again until it is told to stop, on a thread of its own: the test's waits for the
/// program.
class StubbornPage
{
public:
    /// Where the program listens stands in `errFile`, once it does.
    explicit StubbornPage(QString errFile)
        : m_errFile(std::move(errFile))
        , m_thread([this] { run(); })
    {}
    ~StubbornPage() { (void)stop(); }
    Q_DISABLE_COPY_MOVE(StubbornPage)

    /// The last record that it was told is on the disk.
    [[nodiscard]] int stop()
    {
        m_isStopped = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_acknowledged;
    }

private:
    void run()
    {
        QEventLoop loop;
        QWebSocket socket(QStringLiteral("http://localhost:5173"));
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, [&] {
            if (m_isStopped)
                loop.quit();
            else if (socket.state() == QAbstractSocket::UnconnectedState)
                connectTo(socket);
        });
        QObject::connect(&socket, &QWebSocket::connected, [&] {
            socket.sendTextMessage(QString::fromUtf8(LivePage::hello(LivePage::firstSession, m_token)));
        });
        QObject::connect(&socket, &QWebSocket::textMessageReceived,
            [&](const QString &message) { answer(socket, message.toUtf8()); });
        look.start(5);
        loop.exec();
    }

    void connectTo(QWebSocket &socket)
    {
        static const QRegularExpression line(
            QStringLiteral("listening (ws://127.0.0.1:\\d+) token (\\S+)\n"));
        QFile file(m_errFile);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QRegularExpressionMatch match = line.match(QString::fromUtf8(file.readAll()));
        m_token = match.captured(2).toUtf8();
        if (match.hasMatch())
            socket.open(QUrl(match.captured(1)));
    }

    void answer(QWebSocket &socket, const QByteArray &message)
    {
        static const QRegularExpression seq(QStringLiteral("\"(ackedSeq|seq)\":(\\d+)"));
        const QRegularExpressionMatch match = seq.match(QString::fromUtf8(message));
        if (match.hasMatch())
            m_acknowledged = std::max(m_acknowledged, match.captured(2).toInt());
        if (!message.contains("\"welcome\""))
            return;
        for (int i = match.captured(2).toInt() + 1; i <= records; ++i)
            socket.sendTextMessage(
                QString::fromUtf8(LivePage::record(i, i == records ? "tutorial:completed" : "faction:a")));
    }

    QString m_errFile;
    QByteArray m_token;
    int m_acknowledged = 0; // the thread's, while it runs
    std::atomic<bool> m_isStopped = false;
    std::thread m_thread;
};

/// One recording with its export, in a folder of its own, and what a page was told meanwhile.
class Recording
{
public:
    explicit Recording(const std::function<void(TracedCall &)> &meet)
    {
        const QString err = m_dir.filePath(QStringLiteral("err"));
        StubbornPage page(err);
        run = runTraced(
            QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--listen"), QStringLiteral("0"), QStringLiteral("--clock"),
                QStringLiteral("1700000000000"), QStringLiteral("--for"), QStringLiteral("3"),
                QStringLiteral("--until"), QStringLiteral("tutorial:completed"),
                QStringLiteral("--session-out"), folder() + QStringLiteral("/session.ndjson"),
                QStringLiteral("--artifact-dir"), folder()},
            [&](TracedCall &call) {
                if (call.concerns(folder().toUtf8()))
                    meet(call);
            },
            err);
        m_acknowledged = page.stop();
    }

    /// What is wrong with the files that are left, where a full run leaves `whole`; empty where nothing is.
    [[nodiscard]] QByteArray wrong(const FileContents &whole) const
    {
        FileContents files = this->files();
        const QString session = QStringLiteral("session.ndjson");
        if (QByteArray broken = brokenSession(files.value(session)); !broken.isEmpty())
            return broken;
        if (run.end == TracedRun::End::Crashed)
            return "it crashed";
        if (run.end == TracedRun::End::Exited && run.exitCode == 0 && files.keys() != whole.keys())
            return "it says that it is done, and left " + files.keys().join(QLatin1Char(' ')).toUtf8();
        FileContents wanted = whole;
        files.remove(session);
        wanted.remove(session);
        return brokenFileOf(files, {}, wanted);
    }

    [[nodiscard]] FileContents files() const { return filesOf(folder()); }

    TracedRun run;

private:
    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("out")); }

    /// Whole lines, the last one perhaps torn, and among them all that was acknowledged, each once.
    [[nodiscard]] QByteArray brokenSession(const QByteArray &text) const
    {
        int events = 0;
        for (const QByteArray &line : readSession(text)) {
            const QByteArray next = " event@" + QByteArray::number(events + 1) + ' ';
            if (line.contains(next))
                ++events;
            else if (!line.contains(" session@") && !line.contains("the last line is torn"))
                return "the session has " + line + " in\n" + text;
        }
        if (events < m_acknowledged)
            return "record " + QByteArray::number(m_acknowledged) + " was acknowledged, and is not in\n" +
                   text;
        return {};
    }

    FolderInMemory m_dir;
    int m_acknowledged = 0;
};

bool canTrace()
{
#ifdef INSPECTOR_SANITIZED
    return false; // a sanitizer traces the process itself
#else
    return runTraced(QStringLiteral(INSPECTOR_PROGRAM), {QStringLiteral("--version")}, [](TracedCall &) {
    }).end == TracedRun::End::Exited;
#endif
}

} // namespace

/// `--listen`, by the real program, at each of whose system calls on its files something goes wrong while a
/// page sends and comes again (docs/reliability.md, "Faults").
class tst_ListenFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!canTrace())
            QSKIP("this system lets no process watch another");
        const Recording recording([](TracedCall &) {});
        QCOMPARE(recording.run.end, TracedRun::End::Exited);
        QCOMPARE(recording.run.exitCode, 0);
        m_whole = recording.files();
        QVERIFY(m_whole.size() > 3);
        QCOMPARE(recording.wrong(m_whole), QByteArray());
    }

    void killedAtAnyCall()
    {
        TracedRun::End end = TracedRun::End::Killed;
        int last = 0;
        while (end == TracedRun::End::Killed) {
            ++last;
            int call = 0;
            const Recording recording([&](TracedCall &each) {
                if (++call == last)
                    each.kill();
            });
            end = recording.run.end;
            QCOMPARE(QByteArray::number(last) + recording.wrong(m_whole), QByteArray::number(last));
        }
        QCOMPARE(end, TracedRun::End::Exited);
        QVERIFY2(last > 30, "it makes more calls than that");
    }

    void anyCallFails_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("onlyChanges");
        QTest::addRow("EIO") << EIO << false;
        QTest::addRow("ENOSPC") << ENOSPC << true;
    }

    void anyCallFails()
    {
        QFETCH(int, error);
        QFETCH(bool, onlyChanges);
        std::set<int> exitCodes;
        bool isBeyond = false;
        for (int failing = 1; !isBeyond; ++failing) {
            int call = 0;
            const Recording recording([&](TracedCall &each) {
                const bool counts = onlyChanges ? each.changesFiles() : each.concernsFiles();
                if (counts && ++call == failing)
                    each.failWith(error);
            });
            isBeyond = call < failing;
            exitCodes.insert(recording.run.exitCode);
            QCOMPARE(QByteArray::number(failing) + recording.wrong(m_whole), QByteArray::number(failing));
        }
        QVERIFY(exitCodes.contains(0) && exitCodes.size() > 1); // some are overcome, some told
    }

private:
    FileContents m_whole;
};

QTEST_GUILESS_MAIN(tst_ListenFaults)
#include "tst_ListenFaults.moc"
