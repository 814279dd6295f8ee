// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/SessionFigures.h"
#include "tests/support/FakeClock.h"
#include "tests/support/LoadedSession.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray written(int durationMs)
{
    return "{'type':'event','event':'telemetry:artifacts_written','timestamp':1,'payload':{'writerSummaries':"
           "[{'id':'files','successes':2,'failures':0,'durationMs':" +
           QByteArray::number(durationMs) + "}]}}\n";
}

} // namespace

class tst_SessionFigures : public QObject
{
    Q_OBJECT

private slots:
    void writersOfTheGame()
    {
        const auto loader =
            loadedSession(written(10) + "{'type':'event','event':'a:x','timestamp':5}\n" + written(30));

        const SessionFigures figures = sessionFigures(loader->timeline(), 0, 10, 10, StopFlag());

        QCOMPARE(figures.writers, (std::vector<WriterTotals>{{"files", 2, 4, 0, 40, 15}}));
        QCOMPARE(figures.exportsLeft, 0U);
        QCOMPARE(figures.finestStepMs, 4.0);
        QCOMPARE(figures.rates, eventRates(loader->timeline().index(), 0, 10, 10, StopFlag()));
    }

    void theNewestOfManyExports()
    {
        QByteArray session = written(1'000'000);
        for (int i = 0; i < 1000; ++i)
            session += written(2);
        const auto loader = loadedSession(session);

        const SessionFigures figures = sessionFigures(loader->timeline(), 0, 10, 10, StopFlag());

        QCOMPARE(figures.writers, (std::vector<WriterTotals>{{"files", 1000, 2000, 0, 2000, 1}}));
        QCOMPARE(figures.exportsLeft, 1U);
    }

    void dispatchesThatChangeState()
    {
        FakeClock clock;
        clock.stepNs = 700;
        const auto loader =
            loadedSession("{'type':'event','event':'reputation:changed','timestamp':1,'payload':{'factionId':"
                          "'x','oldFame':0,'newFame':1,'delta':1}}\n"
                          "{'type':'event','event':'nobody:listens','timestamp':1,'payload':{}}\n"
                          "{'type':'marker','timestamp':1,'label':'x'}\n",
                &clock);

        QCOMPARE(loader->dispatches().samples(), 1U);
        QCOMPARE(loader->dispatches().greatest(), 700);
    }
};

QTEST_APPLESS_MAIN(tst_SessionFigures)
#include "tst_SessionFigures.moc"
