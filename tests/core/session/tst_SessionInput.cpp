// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Gzip.h"
#include "core/base/StopFlag.h"
#include "core/session/SessionInput.h"
#include "tests/support/ChangedVariable.h"
#include "tests/support/SmallDisk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QByteArray>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDevice>
#include <QIODevice>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QtGlobal>

#include <array>
#include <cstdio>
#include <thread>

using namespace inspector;

namespace {

bool writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Standard input comes from an open file or folder while this lives.
class RedirectedInput
{
public:
    explicit RedirectedInput(int handle)
        : m_before(::dup(STDIN_FILENO))
    {
        ::dup2(handle, STDIN_FILENO);
        std::clearerr(stdin);
    }
    ~RedirectedInput()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
        std::clearerr(stdin);
    }
    Q_DISABLE_COPY_MOVE(RedirectedInput)

private:
    int m_before;
};

} // namespace

class tst_SessionInput : public QObject
{
    Q_OBJECT

private slots:
    void opensAFile()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s \xc3\xa9.ndjson"));
        QVERIFY(writeText(path, "text\n"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QDateTime changed = QDateTime::fromMSecsSinceEpoch(1'768'469'443'000, Qt::UTC);
        QVERIFY(file.setFileTime(changed, QFileDevice::FileModificationTime));
        file.close();

        const auto input = SessionInput::openFile(path.toStdString());

        QVERIFY2(input, input ? "" : input.error().message.c_str());
        QCOMPARE(input->name(), path.toStdString());
        QCOMPARE(input->modifiedAt(), 1'768'469'443'000.0);
        QCOMPARE(input->device().readAll(), QByteArray("text\n"));
        QVERIFY(input->device().seek(0));
        QCOMPARE(input->device().readAll(), QByteArray("text\n"));
    }

    void readsText()
    {
        const std::string text("a\0b\n", 4);

        const SessionInput input = SessionInput::fromText("its name", text);

        QCOMPARE(input.name(), std::string("its name"));
        QCOMPARE(input.modifiedAt(), 0.0);
        QCOMPARE(input.device().readAll(), QByteArray::fromStdString(text));
    }

    void canBeMoved()
    {
        SessionInput first = SessionInput::fromText("first", "1");
        SessionInput second = SessionInput::fromText("second", "2");

        second = std::move(first);

        QCOMPARE(second.name(), std::string("first"));
        QCOMPARE(second.device().readAll(), QByteArray("1"));
    }

    void copiesStandardInputSoThatItCanBeReadTwice()
    {
        const QByteArray text = QByteArray("line\n").repeated(500'000); // more than one piece
        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(file.write(text), text.size());
        QVERIFY(file.seek(0)); // writes what is buffered, too
        const RedirectedInput redirected(file.handle());

        const auto input = SessionInput::openFile("-");

        QVERIFY2(input, input ? "" : input.error().message.c_str());
        QCOMPARE(input->name(), std::string("-"));
        QCOMPARE(input->modifiedAt(), 0.0);
        QCOMPARE(input->device().readAll().size(), text.size());
        QVERIFY(input->device().seek(0));
        QCOMPARE(input->device().readAll(), text);
    }

    void standardInputThatCannotBeRead()
    {
        const QTemporaryDir dir;
        const int folder = ::open(qPrintable(dir.path()), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        QVERIFY(folder >= 0);
        const RedirectedInput redirected(folder);

        const auto input = SessionInput::openFile("-");
        ::close(folder);

        QVERIFY(!input);
        QCOMPARE(input.error().code, std::string("input_unreadable"));
    }

    void unpacksGzip_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("read");
        QTest::addColumn<QByteArray>("problem");
        const QByteArray packed = QByteArray::fromStdString(gzipped("line\nline\n"));

        QTest::addRow("plain") << QByteArray("line\n") << QByteArray("line\n") << QByteArray();
        QTest::addRow("packed") << packed << QByteArray("line\nline\n") << QByteArray();
        QTest::addRow("cut") << packed.chopped(4) << QByteArray("line\nline\n")
                             << QByteArray("the gzip data ends too early; what came before is read");
        QTest::addRow("one byte") << QByteArray("\x1f") << QByteArray("\x1f") << QByteArray();
        QTest::addRow("empty") << QByteArray("") << QByteArray("") << QByteArray();
        QTest::addRow("packed nothing")
            << QByteArray::fromStdString(gzipped("")) << QByteArray("") << QByteArray();
    }

    void unpacksGzip()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, read);
        QFETCH(QByteArray, problem);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.any"));
        QVERIFY(writeText(path, content));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const RedirectedInput redirected(file.handle());

        for (const std::string &name : {path.toStdString(), std::string("-")}) {
            const auto input = SessionInput::openFile(name);

            QVERIFY2(input, input ? "" : input.error().message.c_str());
            QCOMPARE(input->device().readAll(), read);
            QVERIFY(input->device().seek(0));
            QCOMPARE(input->device().readAll(), read);
            QCOMPARE(QByteArray::fromStdString(input->problem()), problem);
        }
    }

