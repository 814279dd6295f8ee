// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/ObjectFile.h"
#include "tests/support/SampleSave.h"
#include "tests/support/TestJson.h"

#include <sys/stat.h>

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QString>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

class tst_ObjectFile : public QObject
{
    Q_OBJECT

private slots:
    void reads()
    {
        writeFile(path(), "{\"b\":1,\"a\":[2]}\n");

        const auto file = ObjectFile::read(path());

        QVERIFY2(file, file ? "" : file.error().message.c_str());
        QCOMPARE(shown(file->object), QByteArray("{\"b\":1,\"a\":[2]}"));
        QVERIFY(file->repairs.empty());
    }

    void tellsWhatWasMended()
    {
        writeFile(path(), "{\"a\":\"\xff\"}");

        const auto file = ObjectFile::read(path());

        QVERIFY2(file, file ? "" : file.error().message.c_str());
        QCOMPARE(shown(file->object), QByteArray("{\"a\":\"\xef\xbf\xbd\"}"));
        QCOMPARE(file->repairs.size(), std::size_t{1});
    }

    void contentThatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("content");

        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("a list") << QByteArray("[]");
        QTest::addRow("a part") << QByteArray("{\"a\":");
        QTest::addRow("no JSON") << QByteArray("save");
    }

    void contentThatIsNoObject()
    {
        QFETCH(QByteArray, content);
        writeFile(path(), content);

        const auto file = ObjectFile::read(path());

        QVERIFY(!file);
        QCOMPARE(file.error().code, std::string("not_understood"));
        QVERIFY2(file.error().message.starts_with(path().toStdString() + " is no JSON object: "),
            file.error().message.c_str());
    }

    void placesThatHoldNone_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("code");

        QTest::addRow("nothing") << QByteArray("nothing") << QByteArray("file_missing");
        QTest::addRow("a folder") << QByteArray("folder") << QByteArray("not_a_file");
        QTest::addRow("a pipe") << QByteArray("pipe") << QByteArray("not_a_file");
        QTest::addRow("a link") << QByteArray("link") << QByteArray("not_a_file");
        QTest::addRow("a link to nothing") << QByteArray("dangling") << QByteArray("not_a_file");
    }

    void placesThatHoldNone()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, code);
        const QString target = m_dir->filePath(QStringLiteral("target"));
        if (what == "folder")
            QVERIFY(QDir().mkdir(path()));
        if (what == "pipe")
            QCOMPARE(::mkfifo(qPrintable(path()), 0600), 0);
        if (what == "link")
            writeFile(target, "{}");
        if (what == "link" || what == "dangling")
            QVERIFY(QFile::link(target, path()));

        const auto file = ObjectFile::read(path());

        QVERIFY(!file);
        QCOMPARE(QByteArray::fromStdString(file.error().code), code);
        QVERIFY(QByteArray::fromStdString(file.error().message).contains(path().toUtf8()));
    }

    void aFileThatMayNotBeRead()
    {
        writeFile(path(), "{}");
        QVERIFY(QFile::setPermissions(path(), QFile::Permissions()));
        if (QFile(path()).open(QIODevice::ReadOnly))
            QSKIP("this user may read everything");

        const auto file = ObjectFile::read(path());

        QCOMPARE(file.error().code, std::string("file_unreadable"));
    }

    void size_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QByteArray>("code");

        const auto most = static_cast<qint64>(ObjectFile::maxBytes);
        QTest::addRow("as large as may be") << most << QByteArray();
        QTest::addRow("a byte larger") << most + 1 << QByteArray("too_large");
    }

    void size()
    {
        QFETCH(qint64, bytes);
        QFETCH(QByteArray, code);
        writeFile(path(), QByteArray("{}").append(QByteArray(bytes - 2, ' ')));

        const auto file = ObjectFile::read(path());

        QCOMPARE(QByteArray::fromStdString(file ? std::string() : file.error().code), code);
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(QStringLiteral("x.json")); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_APPLESS_MAIN(tst_ObjectFile)
#include "tst_ObjectFile.moc"
