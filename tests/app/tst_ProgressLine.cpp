// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProgressLine.h"
#include "core/base/SystemClock.h"
#include "tests/support/MemoryStream.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTemporaryFile>
#include <QTest>

using namespace inspector;

class tst_ProgressLine : public QObject
{
    Q_OBJECT

private slots:
    void text_data()
    {
        QTest::addColumn<QList<int>>("counts"); // inputs, opened, done, records, bytes, bytes done
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QByteArray>("text");

        QTest::addRow("at the start") << QList<int>{1, 0, 0, 0, 0, 0} << 0.0 << QByteArray("0 %");
        QTest::addRow("one file") << QList<int>{1, 1, 0, 5'000'000, 1000, 250} << 5.0
                                  << QByteArray("25 %, 1.0 M records/s, 15 s left");
        QTest::addRow("too early to tell")
            << QList<int>{1, 1, 0, 900, 1000, 10} << 1.0 << QByteArray("1 %, 900 records/s");
        QTest::addRow("many files, all open") << QList<int>{4, 4, 2, 24'000, 400, 200} << 2.0
                                              << QByteArray("2 of 4 files, 12 k records/s, 2 s left");
        QTest::addRow("many files, most of them not open yet")
            << QList<int>{12, 3, 2, 150'000, 300, 300} << 100.0
            << QByteArray("2 of 12 files, 1.5 k records/s, 5 min 0 s left");
        QTest::addRow("nothing to do")
            << QList<int>{0, 0, 0, 0, 0, 0} << 1.0 << QByteArray("0 of 0 files, 0 records/s");
        QTest::addRow("fast") << QList<int>{1, 1, 0, 123'000'000, 2, 1} << 1.0
                              << QByteArray("50 %, 123 M records/s, 1 s left");
    }

    void text()
    {
        QFETCH(QList<int>, counts);
        QFETCH(double, seconds);
        QFETCH(QByteArray, text);
        const auto count = [&](int i) { return static_cast<std::uint64_t>(counts.at(i)); };
        const ExportProgress::Sample sample{count(0), count(1), count(2), count(3), count(4), count(5)};

        QCOMPARE(QByteArray::fromStdString(progressText(sample, seconds)), text);
    }

    void drawsAndWipesALine()
    {
        QTemporaryFile
            seen; // read on its own way: a stream in memory must not be looked at while it is written
        QVERIFY(seen.open());
        std::FILE *terminal = std::fopen(qPrintable(seen.fileName()), "w");
        ExportProgress progress;
        progress.setInputs(3);
        const SystemClock clock;
        const auto text = [&] {
            seen.seek(0);
            return seen.readAll();
        };
        {
            const ProgressLine line(terminal, progress, clock, std::chrono::milliseconds(0));
            QTRY_VERIFY(text().startsWith("\r0 of 3 files"));
        }
        std::fclose(terminal);

        const QByteArray end = text();
        QVERIFY2(end.endsWith(" \r"), end.constData());
        QVERIFY(!end.contains('\n'));
        QVERIFY(!end.contains('\x1b'));
    }

    void whatIsDoneInAMomentDrawsNothing()
    {
        MemoryStream terminal;
        const ExportProgress progress;
        const SystemClock clock;
        {
            const ProgressLine line(terminal.file(), progress, clock, std::chrono::hours(1));
        }

        QCOMPARE(terminal.text(), QByteArray());
    }

    void noTerminalIsNotSeen()
    {
        const MemoryStream stream;

        QVERIFY(!ProgressLine::isSeen(stream.file()));
    }
};

QTEST_APPLESS_MAIN(tst_ProgressLine)
#include "tst_ProgressLine.moc"
