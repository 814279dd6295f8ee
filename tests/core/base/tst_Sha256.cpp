// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <algorithm>
#include <cstddef>
#include <string_view>

using namespace inspector;

class tst_Sha256 : public QObject
{
    Q_OBJECT

private slots:
    // FIPS 180-2, appendix B, and its empty message
    void ofAKnownMessage_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("empty") << QByteArray()
                               << QByteArray(
                                      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::addRow("one block") << QByteArray("abc")
                                   << QByteArray(
                                          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::addRow("two blocks")
            << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
            << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::addRow("a million letters")
            << QByteArray(1'000'000, 'a')
            << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    void ofAKnownMessage()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, expected);

        QCOMPARE(QByteArray::fromStdString(sha256(message.toStdString())), expected);
    }

    void piecesMakeTheSameDigest()
    {
        const QByteArray message(1000, 'x');
        Sha256 hash;
        constexpr qsizetype pieceBytes = 7;
        for (qsizetype at = 0; at < message.size(); at += pieceBytes) {
            const QByteArray piece = message.mid(at, pieceBytes);
            hash.add({piece.constData(), static_cast<std::size_t>(piece.size())});
        }

        QCOMPARE(hash.takeHex(), sha256(message.toStdString()));
        QCOMPARE(hash.takeHex(), sha256({})); // it began anew
    }
};

QTEST_APPLESS_MAIN(tst_Sha256)
#include "tst_Sha256.moc"
