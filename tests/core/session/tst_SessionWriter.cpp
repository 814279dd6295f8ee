// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionWriter.h"
#include "tests/support/KilledProcess.h"
#include "tests/support/SmallDisk.h"

#include <QFile>
#include <QFileInfo>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QByteArray codeOf(const Result<SessionWriter> &writer)
{
    return writer ? QByteArray() : QByteArray::fromStdString(writer.error().code);
}

} // namespace

class tst_SessionWriter : public QObject
{
    Q_OBJECT

private slots:
    void goesOnBehindTheLastWholeLine_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("kept");
        QTest::addColumn<quint64>("lastSeq");

        const QByteArray first = "{\"type\":\"session\"}\n";
        const QByteArray second = "{\"type\":\"event\",\"seq\":2}\n";
        const QByteArray longLine = "{\"seq\":3,\"x\":\"" + QByteArray(200'000, 'x') + "\"}\n";
        QTest::addRow("an empty file") << QByteArray() << QByteArray() << quint64{0};
        QTest::addRow("a line without seq") << first << first << quint64{0};
        QTest::addRow("two lines") << first + second << first + second << quint64{2};
        QTest::addRow("a torn line") << first + second + "{\"seq\":3" << first + second << quint64{2};
        QTest::addRow("nothing but a torn line") << QByteArray("{\"seq\":3") << QByteArray() << quint64{0};
        QTest::addRow("a long line") << second + longLine << second + longLine << quint64{3};
        QTest::addRow("a long torn line") << second + longLine.chopped(1) << second << quint64{2};
        QTest::addRow("a line that is no JSON") << QByteArray("x\n") << QByteArray("x\n") << quint64{0};
        QTest::addRow("empty lines") << QByteArray("\n\n") << QByteArray("\n\n") << quint64{0};
    }

    void goesOnBehindTheLastWholeLine()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, kept);
        QFETCH(quint64, lastSeq);
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("session.ndjson"));
        put(path, before);

        Result<SessionWriter> writer = SessionWriter::open(path.toStdString());

        QVERIFY2(writer, codeOf(writer).constData());
        QCOMPARE(writer->lastSeq(), lastSeq);
        QVERIFY(writer->append("{\"seq\":9}\n"));
        QCOMPARE(contentOf(path), kept + "{\"seq\":9}\n");
        QCOMPARE(writer->size(), static_cast<std::uint64_t>(kept.size()) + 10);
    }

    void makesItsFolder()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a/b/session.ndjson"));

        QVERIFY(SessionWriter::open(path.toStdString()));

        QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
    }

    void whatIsNoPlaceForASession()
    {
        const QTemporaryDir dir;
        const QString link = dir.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(dir.filePath(QStringLiteral("target")), link));

        QCOMPARE(codeOf(SessionWriter::open(link.toStdString())), QByteArray("not_a_file"));
        QCOMPARE(codeOf(SessionWriter::open(dir.path().toStdString())), QByteArray("write_failed"));
        QCOMPARE(codeOf(SessionWriter::open("/proc/no/such")), QByteArray("write_failed"));
        const QString path = dir.filePath(QStringLiteral("session"));
        const auto first = SessionWriter::open(path.toStdString());
        QCOMPARE(codeOf(SessionWriter::open(path.toStdString())), QByteArray("in_use"));
    }

    void aFullDiskCostsNoLineThatWasThere()
    {
        const SmallDisk disk;
        if (!disk.isThere())
            QSKIP("this takes the right to mount");
        const QString path = disk.filePath(QStringLiteral("session.ndjson"));
        Result<SessionWriter> writer = SessionWriter::open(path.toStdString());
        QVERIFY(writer);
        QVERIFY(writer->append("{\"seq\":1}\n"));
        const std::string tooMuch = std::string(100'000, 'x') + "\n";

        const Result<void> appended = writer->append(tooMuch);

        QVERIFY(!appended);
        QCOMPARE(appended.error().code, std::string("write_failed"));
        QCOMPARE(contentOf(path), QByteArray("{\"seq\":1}\n"));
        QVERIFY(writer->append("{\"seq\":2}\n"));
        QCOMPARE(contentOf(path), QByteArray("{\"seq\":1}\n{\"seq\":2}\n"));
    }

    void afterAKillAllButATornLineIsThere()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("session.ndjson"));
        for (int kill = 1; kill <= 20; ++kill) {
            ChildProcess child([&] {
                Result<SessionWriter> writer = SessionWriter::open(path.toStdString());
                for (std::uint64_t seq = writer->lastSeq() + 1;; ++seq) {
                    if (!writer->append("{\"seq\":" + std::to_string(seq) + "}\n"))
                        return 1;
                }
            });
            const qint64 before = QFileInfo(path).size();
            while (QFileInfo(path).size() < before + 2000)
                ::sched_yield();
            child.kill();

            const Result<SessionWriter> writer = SessionWriter::open(path.toStdString());
            QVERIFY2(writer, codeOf(writer).constData());
            const QByteArrayList lines = contentOf(path).split('\n');
            QCOMPARE(lines.last(), QByteArray());
            QCOMPARE(writer->lastSeq(), static_cast<std::uint64_t>(lines.size() - 1));
        }
        const QByteArrayList lines = contentOf(path).split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i)
            QCOMPARE(lines[i], "{\"seq\":" + QByteArray::number(i + 1) + "}");
    }
};

QTEST_APPLESS_MAIN(tst_SessionWriter)
#include "tst_SessionWriter.moc"
