// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/WatchedDevice.h"
#include "tests/support/FailingDevice.h"

#include <QBuffer>
#include <QByteArray>
#include <QByteArrayList>
#include <QIODevice>
#include <QObject>
#include <QStringLiteral>
#include <QTest>

using namespace inspector;

class tst_WatchedDevice : public QObject
{
    Q_OBJECT

private slots:
    void readsAndTells()
    {
        QBuffer buffer;
        buffer.setData("0123456789");
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QByteArrayList told;
        WatchedDevice device(
            buffer,
            [&](std::uint64_t done, std::uint64_t total) {
                told.append(QByteArray::number(static_cast<qulonglong>(done)) + '/' +
                            QByteArray::number(static_cast<qulonglong>(total)));
            },
            nullptr);

        QCOMPARE(device.read(4), QByteArray("0123"));
        QCOMPARE(device.read(4), QByteArray("4567"));
        QVERIFY(device.seek(0));
        QCOMPARE(device.read(2), QByteArray("01"));
        QCOMPARE(device.readAll(), QByteArray("23456789"));
        QCOMPARE(device.read(1), QByteArray());

        QCOMPARE(told.first(3), (QByteArrayList{"4/10", "8/10", "8/10"}));
        QCOMPARE(told.last(), QByteArray("10/10"));
        QVERIFY(!device.isStopped());
    }

    void stops()
    {
        QBuffer buffer;
        buffer.setData("0123456789");
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        StopFlag stop;
        WatchedDevice device(buffer, {}, &stop);
        QCOMPARE(device.read(4), QByteArray("0123"));
        QVERIFY(!stop.isRequested());

        stop.request();

        char byte = 0;
        QCOMPARE(device.read(&byte, 1), qint64{-1});
        QVERIFY(device.isStopped());
        QVERIFY(stop.isRequested());
    }

    void passesAnErrorOn()
    {
        FailingDevice failing("0123", 2);
        QVERIFY(failing.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        WatchedDevice device(failing, {}, nullptr);
        QCOMPARE(device.read(2), QByteArray("01"));

        char byte = 0;
        QCOMPARE(device.read(&byte, 1), qint64{-1});
        QCOMPARE(device.errorString(), QStringLiteral("the disk is gone"));
        QVERIFY(!device.isStopped());
    }
};

QTEST_APPLESS_MAIN(tst_WatchedDevice)
#include "tst_WatchedDevice.moc"
