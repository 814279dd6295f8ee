// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/AtomicFile.h"
#include "core/telemetry/FileSystemTelemetryWriter.h"
#include "tests/support/ConformanceCase.h"

#include <sys/mount.h>

#include <QTemporaryDir>
#include <QtTest>

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

/// A file system of 64 KiB, while it lives.
class SmallDisk
{
public:
    SmallDisk()
        : m_mounted(::mount("tmpfs", qPrintable(m_dir.path()), "tmpfs", 0, "size=64k") == 0)
    {}
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount(qPrintable(m_dir.path()));
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_mounted; }
    [[nodiscard]] QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
    bool m_mounted;
};

} // namespace

class tst_FileSystemTelemetryWriter : public QObject
{
    Q_OBJECT

private slots:
    void makesFoldersAndReturnsAbsolutePaths()
    {
        const QTemporaryDir dir;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(dir.path()));
        FileSystemTelemetryWriter writer(QStringLiteral("a/../b/c"));
        QVERIFY(QDir::setCurrent(before));

        const auto written = writer.write(artifact("x.json"), {});
        QVERIFY(writer.finish());

        const QString path = dir.filePath(QStringLiteral("b/c/x.json"));
        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QCOMPARE(*written, (WrittenArtifact{path.toStdString(), 2}));
        QCOMPARE(
            filesOf(dir.filePath(QStringLiteral("b/c"))), (FileContents{{QStringLiteral("x.json"), "x\n"}}));
    }

    void endsWithANewline()
    {
        const QTemporaryDir dir;
        FileSystemTelemetryWriter writer(dir.path());

        QCOMPARE(writer.write(artifact("x.json", "no end"), {})->bytes, std::uint64_t{7});

        QCOMPARE(filesOf(dir.path()), (FileContents{{QStringLiteral("x.json"), "no end\n"}}));
    }

    void streamsLargeContent()
    {
        const QTemporaryDir dir;
        const std::string content(3'500'000, 'y');

        QVERIFY(FileSystemTelemetryWriter(dir.path()).write(artifact("x", content + '\n'), {}));

        QCOMPARE(filesOf(dir.path()).value(QStringLiteral("x")), QByteArray::fromStdString(content + '\n'));
    }

    void refusesNames_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name :
            {QByteArray(""), QByteArray(".."), QByteArray("../x"), QByteArray("a/b"), QByteArray("/etc/x"),
                QByteArray("a\\b"), QByteArray("a\0b", 3), QByteArray("a:b"), QByteArray("CON"),
                QByteArray("con.json"), QByteArray("COM1"), QByteArray("x."), QByteArray("x "),
                QByteArray("a\nb"), QByteArray("\xff"), QByteArray(256, 'x'), QByteArray("a?")})
            QTest::newRow(name.left(20).toPercentEncoding().constData()) << name;
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
        QTest::addRow("other content")
            << false << QByteArray("new\n") << QByteArray("exists") << QByteArray("old\n");
        QTest::addRow("other length")
            << false << QByteArray("newer\n") << QByteArray("exists") << QByteArray("old\n");
        QTest::addRow("forced") << true << QByteArray("new\n") << QByteArray() << QByteArray("new\n");
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

        QCOMPARE(
            QByteArray::fromStdString(codeOf(writer.write(artifact("x", content.toStdString()), {}))), code);

        QCOMPARE(filesOf(dir.path()), (FileContents{{QStringLiteral("x"), after}}));
    }

    void doesNotFollowLinks()
    {
        const QTemporaryDir dir;
        const QTemporaryDir outside;
        const QString target = outside.filePath(QStringLiteral("precious"));
        QVERIFY(writeFileAtomically(target, "precious\n"));
        QVERIFY(QFile::link(target, dir.filePath(QStringLiteral("x"))));

        QCOMPARE(codeOf(FileSystemTelemetryWriter(dir.path(), Existing::Overwrite).write(artifact("x"), {})),
            std::string("not_a_file"));

        QCOMPARE(filesOf(outside.path()), (FileContents{{QStringLiteral("precious"), "precious\n"}}));
    }

    void aFolderInTheWay()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("x")));

        QCOMPARE(codeOf(FileSystemTelemetryWriter(dir.path(), Existing::Overwrite).write(artifact("x"), {})),
            std::string("not_a_file"));
    }

    void theFolderIsAFile()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(QStringLiteral("f")), "x"));

        const auto written =
            FileSystemTelemetryWriter(dir.filePath(QStringLiteral("f/g"))).write(artifact("x"), {});

        QCOMPARE(codeOf(written), std::string("folder_failed"));
        QVERIFY(written.error().message.find("/f/g") != std::string::npos);
    }

    void anUnknownFolderCannotBeSynced()
    {
        const auto synced = syncFolder(QStringLiteral("/nonexistent"));

        QVERIFY(!synced);
        QCOMPARE(synced.error().code, std::string("sync_failed"));
        QCOMPARE(writeFileAtomically(QStringLiteral("/nonexistent/x"), "x").error().code,
            std::string("write_failed"));
    }

    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("bytes");

        QTest::addRow("fits the buffer of the file class") << 5'000;
        QTest::addRow("larger than the disk") << 100'000;
        QTest::addRow("several pieces") << 3'000'000;
    }

    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(int, bytes);
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("making a small file system takes the right to mount");
        const QDir dir(disk.path());
        QVERIFY(writeFileAtomically(dir.filePath(QStringLiteral("x")), "old\n"));
        QFile filler(dir.filePath(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'f')) == 4096) {
        }
        filler.close();

        const auto written = FileSystemTelemetryWriter(disk.path(), Existing::Overwrite)
                                 .write(artifact("x", std::string(static_cast<std::size_t>(bytes), 'n')), {});

        QCOMPARE(codeOf(written), std::string("write_failed"));
        QCOMPARE(dir.entryList(QDir::Files | QDir::Hidden),
            QStringList({QStringLiteral("filler"), QStringLiteral("x")}));
        QCOMPARE(filesOf(disk.path()).value(QStringLiteral("x")), QByteArray("old\n"));
    }
};

QTEST_APPLESS_MAIN(tst_FileSystemTelemetryWriter)
#include "tst_FileSystemTelemetryWriter.moc"
