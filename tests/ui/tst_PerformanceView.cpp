// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ShownRows.h"
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/exporting/ExportPanel.h"
#include "ui/performance/PerformanceView.h"
#include "ui/plot/RatePlot.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace inspector;

namespace {

/// ' for "
QByteArray anEvent(const char *name, int timestamp, QByteArray payload = "{}")
{
    return "{\"type\":\"event\",\"event\":\"" + QByteArray(name) +
           "\",\"timestamp\":" + QByteArray::number(timestamp) +
           ",\"payload\":" + payload.replace('\'', '"') + "}\n";
}

QByteArray session()
{
    return anEvent("reputation:changed", 0, "{'factionId':'a','newFame':1,'newInfamy':0}") +
           anEvent("player:moved", 500) + anEvent("player:moved", 900) + anEvent("player:moved", 20'000) +
           anEvent("telemetry:artifacts_written", 20'000,
               "{'writerSummaries':[{'id':'game','successes':2,'failures':1,'durationMs':60}]}");
}

} // namespace

/// What the tool and the game take, by mouse and keys.
class tst_PerformanceView : public QObject
{
    Q_OBJECT

private:
    class Performance
    {
    public:
        explicit Performance(const QByteArray &content = session())
            : window(harness.open())
            , view(window.tabs().performance())
        {
            window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), content));
            if (!harness.waitUntilRead())
                QTest::qFail("not read", __FILE__, __LINE__);
            window.activateWindow();
            if (!QTest::qWaitForWindowActive(&window))
                QTest::qFail("not in front", __FILE__, __LINE__);
            QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
            waitForRecords();
        }
        void waitForRecords() const
        {
            constexpr int patience = 60'000; // ms; only a hang gets there
            if (!QTest::qWaitFor([this] { return !view.figures().session.rates.domains.empty(); }, patience))
                QTest::qFail("nothing measured", __FILE__, __LINE__);
        }

        WindowHarness harness;
        MainWindow &window;
        PerformanceView &view;
    };

private slots:
    void measuresTheToolAndTheGame()
    {
        const Performance performance;
        const PerformanceFigures &figures = performance.view.figures();

        QCOMPARE(figures.dispatches.samples(), 1U);
        QVERIFY(figures.dispatches.greatest() > 0);
        QVERIFY(figures.ownStepNs > 0);
        QCOMPARE(figures.session.finestStepMs, 400.0);
        QCOMPARE(figures.session.writers, (std::vector<WriterTotals>{{"game", 1, 2, 1, 60, 20}}));
        QStringList domains;
        for (const EventRates::Domain &domain : figures.session.rates.domains)
            domains << QStringLiteral("%1 %2").arg(domainName(domain)).arg(domain.count);
        QCOMPARE(domains, (QStringList{QStringLiteral("player 3"), QStringLiteral("reputation 1"),
                              QStringLiteral("telemetry 1")}));
    }

    void writersOverTheLimit()
    {
        const Performance performance;
        const auto *table = performance.harness.find<QTableView>(QStringLiteral("Writers"));

        QCOMPARE(shownRows(*table->model()),
            QStringList{
                QStringLiteral("game | the game's, in unknown steps | 2 | 1 | 20 ms | 20 ms | 200 %")});
    }

    void ownExportsAreMeasured()
    {
        const Performance performance;
        ExportPanel &panel = performance.window.exportPanel();
        ExportChoice choice = panel.choice();
        choice.folder = performance.harness.path(QStringLiteral("out"));
        panel.setChoice(choice);
        QSignalSpy shownAgain(&performance.view, &PerformanceView::shown);
        panel.exportNow();
        QTRY_VERIFY_WITH_TIMEOUT(!performance.view.figures().ownWriters.empty(), 60'000);
        const WriterTotals &own = performance.view.figures().ownWriters.front();

        QVERIFY(own.artifacts > 0);
        QCOMPARE(own.failures, 0U);
        QVERIFY(own.worstMs > 0);
        QVERIFY(shownAgain.wait(60'000));
        const auto *table = performance.harness.find<QTableView>(QStringLiteral("Writers"));
        QCOMPARE(table->model()->rowCount(), 2);
    }

    void theTableSaysAllOfIt()
    {
        const Performance performance;
        auto *button = performance.view.findChild<QToolButton *>(QStringLiteral("table"));
        QTest::mouseClick(button, Qt::LeftButton);
        const auto *table = performance.harness.find<QTableView>(QStringLiteral("Performance as a table"));
        QVERIFY(table->isVisible());

        QStringList figures;
        for (const QString &row : shownRows(*table->model()))
            figures << row.section(QStringLiteral(" | "), 0, 0);
        QCOMPARE(figures, (QStringList{QStringLiteral("dispatch, p50"), QStringLiteral("dispatch, p95"),
                              QStringLiteral("dispatch, p99"), QStringLiteral("dispatch, the longest"),
                              QStringLiteral("dispatches over the limit"), QStringLiteral("dispatches timed"),
                              QStringLiteral("events, player"), QStringLiteral("events, reputation"),
                              QStringLiteral("events, telemetry"), QStringLiteral("writer, game")}));
    }

    void isCopiedAsText()
    {
        const Performance performance;
        for (QToolButton *button : performance.view.findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Copy as text"))
                QTest::mouseClick(button, Qt::LeftButton);
        }

        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY(lines.at(0).startsWith(QStringLiteral("telemetry-inspector ")));
        QCOMPARE(lines.at(1), QStringLiteral("s.ndjson, 5 records"));
        QVERIFY(lines.at(2).startsWith(QStringLiteral("figure ")));
        QVERIFY(lines.at(3).startsWith(QStringLiteral("dispatch, p50 ")));
        const qsizetype clock = lines.at(2).indexOf(QStringLiteral("clock"));
        QCOMPARE(lines.at(3).indexOf(QStringLiteral("the tool's")), clock);
        QCOMPARE(lines.at(9).mid(clock), QStringLiteral("the game's, in steps of 400 ms"));
    }

    void onlyTheVisibleIsCounted()
    {
        const Performance performance;
        performance.window.cursor().setVisible({400, 1000});
        QTRY_COMPARE_WITH_TIMEOUT(performance.view.figures().session.rates.begin, 400.0, 60'000);

        QCOMPARE(performance.view.figures().session.rates.domains.at(0).count, 2U);
        QCOMPARE(performance.view.figures().session.rates.domains.at(1).count, 0U);
    }

    void aClickGoesThere()
    {
        const Performance performance;
        QSignalSpy shownAll(&performance.view, &PerformanceView::shown);
        performance.window.cursor().showAll();
        QWidget *canvas = performance.view.rates().canvas();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, {canvas->width() - 40, canvas->height() / 2});

        QVERIFY(performance.window.cursor().number() >= 3);
    }

    void aSessionThatGrowsIsMeasuredAgain()
    {
        const Performance performance;
        const QByteArray more = anEvent("player:moved", 21'000);
        QFile file(performance.harness.path(QStringLiteral("s.ndjson")));
        QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
        QCOMPARE(file.write(more), more.size());

        QTRY_COMPARE_WITH_TIMEOUT(performance.view.figures().session.rates.domains.at(0).count, 4U, 60'000);
    }

    void nothingOpen()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.tabs().showPerformance();

        QCOMPARE(window.tabs().performance().figures().dispatches, LatencyHistogram());
    }
};

QTEST_MAIN(tst_PerformanceView)
#include "tst_PerformanceView.moc"
