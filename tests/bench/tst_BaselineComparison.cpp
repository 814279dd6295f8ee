// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "tests/bench/BaselineComparison.h"
#include "tests/bench/BenchReport.h"
#include "tests/bench/Samples.h"
#include "tests/support/TestJson.h"

#include <QFile>
#include <QObject>

using namespace inspector;

namespace {

/// A figure whose turns each cost `times` the plain way.
Figure costing(double times, const char *name = "f")
{
    Samples ours, plain;
    for (const double pace : {1.0, 3.0, 2.0}) { // of the machine
        ours.add(times * pace);
        plain.add(pace);
    }
    Figure figure = ours.figure(name, "ms");
    setBaseline(figure, ours, plain);
    return figure;
}

JsonValue reportOf(const Figures &figures)
{
    return json(toJsonText(toJson(BenchReport{0, false, {}, figures}), JsonLayout::Indented));
}

} // namespace

class tst_BaselineComparison : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatChanged_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<double>("now");
        QTest::addColumn<bool>("isMuchSlower");
        QTest::addColumn<QByteArray>("text");
        const QByteArray none = "0 of 1 figures cost what they did in the baseline\n";

        QTest::addRow("nothing") << 2.0 << 2.0 << false
                                 << QByteArray("1 of 1 figures cost what they did in the baseline\n");
        QTest::addRow("what a busy machine does")
            << 2.0 << 2.5 << false << QByteArray("1 of 1 figures cost what they did in the baseline\n");
        QTest::addRow("slower") << 2.0 << 3.0 << false
                                << QByteArray("slower: f costs 1.50 times what it did (3, was 2)\n" + none);
        QTest::addRow("much slower") << 2.0 << 4.0 << true
                                     << QByteArray(
                                            "MUCH SLOWER: f costs 2.00 times what it did (4, was 2)\n" +
                                            none);
        QTest::addRow("faster") << 2.0 << 1.0 << false
                                << QByteArray("faster: f costs 0.50 times what it did (1, was 2)\n" + none);
    }

    void tellsWhatChanged()
    {
        QFETCH(double, before);
        QFETCH(double, now);
        QFETCH(bool, isMuchSlower);
        QFETCH(QByteArray, text);
        const auto comparison = BaselineComparison::of({costing(now)}, reportOf({costing(before)}));
        QVERIFY(comparison);
        QCOMPARE(QByteArray::fromStdString(comparison->text()), text);
        QCOMPARE(comparison->isMuchSlower(), isMuchSlower);
    }

    void aRateThatFellGotSlower()
    {
        Figure before = costing(4);
        Figure now = costing(2);
        before.bound = now.bound = Figure::Bound::AtLeast;
        const auto comparison = BaselineComparison::of({now}, reportOf({before}));
        QVERIFY(comparison && comparison->isMuchSlower());
    }

    void leavesOutWhatCannotBeCompared()
    {
        Figure time = costing(1, "a time of its own");
        time.ratio.reset();
        const auto comparison = BaselineComparison::of(
            {time, costing(1, "new"), costing(1)}, reportOf({time, costing(1), costing(1, "gone")}));
        QVERIFY(comparison);
        QCOMPARE(comparison->changes(), (std::vector<BaselineComparison::Change>{{"f", 1, 1}}));
    }

    void refusesABadBaseline_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("message");

        QTest::addRow("a list") << QByteArray("[]")
                                << QByteArray("the baseline is no report of inspector-bench");
        QTest::addRow("no name") << QByteArray(R"({"figures":[{"cost":1}]})")
                                 << QByteArray("the baseline has a figure without a name");
        QTest::addRow("other figures") << QByteArray(R"({"figures":[{"name":"g","cost":1}]})")
                                       << QByteArray("the baseline knows none of the figures");
        QTest::addRow("no cost") << QByteArray(R"({"figures":[{"name":"f","cost":0}]})")
                                 << QByteArray("the baseline knows none of the figures");
    }

    void refusesABadBaseline()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, message);
        const auto comparison = BaselineComparison::of({costing(1)}, json(text.toStdString()));
        QVERIFY(!comparison);
        QCOMPARE(QByteArray::fromStdString(comparison.error().message), message);
    }
};

QTEST_APPLESS_MAIN(tst_BaselineComparison)
#include "tst_BaselineComparison.moc"
