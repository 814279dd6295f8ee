// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ConformanceCase.h"
#include "tests/support/Listener.h"

#include <QDir>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

QByteArray plain(const QByteArray &text)
{
    return LivePage::json(text);
}

QByteArray record(int seq, const QByteArray &name, const QByteArray &payload = "{}")
{
    return LivePage::record(seq, name, payload);
}

/// A page that attached; fails the test where it may not.
class Page : public LivePage
{
public:
    explicit Page(const Listener &listener, const QByteArray &session = firstSession)
        : LivePage(listener.url)
    {
        sayHello(session, listener.token);
        if (!waitFor("\"welcome\""))
            QTest::qFail("no welcome", __FILE__, __LINE__);
    }
};

} // namespace

/// `--listen`, by the real program.
class tst_Listen : public QObject
{
    Q_OBJECT

private slots:
    void recordsAndExportsWhatTheFileWouldGive()
    {
        const QTemporaryDir dir;
        const QString session = dir.filePath(QStringLiteral("out/session.ndjson"));
        Listener listener({QStringLiteral("--until"), QStringLiteral("tutorial:completed"),
            QStringLiteral("--session-out"), session, QStringLiteral("--formats"), QStringLiteral("all"),
            QStringLiteral("--artifact-dir"), dir.filePath(QStringLiteral("live"))});
        QCOMPARE(listener.token.size(), 32);
        Page page(listener);
        page.send("[" +
                  record(1, "reputation:changed",
                      plain("{'factionId':'wraith_network','newFame':7,'newInfamy':1}")) +
                  "," + record(2, "tutorial:started", plain("{'totalSteps':1}")) + "]");
        QVERIFY(page.waitFor(plain("'ack','seq':2")));
        page.send(record(3, "tutorial:completed"));

        const ProgramRun run = listener.end();

        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(!run.out.contains(listener.token));
        const ProgramRun again = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--export"), QStringLiteral("--clock"), QStringLiteral("1700000000000"),
                QStringLiteral("--until"), QStringLiteral("tutorial:completed"), QStringLiteral("--formats"),
                QStringLiteral("all"), QStringLiteral("--artifact-dir"), dir.filePath(QStringLiteral("file")),
                session});
        QVERIFY2(again.exitCode == 0, again.err.constData());
        const FileContents live = artifactsOf(dir.filePath(QStringLiteral("live")));
        QCOMPARE(live.size(), 6);
        QCOMPARE(differenceOf(live, artifactsOf(dir.filePath(QStringLiteral("file")))), QByteArray());
    }

    void eachPageIsAnInput()
    {
        const QTemporaryDir dir;
        Listener listener({QStringLiteral("--idle"), QStringLiteral("1"), QStringLiteral("--session-out"),
            dir.filePath(QStringLiteral("s.ndjson")), QStringLiteral("--artifact-dir"), dir.path()});
        Page first(listener);
        Page second(listener, "7c9e6679-7425-40de-944b-e07fc1f90ae7");
        first.send(record(1, "faction:a"));
        second.send(record(1, "faction:b"));

        const ProgramRun run = listener.end();

        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(run.out.contains("s.ndjson"));
        QVERIFY(run.out.contains("s-2.ndjson"));
    }

    void whatIsThereAlreadyStays()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("notes.ndjson"));
        QFile notes(path);
        QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write("not a session") > 0);
        notes.close();
        Listener listener(
            {QStringLiteral("--until"), QStringLiteral("faction:a"), QStringLiteral("--session-out"), path,
                QStringLiteral("--artifact-dir"), dir.filePath(QStringLiteral("out"))});
        Page page(listener);
        page.send(record(1, "faction:a"));

        const ProgramRun run = listener.end();

        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(run.out.contains("notes-2.ndjson"));
        QVERIFY(notes.open(QIODevice::ReadOnly));
        QCOMPARE(notes.readAll(), QByteArray("not a session"));
    }

    void aFolderThatCannotBeWrittenIsToldAtOnce()
    {
        const QTemporaryDir dir;
        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--listen"), QStringLiteral("0"), QStringLiteral("--session-out"),
                QStringLiteral("/dev/null/in/s.ndjson"), QStringLiteral("--artifact-dir"), dir.path()});

        QCOMPARE(run.exitCode, 5);
        QVERIFY2(run.err.contains("nothing can be recorded in /dev/null/in: Not a directory"),
            run.err.constData());
        QVERIFY(!run.err.contains("listening"));
    }

    void expectationsThatCannotBeReadAreToldAtOnce()
    {
        const QTemporaryDir dir;
        const ProgramRun run = runProgram(QStringLiteral(INSPECTOR_PROGRAM),
            {QStringLiteral("--listen"), QStringLiteral("0"), QStringLiteral("--expect"),
                dir.filePath(QStringLiteral("none.json")), QStringLiteral("--artifact-dir"), dir.path()});

        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.err.contains("none.json"), run.err.constData());
        QVERIFY(!run.err.contains("listening"));
    }

    void whoComesTooLate()
    {
        const QTemporaryDir dir;
        Listener listener(
            {QStringLiteral("--for"), QStringLiteral("1"), QStringLiteral("--artifact-dir"), dir.path()});

        const ProgramRun run = listener.end();

        QCOMPARE(run.exitCode, 6);
        QVERIFY(run.err.contains("nobody connected"));
        QVERIFY(run.out.contains("\"nobody_connected\""));
    }

    void anInterruptKeepsTheSession()
    {
        const QTemporaryDir dir;
        const QString session = dir.filePath(QStringLiteral("session.ndjson"));
        Listener listener({QStringLiteral("--session-out"), session, QStringLiteral("--artifact-dir"),
            dir.filePath(QStringLiteral("out"))});
        Page page(listener);
        page.send(record(1, "faction:a"));
        QVERIFY(page.waitFor(plain("'ack','seq':1")));

        listener.interrupt();
        const ProgramRun run = listener.end();

        QCOMPARE(run.exitCode, 130);
        QVERIFY(run.err.contains(session.toUtf8()));
        QFile file(session);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().endsWith(QByteArray(record(1, "faction:a") + "\n")));
    }

    void theBridgeIsWritten()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("a/b"));

        const ProgramRun run =
            runProgram(QStringLiteral(INSPECTOR_PROGRAM), {QStringLiteral("--write-bridge"), folder});

        QCOMPARE(run.exitCode, 0);
        QCOMPARE(
            differenceOf(filesOf(folder), filesOf(QStringLiteral(INSPECTOR_SOURCE_DIR "/resources/bridge"))),
            QByteArray());
    }

    void whatDoesNotGoTogether_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("said");

        QTest::addRow("a file") << QStringLiteral("--listen 0 a.ndjson") << QByteArray("takes no files");
        QTest::addRow("no port") << QStringLiteral("--listen 65536") << QByteArray("from 0 to 65535");
        QTest::addRow("plots") << QStringLiteral("--listen 0 --formats plots")
                               << QByteArray("draws no plots");
        QTest::addRow("nothing to end")
            << QStringLiteral("--export --for 3") << QByteArray("goes with --listen");
        QTest::addRow("nobody to attach")
            << QStringLiteral("--export --token t") << QByteArray("goes with --listen, or with the window");
        QTest::addRow("no token") << QStringLiteral("--listen 0 --token-file /no/such")
                                  << QByteArray("holds no token");
        QTest::addRow("an empty token")
            << QStringLiteral("--listen 0 --token=") << QByteArray("--token needs a value");
    }

    void whatDoesNotGoTogether()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, said);

        const ProgramRun run =
            runProgram(QStringLiteral(INSPECTOR_PROGRAM), arguments.split(QLatin1Char(' ')));

        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(said), run.err.constData());
    }
};

QTEST_GUILESS_MAIN(tst_Listen)
#include "tst_Listen.moc"
