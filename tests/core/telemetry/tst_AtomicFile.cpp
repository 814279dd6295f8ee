// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/AtomicFile.h"
#include "tests/support/ConformanceCase.h"
#include "tests/support/SmallDisk.h"

#include <sys/stat.h>

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

const QString name = QStringLiteral("x.json");

std::string codeOf(const Result<void> &result)
{
    return result ? std::string() : result.error().code;
}

QStringList allNames(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

class tst_AtomicFile : public QObject
{
    Q_OBJECT

private slots:
    void writes_data()
    {
        QTest::addColumn<QByteArray>("before"); // null: no file
        QTest::addColumn<QByteArray>("content");

        QTest::addRow("a new file") << QByteArray() << QByteArray("new\n");
        QTest::addRow("an empty file") << QByteArray() << QByteArray("");
        QTest::addRow("in place of a shorter one") << QByteArray("o") << QByteArray("newer\n");
        QTest::addRow("in place of a longer one") << QByteArray("older and longer\n") << QByteArray("new\n");
        QTest::addRow("nothing in place of a file") << QByteArray("old\n") << QByteArray("");
        QTest::addRow("NUL and bytes that are no text") << QByteArray() << QByteArray("a\0\xff\r\n", 5);
        QTest::addRow("as much as the buffer of the file class")
            << QByteArray("old\n") << QByteArray(16'384, 'b');
        QTest::addRow("several pieces") << QByteArray("old\n") << QByteArray(3'500'000, 'p').append("end");
    }

    void writes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, content);
        const QTemporaryDir dir;
        if (!before.isNull())
            QVERIFY(writeFileAtomically(dir.filePath(name), before.toStdString()));

        const auto written = writeFileAtomically(dir.filePath(name), content.toStdString());

        QVERIFY2(written, written ? "" : written.error().message.c_str());
        QCOMPARE(differenceOf(filesOf(dir.path()), {{name, content}}), QByteArray());
    }

    void keepsTheFileForThoseWhoHaveItOpen()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(name), "old\n"));
        QFile reader(dir.filePath(name));
        QVERIFY(reader.open(QIODevice::ReadOnly));

        QVERIFY(writeFileAtomically(dir.filePath(name), "new\n"));

        QCOMPARE(reader.readAll(), QByteArray("old\n"));
        QCOMPARE(filesOf(dir.path()), (FileContents{{name, "new\n"}}));
    }

    void doesNotFollowLinks_data()
    {
        QTest::addColumn<bool>("dangling");

        QTest::addRow("to a file") << false;
        QTest::addRow("to nothing") << true;
    }

    void doesNotFollowLinks()
    {
        QFETCH(bool, dangling);
        const QTemporaryDir dir;
        const QTemporaryDir outside;
        const QString target = outside.filePath(QStringLiteral("precious"));
        if (!dangling)
            QVERIFY(writeFileAtomically(target, "precious\n"));
        const FileContents before = filesOf(outside.path());
        QVERIFY(QFile::link(target, dir.filePath(name)));

        const auto written = writeFileAtomically(dir.filePath(name), "new\n");

        QCOMPARE(codeOf(written), std::string("not_a_file"));
        QCOMPARE(filesOf(outside.path()), before);
        QCOMPARE(QFileInfo(dir.filePath(name)).symLinkTarget(), target);
    }

    void aLinkedFolderIsThePersonsChoice()
    {
        const QTemporaryDir dir;
        const QTemporaryDir outside;
        const QString link = dir.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(outside.path(), link));

        QVERIFY(writeFileAtomically(QDir(link).filePath(name), "new\n"));

        QCOMPARE(filesOf(outside.path()), (FileContents{{name, "new\n"}}));
    }

    void somethingInTheWay_data()
    {
        QTest::addColumn<bool>("pipe");

        QTest::addRow("a folder") << false;
        QTest::addRow("a pipe") << true;
    }

    void somethingInTheWay()
    {
        QFETCH(bool, pipe);
        const QTemporaryDir dir;
        const QString path = dir.filePath(name);
        QVERIFY(pipe ? ::mkfifo(qPrintable(path), 0600) == 0 : QDir().mkdir(path));

        const auto written = writeFileAtomically(path, "new\n");

        QCOMPARE(codeOf(written), std::string("not_a_file"));
        QCOMPARE(QByteArray::fromStdString(written.error().message),
            path.toUtf8().append(" exists and is no plain file"));
        QCOMPARE(allNames(dir.path()), QStringList{name});
        QVERIFY(!QFileInfo(path).isFile());
    }

    void placesThatTakeNoFile_data()
    {
        QTest::addColumn<QString>("path"); // below the folder, which holds the file "file"

        QTest::addRow("a folder that is missing") << QStringLiteral("none/x");
        QTest::addRow("a path below a file") << QStringLiteral("file/x");
        QTest::addRow("a name that is too long") << QString(300, u'n');
    }

    void placesThatTakeNoFile()
    {
        QFETCH(QString, path);
        const QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(QStringLiteral("file")), "old\n"));

        const auto written = writeFileAtomically(dir.filePath(path), "new\n");

        QCOMPARE(codeOf(written), std::string("write_failed"));
        QVERIFY2(QByteArray::fromStdString(written.error().message)
                     .startsWith(dir.filePath(path).toUtf8().append(" was not written: ")),
            written.error().message.c_str());
        QVERIFY(!written.error().remedy.empty());
        QCOMPARE(filesOf(dir.path()), (FileContents{{QStringLiteral("file"), "old\n"}}));
    }

    void aFolderThatMayNotBeWritten()
    {
        const QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(name), "old\n"));
        QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner));
        if (QFile(dir.filePath(QStringLiteral("probe"))).open(QIODevice::WriteOnly))
            QSKIP("this user may write everywhere");

        const auto written = writeFileAtomically(dir.filePath(name), "new\n");
        QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));

        QCOMPARE(codeOf(written), std::string("write_failed"));
        QCOMPARE(filesOf(dir.path()), (FileContents{{name, "old\n"}}));
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
        QVERIFY(writeFileAtomically(disk.filePath(name), "old\n"));
        QVERIFY(disk.fill());

        const auto written =
            writeFileAtomically(disk.filePath(name), std::string(static_cast<std::size_t>(bytes), 'n'));

        QCOMPARE(codeOf(written), std::string("write_failed"));
        QCOMPARE(allNames(disk.path()), QStringList({QStringLiteral("filler"), name}));
        QCOMPARE(filesOf(disk.path()).value(name), QByteArray("old\n"));
    }

    void aDiskThatTakesOnlyAPart()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("making a small file system takes the right to mount");
        QVERIFY(writeFileAtomically(disk.filePath(name), "old\n"));

        const auto written = writeFileAtomically(disk.filePath(name), std::string(100'000, 'n'));

        QCOMPARE(codeOf(written), std::string("write_failed"));
        QCOMPARE(filesOf(disk.path()), (FileContents{{name, "old\n"}}));
    }

    void aFullDiskLeavesNothingOfANewFile()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("making a small file system takes the right to mount");
        QVERIFY(disk.fill());

        QCOMPARE(codeOf(writeFileAtomically(disk.filePath(name), "new\n")), std::string("write_failed"));

        QCOMPARE(allNames(disk.path()), QStringList{QStringLiteral("filler")});
    }

    void syncsAFolder_data()
    {
        QTest::addColumn<QString>("path"); // below the folder, which holds the file "file"
        QTest::addColumn<QByteArray>("code");

        QTest::addRow("a folder") << QStringLiteral(".") << QByteArray();
        QTest::addRow("missing") << QStringLiteral("none") << QByteArray("sync_failed");
        QTest::addRow("a file") << QStringLiteral("file") << QByteArray("sync_failed");
    }

    void syncsAFolder()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, code);
        const QTemporaryDir dir;
        QVERIFY(writeFileAtomically(dir.filePath(QStringLiteral("file")), "x"));

        const auto synced = syncFolder(dir.filePath(path));

        QCOMPARE(QByteArray::fromStdString(codeOf(synced)), code);
        QCOMPARE(QByteArray::fromStdString(synced ? std::string() : synced.error().message)
                     .contains(dir.filePath(path).toUtf8()),
            !code.isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_AtomicFile)
#include "tst_AtomicFile.moc"
