// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/FileSystemTelemetryWriter.h"
#include "tests/support/ConformanceCase.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

Artifact artifact(const std::string &filename, const std::string &content = "x\n")
{
    return {"json", "json", filename, "application/json", content};
}

std::string codeOf(const Result<WrittenArtifact> &result)
{
    return result ? std::string() : result.error().code;
}

using Existing = FileSystemTelemetryWriter::Existing;

} // namespace

class tst_FileSystemTelemetryWriter : public QObject
{
    Q_OBJECT

private slots:
    void isCalledFilesystem()
    {
        QCOMPARE(FileSystemTelemetryWriter(QStringLiteral("x")).id(), std::string("filesystem"));
    }

    void makesFoldersAndReturnsAbsolutePaths_data()
    {
        QTest::addColumn<QString>("folder"); // as given, while DIR is the current one
        QTest::addColumn<QString>("absolute");

        QTest::addRow("relative") << QStringLiteral("out") << QStringLiteral("DIR/out");
        QTest::addRow("nested") << QStringLiteral("a/b/c") << QStringLiteral("DIR/a/b/c");
        QTest::addRow("with dots") << QStringLiteral("./a/../b/c/") << QStringLiteral("DIR/b/c");
        QTest::addRow("the current one") << QStringLiteral(".") << QStringLiteral("DIR");
        QTest::addRow("absolute") << QStringLiteral("DIR/a//b") << QStringLiteral("DIR/a/b");
        QTest::addRow("with a space and an accent")
            << QStringLiteral("o u/t \u00e9") << QStringLiteral("DIR/o u/t \u00e9");
    }

    void makesFoldersAndReturnsAbsolutePaths()
    {
        QFETCH(QString, folder);
        QFETCH(QString, absolute);
        const QTemporaryDir dir;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(dir.path()));
        FileSystemTelemetryWriter writer(folder.replace(QStringLiteral("DIR"), dir.path()));
        QVERIFY(QDir::setCurrent(before)); // only the folder at the beginning counts
        absolute.replace(QStringLiteral("DIR"), dir.path());

        const auto written = writer.write(artifact("x.json"), {});

