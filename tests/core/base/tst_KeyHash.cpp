// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/KeyHash.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_KeyHash : public QObject
{
    Q_OBJECT

private slots:
    void arrayIndexOfAKey_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("isIndex");
        QTest::addColumn<quint32>("index");

        QTest::addRow("zero") << QByteArray("0") << true << 0U;
        QTest::addRow("small") << QByteArray("7") << true << 7U;
        QTest::addRow("largest") << QByteArray("4294967294") << true << 4294967294U;
        QTest::addRow("one too many") << QByteArray("4294967295") << false << 0U;
        QTest::addRow("ten digits beyond 32 bits") << QByteArray("9999999999") << false << 0U;
        QTest::addRow("eleven digits") << QByteArray("10000000000") << false << 0U;
        QTest::addRow("leading zero") << QByteArray("01") << false << 0U;
        QTest::addRow("two zeros") << QByteArray("00") << false << 0U;
        QTest::addRow("negative") << QByteArray("-1") << false << 0U;
        QTest::addRow("plus") << QByteArray("+1") << false << 0U;
        QTest::addRow("fraction") << QByteArray("1.5") << false << 0U;
        QTest::addRow("space") << QByteArray("1 ") << false << 0U;
        QTest::addRow("empty") << QByteArray("") << false << 0U;
        QTest::addRow("name") << QByteArray("vanguard_prime") << false << 0U;
    }

    void arrayIndexOfAKey()
    {
        QFETCH(QByteArray, key);
        QFETCH(bool, isIndex);
        QFETCH(quint32, index);

        const auto found = arrayIndex(key.toStdString());

        QCOMPARE(found.has_value(), isIndex);
        QCOMPARE(found.value_or(0), index);
    }

    void equalKeysHashAlike()
    {
        QCOMPARE(keyHash("vanguard_prime"), keyHash(std::string("vanguard_") + "prime"));
        QVERIFY(keyHash("vanguard_prime") != keyHash("vanguard_prima"));
    }
};

QTEST_APPLESS_MAIN(tst_KeyHash)
#include "tst_KeyHash.moc"