    void gzipThatCannotBeUnpacked_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("error");

        QTest::addRow("nothing but its first bytes")
            << QByteArray("\x1f\x8b")
            << QByteArray("not_understood: PATH: the gzip data ends too early, and "
                          "nothing of it can be unpacked. Record or copy it again.");
        QTest::addRow("another method")
            << QByteArray("\x1f\x8b\x07 and what not")
            << QByteArray("not_understood: PATH: the gzip data is damaged (unknown compression method), and "
                          "nothing of it can be unpacked. Record or copy it again.");
        QTest::addRow("too large") << QByteArray::fromStdString(gzipped(std::string(3 << 20, 'x')))
                                   << QByteArray("too_large: PATH holds more than 2 MiB once it is unpacked. "
                                                 "If that is right, unpack it to a file and give that.");
    }

    void gzipThatCannotBeUnpacked()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, error);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.ndjson"));
        QVERIFY(writeText(path, content));
        InputSpool::Options options;
        options.limit = 2U << 20U;

        const auto input = SessionInput::openFile(path.toStdString(), options);

        QVERIFY(!input);
        QCOMPARE(QByteArray::fromStdString(
                     input.error().code + ": " + input.error().message + ". " + input.error().remedy),
            error.replace("PATH", path.toUtf8()));
    }

    void aPipeIsReadLikeStandardInput()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        std::jthread writer([&] {
            QFile pipe(path);
            if (pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
                pipe.write("a"); // what is there first may be less than tells gzip data
                pipe.write("bc\n");
            }
        });

        const auto input = SessionInput::openFile(path.toStdString());

        QVERIFY2(input, input ? "" : input.error().message.c_str());
        QCOMPARE(input->device().readAll(), QByteArray("abc\n"));
    }

    void aWishToStopEndsTheWaitingForInput_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<QByteArray>("error");

        QTest::addRow("interrupted") << int(StopFlag::Reason::Interrupt)
                                     << QByteArray("interrupted: reading standard input was interrupted");
        QTest::addRow("terminated") << int(StopFlag::Reason::Terminate)
                                    << QByteArray("terminated: reading standard input was terminated");
    }

    void aWishToStopEndsTheWaitingForInput()
    {
        QFETCH(int, reason);
        QFETCH(QByteArray, error);
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        const RedirectedInput redirected(pipe[0]); // to which nobody writes
        StopFlag stop;
        stop.request(StopFlag::Reason(reason));
        InputSpool::Options options;
        options.stop = &stop;

        const auto input = SessionInput::openFile("-", options);
        ::close(pipe[0]);
        ::close(pipe[1]);

        QVERIFY(!input);
        QCOMPARE(QByteArray::fromStdString(input.error().code + ": " + input.error().message), error);
    }

    void tellsHowMuchWasRead()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.gz"));
        const std::string packed = gzipped(std::string(1000, 'x'));
        QVERIFY(writeText(path, QByteArray::fromStdString(packed)));
        std::uint64_t told = 0;
        InputSpool::Options options;
        options.onBytes = [&](std::uint64_t bytes) { told = bytes; };

        QVERIFY(SessionInput::openFile(path.toStdString(), options));

        QCOMPARE(told, static_cast<std::uint64_t>(packed.size()));
    }

    void aFileThatShrinksIsTold()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s"));
        QVERIFY(writeText(path, "0123456789"));
        const auto input = SessionInput::openFile(path.toStdString());
        QVERIFY(input);
        QCOMPARE(input->problem(), std::string());

        QVERIFY(QFile::resize(path, 4));

        QCOMPARE(input->problem(), std::string("the file shrank from 10 to 4 bytes while it was read"));
    }

    void withoutAFolderForTheUnpackedDataItIsToldWhatToDo()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.gz"));
        QVERIFY(writeText(path, QByteArray::fromStdString(gzipped("x"))));
        const ChangedVariable cache("XDG_CACHE_HOME", "/dev/null");
        const ChangedVariable temporary("TMPDIR", "/dev/null");

        const auto input = SessionInput::openFile(path.toStdString());

        QVERIFY(!input);
        QCOMPARE(QByteArray::fromStdString(input.error().code + ": " + input.error().message),
            QByteArray("input_unreadable: PATH cannot be read: there is no folder for temporary files")
                .replace("PATH", path.toUtf8()));
    }

    void aFullDiskIsToldWithWhatToDo()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("mounting takes root");
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.gz"));
        QVERIFY(writeText(path, QByteArray::fromStdString(gzipped(std::string(1 << 20, 'x')))));
        const ChangedVariable cache("XDG_CACHE_HOME", disk.path().toUtf8());

        const auto input = SessionInput::openFile(path.toStdString());

        QVERIFY(!input);
        QVERIFY2(input.error().message.ends_with(" was not unpacked: No space left on device"),
            input.error().message.c_str());
        QCOMPARE(
            QDir(disk.path() + QStringLiteral("/telemetry-inspector")).entryList(QDir::Files), QStringList());
    }

    void openingFails_data()
    {
        QTest::addColumn<QString>("name"); // below the folder DIR, which also holds the file "file"
        QTest::addColumn<QByteArray>("error");

        QTest::addRow("missing") << QStringLiteral("none")
                                 << QByteArray("input_missing: DIR/none does not exist. Check the path.");
        QTest::addRow("in a folder that is missing")
            << QStringLiteral("none/s")
            << QByteArray("input_missing: DIR/none/s does not exist. Check the path.");
        QTest::addRow("below a file")
            << QStringLiteral("file/s")
            << QByteArray("input_missing: DIR/file/s does not exist. Check the path.");
        QTest::addRow("a folder") << QStringLiteral("folder")
                                  << QByteArray(
                                         "input_unreadable: DIR/folder cannot be read: it is a folder. "
                                         "Check the path and its permissions.");
        QTest::addRow("no permission")
            << QStringLiteral("locked")
            << QByteArray("input_unreadable: DIR/locked cannot be read: Permission denied. "
                          "Check the path and its permissions.");
    }

    void openingFails()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, error);
        const QTemporaryDir dir;
        const QString locked = dir.filePath(QStringLiteral("locked"));
        QVERIFY(writeText(dir.filePath(QStringLiteral("file")), "x"));
        QVERIFY(writeText(locked, "x"));
        QVERIFY(QFile::setPermissions(locked, {}));
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("folder")));
        if (dir.filePath(name) == locked && QFile(locked).open(QIODevice::ReadOnly))
            QSKIP("this user may read every file");

        const auto input = SessionInput::openFile(dir.filePath(name).toStdString());

        QVERIFY(!input);
        QCOMPARE(QByteArray::fromStdString(
                     input.error().code + ": " + input.error().message + ". " + input.error().remedy),
            error.replace("DIR", dir.path().toUtf8()));
    }

    void anEmptyPathIsMissing()
    {
        QCOMPARE(SessionInput::openFile("").error().code, std::string("input_missing"));
    }
};

QTEST_APPLESS_MAIN(tst_SessionInput)
#include "tst_SessionInput.moc"
