// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/WriterTotals.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray shown(const std::vector<WriterTotals> &totals)
{
    QByteArrayList lines;
    for (const WriterTotals &total : totals)
        lines << QByteArray::fromStdString(total.writer) + " batches " +
                     QByteArray::number(qulonglong(total.batches)) + ", written " +
                     QByteArray::number(qulonglong(total.artifacts)) + ", failed " +
                     QByteArray::number(qulonglong(total.failures)) + ", ms each " +
                     QByteArray::number(total.msEach()) + ", worst " + QByteArray::number(total.worstMs);
    return lines.join('\n');
}

} // namespace

class tst_WriterTotals : public QObject
{
    Q_OBJECT

private slots:
    void addsUp_data()
    {
        QTest::addColumn<QByteArrayList>("payloads");
        QTest::addColumn<QByteArray>("expected");

        const QByteArray one =
            "{'writerSummaries':[{'id':'files','successes':4,'failures':1,'durationMs':10}]}";
        QTest::addRow("one batch") << QByteArrayList{one}
                                   << QByteArray("files batches 1, written 4, failed 1, ms each 2, worst 2");
        QTest::addRow("two") << QByteArrayList{one,
                                    "{'writerSummaries':[{'id':'files','successes':5,'durationMs':40},"
                                    "{'id':'memory','successes':1,'durationMs':0.5}]}"}
                             << QByteArray("files batches 2, written 9, failed 1, ms each 5, worst 8\n"
                                           "memory batches 1, written 1, failed 0, ms each 0.5, worst 0.5");
        QTest::addRow("nothing to write")
            << QByteArrayList{"{'writerSummaries':[{'id':'files','successes':0,'durationMs':3}]}"}
            << QByteArray("files batches 1, written 0, failed 0, ms each 0, worst 0");
        QTest::addRow("no payload") << QByteArrayList{"null"} << QByteArray();
        QTest::addRow("no list") << QByteArrayList{"{'writerSummaries':{}}"} << QByteArray();
        QTest::addRow("nonsense")
            << QByteArrayList{"{'writerSummaries':[1,{'id':2},"
                              "{'id':'x','successes':-3,'failures':'y','durationMs':1e300}]}"}
            << QByteArray("x batches 1, written 0, failed 0, ms each 0, worst 0");
    }

    void addsUp()
    {
        QFETCH(QByteArrayList, payloads);
        QFETCH(QByteArray, expected);
        std::vector<WriterTotals> totals;
        for (QByteArray payload : payloads)
            addWriters(totals, json(payload.replace('\'', '"').toStdString()));

        QCOMPARE(shown(totals), expected);
    }
};

QTEST_APPLESS_MAIN(tst_WriterTotals)
#include "tst_WriterTotals.moc"
