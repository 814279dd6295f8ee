// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionReader.h"
#include "tests/support/ShownIssue.h"

#include <QBuffer>
#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// Number, line and label of each record, up to the end.
QByteArrayList readOn(SessionReader &reader)
{
    QByteArrayList shown;
    SessionRecord record;
    while (reader.next(record).value_or(false)) {
        const std::string *label = (*record.body.asObject())["label"].asString();
        shown.append("#" + QByteArray::number(static_cast<qulonglong>(record.number)) + " line " +
                     QByteArray::number(static_cast<qulonglong>(record.line)) + " " +
                     (label == nullptr ? "-" : QByteArray::fromStdString(*label)));
    }
    return shown;
}

QByteArray marker(const char *label)
{
    return QByteArray("{'type':'marker','timestamp':1,'label':'L'}").replace('\'', '"').replace("L", label);
}

} // namespace

class tst_SessionReaderResume : public QObject
{
    Q_OBJECT

private slots:
    void goesOnWithWhatCame_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("then");
        QTest::addColumn<QByteArrayList>("expected");
        QTest::addColumn<quint64>("skipped");
        const QByteArray a = marker("a");
        const QByteArray b = marker("b");

        QTest::addRow("a line more") << a + '\n' << b + '\n' << QByteArrayList{"#2 line 2 b"} << quint64{0};
        QTest::addRow("behind an empty file")
            << QByteArray() << b << QByteArrayList{"#1 line 1 b"} << quint64{0};
        QTest::addRow("the line end was missing") << a << '\n' + b + '\n'
                                                  << QByteArrayList{"#2 line 2 b"} << quint64{0};
        QTest::addRow("one of two bytes") << a << "\r\n" + b + '\n'
                                          << QByteArrayList{"#2 line 2 b"} << quint64{0};
        QTest::addRow("the last line was cut off") << a + '\n' + b.left(9) << b.mid(9) + '\n'
                                                   << QByteArrayList{"#2 line 2 b"} << quint64{0};
        QTest::addRow("and it still is")
            << a + '\n' + b.left(9) << b.mid(9, 5) << QByteArrayList{} << quint64{1};
        QTest::addRow("and is no record")
            << a + '\n' + b.left(9) << QByteArray("\n" + b) << QByteArrayList{"#2 line 3 b"} << quint64{1};
        QTest::addRow("nothing") << a + '\n' << QByteArray() << QByteArrayList{} << quint64{0};
    }

    void goesOnWithWhatCame()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, then);
        QFETCH(QByteArrayList, expected);
        QFETCH(quint64, skipped);
        QBuffer device;
        device.setData(first);
        QVERIFY(device.open(QIODevice::ReadWrite));
        SessionReader reader(device, {});
        readOn(reader);

        device.buffer().append(then);
        QVERIFY(reader.resume());

        QCOMPARE(readOn(reader), expected);
        QCOMPARE(reader.report().skippedLines, skipped);
        QCOMPARE(static_cast<quint64>(reader.report().issues.size()), skipped);
    }

    void notBeforeTheEnd()
    {
        QBuffer device;
        device.setData(marker("a"));
        QVERIFY(device.open(QIODevice::ReadOnly));
        SessionReader reader(device, {});

        QVERIFY(!reader.resume());
    }

    void aDocumentDoesNotGrow()
    {
        QBuffer device;
        device.setData("{\"factions\":{}}");
        QVERIFY(device.open(QIODevice::ReadOnly));
        SessionReader reader(device, {});
        QCOMPARE(readOn(reader).size(), 1);

        QVERIFY(!reader.resume());
    }
};

QTEST_APPLESS_MAIN(tst_SessionReaderResume)
#include "tst_SessionReaderResume.moc"
