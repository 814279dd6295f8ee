// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Gunzip.h"
#include "core/base/Gzip.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

struct Unpacked
{
    QByteArray content;
    QByteArray problem;
};

/// What comes out of `packed` when it is fed in pieces of `pieceBytes`.
Unpacked unpacked(const QByteArray &packed, int pieceBytes = 1 << 16)
{
    Unpacked result;
    Gunzip gunzip;
    for (int at = 0; at < packed.size(); at += pieceBytes) {
        const std::string piece = packed.mid(at, pieceBytes).toStdString();
        const bool useful = gunzip.feed(piece, [&](std::string_view bytes) {
            result.content.append(bytes.data(), static_cast<int>(bytes.size()));
            return true;
        });
        if (!useful)
            break;
    }
    result.problem = QByteArray::fromStdString(gunzip.problem());
    return result;
}

QByteArray packed(const QByteArray &content)
{
    return QByteArray::fromStdString(gzipped(content.toStdString()));
}

} // namespace

class tst_Gzip : public QObject
{
    Q_OBJECT

private slots:
    void comesBack_data()
    {
        QTest::addColumn<QByteArray>("content");

        QTest::addRow("nothing") << QByteArray("");
        QTest::addRow("a line") << QByteArray("a line\n");
        QTest::addRow("binary") << QByteArray("\0\xff\x1f\x8b\0", 5);
        QTest::addRow("more than one piece") << QByteArray("0123456789").repeated(300'000);
        QByteArray noise(3 << 20, '\0'); // does not get smaller
        quint32 state = 1;
        for (char &byte : noise)
            byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
        QTest::addRow("noise") << noise;
    }

    void comesBack()
    {
        QFETCH(QByteArray, content);

        const Unpacked result = unpacked(packed(content));

        QVERIFY(result.content == content);
        QCOMPARE(result.problem, QByteArray());
    }

    // Magic, deflate, no flags, time 0, no extra flags, Unix; then the data, its checksum and its size.
    void theBytesDependOnTheContentAlone()
    {
        QCOMPARE(packed("a\n").toHex(), QByteArray("1f8b08000000000000034be4020007a1eadd02000000"));
    }

    void odd_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("problem");
        const QByteArray one = packed("one\n");
        const QByteArray two = packed("two\n");
        QByteArray badChecksum = one;
        badChecksum[badChecksum.size() - 8] = static_cast<char>(badChecksum.at(badChecksum.size() - 8) ^ 1);

        QTest::addRow("two members") << one + two << QByteArray("one\ntwo\n") << QByteArray();
        QTest::addRow("padded with zeros")
            << one + QByteArray(1000, '\0') << QByteArray("one\n") << QByteArray();
        QTest::addRow("zeros between members")
            << one + QByteArray(3, '\0') + two << QByteArray("one\ntwo\n") << QByteArray();
        QTest::addRow("garbage behind") << one + "garbage" << QByteArray("one\n")
                                        << QByteArray("the gzip data is damaged (incorrect header check)");
        QTest::addRow("only the magic")
            << one.left(2) << QByteArray() << QByteArray("the gzip data ends too early");
        QTest::addRow("cut in the checksum")
            << one.chopped(6) << QByteArray("one\n") << QByteArray("the gzip data ends too early");
        QTest::addRow("wrong checksum") << badChecksum << QByteArray("one\n")
                                        << QByteArray("the gzip data is damaged (incorrect data check)");
        QTest::addRow("another method")
            << QByteArray("\x1f\x8b\x07xxxxxxxxxxxx") << QByteArray()
            << QByteArray("the gzip data is damaged (unknown compression method)");
    }

    void odd()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, problem);

        for (const int pieceBytes : {1, 7, 1 << 16}) {
            const Unpacked result = unpacked(input, pieceBytes);
            QCOMPARE(result.content, content);
            QCOMPARE(result.problem, problem);
        }
    }

    void cutAnywhereItGivesWhatCameBefore()
    {
        const QByteArray content = QByteArray("0123456789abcdef\n").repeated(100);
        const QByteArray whole = packed(content);
        for (int length = 2; length < whole.size(); ++length) {
            const Unpacked result = unpacked(whole.left(length));
            QVERIFY(content.startsWith(result.content));
            QCOMPARE(result.problem, QByteArray("the gzip data ends too early"));
        }
    }

    void aSinkThatHasEnoughEndsTheWork()
    {
        Gunzip gunzip;
        int calls = 0;

        const bool useful = gunzip.feed(gzipped(std::string(5 << 20, 'x')), [&](std::string_view) {
            ++calls;
            return false;
        });

        QVERIFY(!useful);
        QCOMPARE(calls, 1);
    }

    void isToldByItsStart_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<bool>("is");

        QTest::addRow("nothing") << QByteArray() << false;
        QTest::addRow("one byte") << QByteArray("\x1f") << false;
        QTest::addRow("two bytes") << QByteArray("\x1f\x8b") << true;
        QTest::addRow("JSON") << QByteArray("{}") << false;
    }

    void isToldByItsStart()
    {
        QFETCH(QByteArray, start);
        QFETCH(bool, is);

        QCOMPARE(looksLikeGzip(start.toStdString()), is);
    }
};

QTEST_APPLESS_MAIN(tst_Gzip)
#include "tst_Gzip.moc"
