// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"
#include "core/session/InputDigest.h"

#include <QByteArray>
#include <QFile>
#include <QIODevice>
#include <QObject>
#include <QStringLiteral>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

class tst_InputDigest : public QObject
{
    Q_OBJECT

private slots:
    void ofAFile_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 1 << 20, (1 << 20) + 1, 5'000'001})
            QTest::addRow("%d", bytes) << bytes;
    }

    void ofAFile()
    {
        QFETCH(int, bytes);
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("f")));
        QByteArray content(bytes, 'x');
        for (qsizetype i = 0; i < content.size(); i += 1000)
            content[i] = static_cast<char>(i / 1000);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == bytes && file.flush());
        const auto input = SessionInput::openFile(file.fileName().toStdString());

        InputDigest digest(*input);

        QCOMPARE(digest.bytes(), static_cast<std::uint64_t>(bytes));
        QCOMPARE(input->device().pos(), 0);
        QCOMPARE(digest.take(nullptr), sha256(content.toStdString()));
    }

    void ofText()
    {
        const SessionInput input = SessionInput::fromText("t", "abc");
        QCOMPARE(InputDigest(input).take(nullptr),
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void aWishToStopEndsIt()
    {
        const SessionInput input = SessionInput::fromText("t", QByteArray(300'000'000, 'x').toStdString());
        StopFlag stop;
        stop.request();
        QCOMPARE(InputDigest(input).take(&stop), std::string());
    }

    void nobodyHasToTakeIt()
    {
        const SessionInput input = SessionInput::fromText("t", QByteArray(8'000'000, 'x').toStdString());
        {
            const InputDigest digest(input);
        }
        QCOMPARE(input.device().pos(), 0);
    }
};

QTEST_APPLESS_MAIN(tst_InputDigest)
#include "tst_InputDigest.moc"
