// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/cascades/CascadesView.h"
#include "ui/plot/MatrixPlot.h"

#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

using namespace inspector;

/// The cascades of a played demo, by mouse and keys.
class tst_CascadesView : public QObject
{
    Q_OBJECT

private:
    struct Demo
    {
        Demo()
        {
            window = &harness.openDemo();
            view = window->findChild<CascadesView *>();
            window->tabs().setCurrentWidget(view);
        }

        WindowHarness harness;
        MainWindow *window;
        CascadesView *view;
    };

private slots:
    void aClickOnACellFiltersItsEvents()
    {
        Demo demo;
        const CascadeMatrix &matrix = demo.view->matrix();
        QCOMPARE(matrix.sources, (std::vector<std::string>{"vanguard_prime", "wraith_network"}));
        const std::size_t target = 2;
        QCOMPARE(matrix.at(0, target).count, std::uint64_t{2});

        MatrixPlot &plot = demo.view->plot();
        QTest::mouseClick(plot.canvas(), Qt::LeftButton, {}, plot.cellRect(0, target).center());

        QCOMPARE(demo.harness.find<QLineEdit>(QStringLiteral("Filter of the events"))->text(),
            QStringLiteral("cascade:vanguard_prime>wraith_network"));
        QVERIFY(demo.harness.waitFor([](const InspectorFrame &frame) {
            return frame.filtered && frame.filtered->searched == frame.size();
        }));
        QCOMPARE(demo.window->source().frame().filtered->matches.size(), std::uint64_t{2});
    }

    void aClickBesideTheCellsDoesNothing()
    {
        Demo demo;

        QTest::mouseClick(demo.view->plot().canvas(), Qt::LeftButton, {}, QPoint(2, 2));

        QCOMPARE(demo.harness.find<QLineEdit>(QStringLiteral("Filter of the events"))->text(), QString());
    }

    void theTableHasTheSameNumbers()
    {
        Demo demo;
        auto *table = demo.harness.find<QTableView>(QStringLiteral("Cascades by source and target"));
        for (QToolButton *button : demo.view->findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Table"))
                button->click();
        }
        QVERIFY(table->isVisible());

        QStringList rows;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < 4; ++column)
                cells << table->model()->index(row, column).data().toString();
            rows << cells.join(QStringLiteral(" | "));
        }
        QCOMPARE(rows, (QStringList{QStringLiteral("Vanguard Prime | The Luminari Syndicate | 1 | 1"),
                           QStringLiteral("Vanguard Prime | The Wraith Network | 2 | 2"),
                           QStringLiteral("The Wraith Network | Vanguard Prime | 1 | 1"),
                           QStringLiteral("The Wraith Network | The Luminari Syndicate | 2 | 2")}));
        table->setCurrentIndex(table->model()->index(2, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(demo.harness.find<QLineEdit>(QStringLiteral("Filter of the events"))->text(),
            QStringLiteral("cascade:wraith_network>vanguard_prime"));
    }

    void onlyTheVisibleRangeIsCounted()
    {
        Demo demo;
        const InspectorFrame &frame = demo.window->source().frame();
        for (QToolButton *button : demo.view->findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Visible range only"))
                button->click();
        }

        demo.window->cursor().setVisible({frame.tracks->firstTime, frame.tracks->firstTime + 1});

        QVERIFY(demo.view->matrix() == CascadeMatrix());
    }
};

QTEST_MAIN(tst_CascadesView)
#include "tst_CascadesView.moc"
