// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/StepDecimator.h"

#include <QObject>
#include <QStringList>
#include <QTest>

using namespace inspector;

class tst_StepDecimator : public QObject
{
    Q_OBJECT

private slots:
    void stepsKeepWhatIsSeen()
    {
        StepDecimator decimator(1);
        for (const auto &[x, y] : std::initializer_list<std::pair<double, double>>{
                 {0.1, 5}, {0.2, 1}, {0.3, 9}, {0.4, 6}, {0.5, 7}, {3, 2}, {2, 4}})
            decimator.add(x, y);
        decimator.add(5, 0, false);

        QStringList kept;
        for (const PlotStep &step : decimator.take())
            kept << (step.hasValue ? QStringLiteral("%1:%2").arg(step.x).arg(step.y)
                                   : QStringLiteral("%1:-").arg(step.x));

        QCOMPARE(kept.join(QLatin1Char(' ')), QStringLiteral("0.1:5 0.2:1 0.3:9 0.5:7 3:2 3:4 5:-"));
    }

    void bothColumnsShowWhatLiesAboutTheirBorder()
    {
        StepDecimator decimator(1);
        decimator.add(0.5, 3);
        decimator.addColumn({0.75, 4}, 2, 8, {1.25, 5});
        decimator.addColumn({1.5, 5}, 5, 6, {1.75, 6});

        QStringList kept;
        for (const PlotStep &step : decimator.take())
            kept << QStringLiteral("%1:%2").arg(step.x).arg(step.y);

        QCOMPARE(kept.join(QLatin1Char(' ')), QStringLiteral("0.5:3 0.75:2 0.75:8 1.25:2 1.25:8 1.75:6"));
    }
};

QTEST_APPLESS_MAIN(tst_StepDecimator)
#include "tst_StepDecimator.moc"
