// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saves/SlotMetadata.h"
#include "tests/support/SampleSave.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_SlotMetadata : public QObject
{
    Q_OBJECT

private slots:
    void ofASave_data()
    {
        QTest::addColumn<QByteArray>("slot");
        QTest::addColumn<QByteArray>("type");

        QTest::addRow("the autosave") << QByteArray("autosave") << QByteArray("auto");
        QTest::addRow("another") << QByteArray("slot1") << QByteArray("manual");
        QTest::addRow("nearly the autosave") << QByteArray("autosave-2") << QByteArray("manual");
    }

    void ofASave()
    {
        QFETCH(QByteArray, slot);
        QFETCH(QByteArray, type);

        const SlotMetadata metadata = SlotMetadata::of(slot.toStdString(), sampleSave("s", 5));

        QCOMPARE(shown(toJson(metadata)),
            QByteArray("{\"timestamp\":5,\"playtime\":60000,\"version\":1,\"slotType\":\"")
                .append(type)
                .append("\",\"label\":\"label of s\",\"snapshotSource\":\"worldStateStore\"}"));
    }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QByteArray>("expected"); // empty: none

        const QByteArray whole = "{\"timestamp\":5,\"playtime\":6,\"version\":0,\"slotType\":\"auto\","
                                 "\"label\":\"L\",\"snapshotSource\":\"w\"}";
        QTest::addRow("whole") << whole << whole;
        QTest::addRow("in another order, with more")
            << QByteArray("{\"label\":\"L\",\"slotType\":\"auto\",\"more\":1,\"snapshotSource\":\"w\","
                          "\"version\":0,\"playtime\":6,\"timestamp\":5}")
            << whole;
        QTest::addRow("a timestamp alone")
            << QByteArray("{\"timestamp\":5,\"label\":null}")
            << QByteArray("{\"timestamp\":5,\"playtime\":0,\"version\":1,\"slotType\":\"manual\","
                          "\"label\":\"\",\"snapshotSource\":\"\"}");
        QTest::addRow("no timestamp") << QByteArray("{\"playtime\":6}") << QByteArray();
        QTest::addRow("a timestamp of the wrong type") << QByteArray("{\"timestamp\":\"5\"}") << QByteArray();
        QTest::addRow("a label of the wrong type")
            << QByteArray("{\"timestamp\":5,\"label\":7}") << QByteArray();
        QTest::addRow("no object") << QByteArray("7") << QByteArray();
        QTest::addRow("null") << QByteArray("null") << QByteArray();
    }

    void reads()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QByteArray, expected);

        const auto metadata = SlotMetadata::fromJson("slot1", json(entry.toStdString()));

        QCOMPARE(metadata ? shown(toJson(*metadata)) : QByteArray(), expected);
    }
};

QTEST_APPLESS_MAIN(tst_SlotMetadata)
#include "tst_SlotMetadata.moc"
