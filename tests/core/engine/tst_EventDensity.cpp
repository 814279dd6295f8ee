// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/EventDensity.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// Start, width and the counts, for example "1000 +1: 2 0 1".
QByteArray shown(const EventDensity &density)
{
    QByteArray text = QByteArray::number(density.start()) + " +" + QByteArray::number(density.width()) + ":";
    for (const EventDensity::Bucket &bucket : density.buckets()) {
        text += " " + QByteArray::number(bucket.all);
        if (bucket.changing > 0)
            text += "/" + QByteArray::number(bucket.changing);
    }
    return text;
}

std::uint64_t total(const EventDensity &density)
{
    std::uint64_t sum = 0;
    for (const EventDensity::Bucket &bucket : density.buckets())
        sum += bucket.all;
    return sum;
}

} // namespace

class tst_EventDensity : public QObject
{
    Q_OBJECT

private slots:
    void counts_data()
    {
        QTest::addColumn<QList<double>>("times");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("one") << QList<double>{1000} << QByteArray("1000 +1: 1");
        QTest::addRow("at once") << QList<double>{1000, 1000} << QByteArray("1000 +1: 2");
        QTest::addRow("a pause") << QList<double>{1000, 1003} << QByteArray("1000 +1: 1 0 0 1");
        QTest::addRow("the clock goes back") << QList<double>{1000, 998} << QByteArray("998 +1: 1 0 1");
        QTest::addRow("before the epoch") << QList<double>{-1, 1} << QByteArray("-1 +1: 1 0 1");
    }

    void counts()
    {
        QFETCH(QList<double>, times);
        QFETCH(QByteArray, expected);
        EventDensity density;
        for (const double time : times)
            density.add(time, false);

        QCOMPARE(shown(density), expected);
    }

    void tellsWhatChangesState()
    {
        EventDensity density;
        density.add(5, true);
        density.add(5, false);

        QCOMPARE(shown(density), QByteArray("5 +1: 2/1"));
    }

    void staysBounded_data()
    {
        QTest::addColumn<QList<double>>("times");

        QTest::addRow("forwards") << QList<double>{0, 1e6, 3e9};
        QTest::addRow("backwards") << QList<double>{3e9, 1e6, -7};
        QTest::addRow("beyond any date") << QList<double>{0, 1e300, -1e300};
    }

    void staysBounded()
    {
        QFETCH(QList<double>, times);
        EventDensity density;
        for (const double time : times)
            density.add(time, false);

        QVERIFY(density.buckets().size() <= EventDensity::maxBuckets);
        QVERIFY(density.buckets().size() > EventDensity::maxBuckets / 2);
        QCOMPARE(total(density), std::uint64_t(times.size()));
    }

    void isTheSameInAnyOrder()
    {
        EventDensity forwards, backwards;
        for (int i = 0; i <= 5000; ++i) {
            forwards.add(i * 3, i % 2 == 0);
            backwards.add((5000 - i) * 3, i % 2 == 0);
        }

        QCOMPARE(shown(forwards), shown(backwards));
    }
};

QTEST_APPLESS_MAIN(tst_EventDensity)
#include "tst_EventDensity.moc"