        QCOMPARE(writer.folder(), absolute);
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QCOMPARE(*written, (WrittenArtifact{absolute.toStdString() + "/x.json", 2}));
        QCOMPARE(filesOf(absolute), (FileContents{{QStringLiteral("x.json"), "x\n"}}));
        QVERIFY(writer.finish());
    }

    void endsWithANewline_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("written");

        QTest::addRow("one is there") << QByteArray("x\n") << QByteArray("x\n");
        QTest::addRow("none is there") << QByteArray("x") << QByteArray("x\n");
        QTest::addRow("two are there") << QByteArray("x\n\n") << QByteArray("x\n\n");
        QTest::addRow("nothing is there") << QByteArray("") << QByteArray("\n");
        QTest::addRow("CR LF") << QByteArray("x\r\n") << QByteArray("x\r\n");
        QTest::addRow("large") << QByteArray(3'500'000, 'y') << QByteArray(3'500'000, 'y').append('\n');
    }

    void endsWithANewline()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, written);
        const QTemporaryDir dir;

        const auto result =
            FileSystemTelemetryWriter(dir.path()).write(artifact("x", content.toStdString()), {});

        QCOMPARE(result.value_or(WrittenArtifact()).bytes, static_cast<std::uint64_t>(written.size()));
        QCOMPARE(differenceOf(filesOf(dir.path()), {{QStringLiteral("x"), written}}), QByteArray());
    }

    void takesNames_data()
    {
        QTest::addColumn<QByteArray>("name");

        QTest::addRow("hidden") << QByteArray(".x");
        QTest::addRow("beyond ASCII") << QByteArray("\xc3\xa9 \xe6\xbc\xa2.json");
        QTest::addRow("spaces inside") << QByteArray("a b");
        QTest::addRow("like a device, but longer") << QByteArray("CONSOLE.json");
        QTest::addRow("longest") << QByteArray(255, 'n');
    }

    void takesNames()
    {
        QFETCH(QByteArray, name);
        const QTemporaryDir dir;

        const auto written = FileSystemTelemetryWriter(dir.path()).write(artifact(name.toStdString()), {});

        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QCOMPARE(filesOf(dir.path()), (FileContents{{QString::fromUtf8(name), "x\n"}}));
    }

    void refusesNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name : {QByteArray(""), QByteArray("."), QByteArray(".."), QByteArray("../x"),
                 QByteArray("a/b"), QByteArray("a/"), QByteArray("/etc/x"), QByteArray("a\\b"),
                 QByteArray("a\0b", 3), QByteArray("a:b"), QByteArray("CON"), QByteArray("con.json"),
                 QByteArray("COM1"), QByteArray("x."), QByteArray("x "), QByteArray("a\nb"),
                 QByteArray("\xff"), QByteArray(256, 'x'), QByteArray("a?")})
            QTest::newRow(name.left(20).toPercentEncoding().append(" of ").append(
                QByteArray::number(name.size()).append(" bytes")))
                << name;
    }

    void refusesNames()
    {
        QFETCH(QByteArray, name);
        const QTemporaryDir dir;
        FileSystemTelemetryWriter writer(dir.filePath(QStringLiteral("in")));

        QCOMPARE(codeOf(writer.write(artifact(name.toStdString()), {})), std::string("bad_name"));

        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void meetsFilesOfAnEarlierRun_data()
    {
        QTest::addColumn<bool>("overwrite");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("after");

        QTest::addRow("same content") << false << QByteArray("old\n") << QByteArray() << QByteArray("old\n");
        QTest::addRow("same content but for the newline")
            << false << QByteArray("old") << QByteArray() << QByteArray("old\n");
        QTest::addRow("other content")
            << false << QByteArray("new\n") << QByteArray("exists") << QByteArray("old\n");
        QTest::addRow("longer") << false << QByteArray("old\nnew\n") << QByteArray("exists")
                                << QByteArray("old\n");
        QTest::addRow("shorter") << false << QByteArray("\n") << QByteArray("exists") << QByteArray("old\n");
        QTest::addRow("forced, other content")
            << true << QByteArray("new\n") << QByteArray() << QByteArray("new\n");
        QTest::addRow("forced, same content")
            << true << QByteArray("old\n") << QByteArray() << QByteArray("old\n");
    }

    void meetsFilesOfAnEarlierRun()
    {
        QFETCH(bool, overwrite);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, after);
        const QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(QStringLiteral("x")), "old\n"));
        FileSystemTelemetryWriter writer(dir.path(), overwrite ? Existing::Overwrite : Existing::Refuse);

        const auto written = writer.write(artifact("x", content.toStdString()), {});

        QCOMPARE(QByteArray::fromStdString(codeOf(written)), code);
        QCOMPARE(filesOf(dir.path()), (FileContents{{QStringLiteral("x"), after}}));
        if (code.isEmpty())
            QCOMPARE(*written, (WrittenArtifact{dir.filePath(QStringLiteral("x")).toStdString(),
                                   static_cast<std::uint64_t>(after.size())}));
        else
            QCOMPARE(QByteArray::fromStdString(written.error().message),
                dir.filePath(QStringLiteral("x")).toUtf8().append(" exists with other content"));
    }

    void leavesAFileOfTheSameContentAlone()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("x"));
        const std::string large = std::string(3'000'000, 'l') + '\n'; // compared in pieces
        QVERIFY(writeFileAtomically(path, large));
        struct stat before = {};
        QCOMPARE(::stat(qPrintable(path), &before), 0);

        QVERIFY(FileSystemTelemetryWriter(dir.path()).write(artifact("x", large), {}));

        struct stat after = {};
        QCOMPARE(::stat(qPrintable(path), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
    }

    void noticesAChangeFarInside()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("x"));
        std::string large = std::string(3'000'000, 'l') + '\n';
        QVERIFY(writeFileAtomically(path, large));
        large[2'500'000] = 'm';

        QCOMPARE(codeOf(FileSystemTelemetryWriter(dir.path()).write(artifact("x", large), {})),
            std::string("exists"));
    }

    void whatIsNoPlainFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("overwrite");
        for (const bool overwrite : {false, true}) {
            for (const char *kind :
                {"folder", "link to the same content", "link to other content", "link to nothing", "pipe"})
                QTest::addRow("%s%s", kind, overwrite ? ", forced" : "") << QByteArray(kind) << overwrite;
        }
    }

    void whatIsNoPlainFileIsRefused()
    {
        QFETCH(QByteArray, kind);
        QFETCH(bool, overwrite);
        const QTemporaryDir dir;
        const QTemporaryDir outside;
        const QString path = dir.filePath(QStringLiteral("x"));
        const QString target = outside.filePath(QStringLiteral("precious"));
        int pipe = -1;
        if (kind == "folder")
            QVERIFY(QDir().mkdir(path));
        if (kind.startsWith("link"))
            QVERIFY(QFile::link(target, path));
        if (kind.endsWith("content"))
            QVERIFY(writeFileAtomically(target, kind.contains("same") ? "x\n" : "precious\n"));
        if (kind == "pipe") {
            QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
            pipe = ::open(qPrintable(path), O_RDWR | O_CLOEXEC); // so that nobody waits for the other end
        }
        const FileContents before = filesOf(outside.path());

        const auto written =
            FileSystemTelemetryWriter(dir.path(), overwrite ? Existing::Overwrite : Existing::Refuse)
                .write(artifact("x"), {});
        if (pipe >= 0)
            ::close(pipe);

        QCOMPARE(codeOf(written), std::string("not_a_file"));
        QCOMPARE(filesOf(outside.path()), before);
    }

    void theFolderIsAFile()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(QStringLiteral("f")), "x"));

        const auto written =
            FileSystemTelemetryWriter(dir.filePath(QStringLiteral("f/g"))).write(artifact("x"), {});

        QCOMPARE(codeOf(written), std::string("folder_failed"));
        QCOMPARE(QByteArray::fromStdString(written.error().message),
            QByteArray("the folder ").append(dir.path().toUtf8()).append("/f/g cannot be made"));
    }

    void finishTellsThatTheFolderIsGone()
    {
        const QTemporaryDir dir;
        FileSystemTelemetryWriter writer(dir.filePath(QStringLiteral("out")));
        QVERIFY(writer.finish()); // nothing was written, so there is nothing to be made durable
        QVERIFY(writer.write(artifact("x"), {}));
        QVERIFY(QDir(writer.folder()).removeRecursively());

        const auto finished = writer.finish();

        QVERIFY(!finished);
        QCOMPARE(finished.error().code, std::string("sync_failed"));
    }
};

QTEST_APPLESS_MAIN(tst_FileSystemTelemetryWriter)
#include "tst_FileSystemTelemetryWriter.moc"
