// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionFile.h"
#include "tests/support/FailingDevice.h"

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QStringLiteral>
#include <QTemporaryFile>
#include <QTest>

#include <array>

using namespace inspector;

namespace {

QByteArray bytesOf(const SessionFile &file, std::uint64_t offset, std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), '?');
    const auto read = file.readSome(offset, bytes.data(), size);
    return read ? bytes.first(static_cast<qsizetype>(*read)) : QByteArray::fromStdString(read.error().code);
}

} // namespace

class tst_SessionFile : public QObject
{
    Q_OBJECT

private slots:
    void readsAnywhere_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("size");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("all") << 0 << 10 << QByteArray("0123456789");
        QTest::addRow("the middle") << 3 << 4 << QByteArray("3456");
        QTest::addRow("nothing") << 3 << 0 << QByteArray();
        QTest::addRow("over the end") << 8 << 5 << QByteArray("89");
        QTest::addRow("behind the end") << 11 << 5 << QByteArray();
    }

    void readsAnywhere()
    {
        QFETCH(int, offset);
        QFETCH(int, size);
        QFETCH(QByteArray, expected);
        QTemporaryFile onDisk;
        QVERIFY(onDisk.open() && onDisk.write("0123456789") == 10 && onDisk.flush());
        QBuffer inMemory;
        inMemory.setData("0123456789");
        QVERIFY(inMemory.open(QIODevice::ReadOnly) && inMemory.seek(4));

        for (QIODevice *device : {static_cast<QIODevice *>(&onDisk), static_cast<QIODevice *>(&inMemory)}) {
            const auto file = SessionFile::fromDevice(*device, "x");
            QVERIFY(file.has_value());
            QCOMPARE(bytesOf(**file, static_cast<std::uint64_t>(offset), static_cast<std::size_t>(size)),
                expected);
        }
    }

    void outlivesTheDescriptor()
    {
        QTemporaryFile onDisk;
        QVERIFY(onDisk.open() && onDisk.write("abc") == 3 && onDisk.flush());
        const auto file = SessionFile::fromDescriptor(onDisk.handle(), "x");
        QVERIFY(onDisk.remove());

        QCOMPARE(bytesOf(**file, 1, 2), QByteArray("bc"));
        QCOMPARE((*file)->name(), std::string("x"));
    }

    void seesWhatIsAppended()
    {
        QTemporaryFile onDisk;
        QVERIFY(onDisk.open() && onDisk.write("abc") == 3 && onDisk.flush());
        const auto file = SessionFile::fromDevice(onDisk, "x");
        QCOMPARE(bytesOf(**file, 2, 5), QByteArray("c"));
        QVERIFY(onDisk.write("def") == 3 && onDisk.flush());

        QCOMPARE(bytesOf(**file, 2, 5), QByteArray("cdef"));
    }

    void errors()
    {
        QCOMPARE(SessionFile::fromDescriptor(-1, "game.ndjson").error(),
            (Error{"input_unreadable", "game.ndjson cannot be read: Bad file descriptor",
                "Check the file and the space left."}));

        QFile writeOnly(QStringLiteral("/dev/null"));
        QVERIFY(writeOnly.open(QIODevice::WriteOnly));
        const auto file = SessionFile::fromDevice(writeOnly, "game.ndjson");
        std::array<char, 1> byte{};
        QCOMPARE((*file)->readSome(0, byte.data(), 1).error(),
            (Error{"read_failed", "game.ndjson cannot be read: Bad file descriptor",
                "Check the file and the disk that it is on."}));

        FailingDevice failing("abc", 1);
        QVERIFY(failing.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        QCOMPARE(SessionFile::fromDevice(failing, "demo").error(),
            (Error{"input_unreadable", "demo cannot be read: the disk is gone",
                "Check the file and the space left."}));
    }
};

QTEST_APPLESS_MAIN(tst_SessionFile)
#include "tst_SessionFile.moc"
