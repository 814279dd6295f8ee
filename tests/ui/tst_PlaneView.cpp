// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/plane/PlaneView.h"

#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace inspector;

/// The attitudes of a played demo.
class tst_PlaneView : public QObject
{
    Q_OBJECT

private:
    struct Demo
    {
        Demo()
        {
            window = &harness.openDemo();
            view = window->findChild<PlaneView *>();
            window->tabs().setCurrentWidget(view);
        }
        void goToEnd() const
        {
            window->cursor().goTo(window->source().frame().size());
            if (!harness.waitForState())
                QTest::qFail("the state is not there", __FILE__, __LINE__);
        }

        WindowHarness harness;
        MainWindow *window;
        PlaneView *view;
    };

private slots:
    void thePathEndsAtTheCursor()
    {
        Demo demo;
        QVERIFY(demo.view->path().points.empty());

        demo.goToEnd();
        const std::size_t all = demo.view->path().points.size();
        QVERIFY(all > 2);
        const std::uint64_t second = demo.view->path().points[1].number;
        demo.window->cursor().goTo(second);
        QVERIFY(demo.harness.waitForState());

        QCOMPARE(demo.view->path().points.size(), std::size_t{2});
    }

    void theChosenFactionIsTheOneOfAllViews()
    {
        Demo demo;
        auto *choice = demo.harness.find<QComboBox>(QStringLiteral("Faction"));

        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);

        QCOMPARE(demo.window->cursor().faction(), QStringLiteral("luminari_syndicate"));
        demo.window->cursor().chooseFaction(QStringLiteral("wraith_network"));
        QCOMPARE(choice->currentText(), QStringLiteral("The Wraith Network"));
    }

    void aFactionWithoutARuleIsNamed()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"),
            R"({"type":"event","timestamp":1,"event":"reputation:changed","payload":{"factionId":"cats","newFame":3}})"
            "\n"));
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(1);
        QVERIFY(harness.waitForState());
        window.cursor().chooseFaction(QStringLiteral("cats"));
        const auto says = [&](const QString &text) {
            const auto labels = window.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        QVERIFY(says(QStringLiteral("cats, – neutral: the catalogue has no rule for it")));

        QTest::keyClick(&window, Qt::Key_4, Qt::AltModifier);

        QCOMPARE(
            harness.find<QComboBox>(QStringLiteral("Faction"))->placeholderText(), QStringLiteral("cats"));
        QVERIFY(says(
            QStringLiteral("The catalogue of factions has no rule for cats.\nStart with --factions FILE to "
                           "give it one.")));
    }

    void aRowOfTheTableIsGoneTo()
    {
        Demo demo;
        demo.goToEnd();
        for (QToolButton *button : demo.view->findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Table"))
                button->click();
        }
        auto *table = demo.harness.find<QTableView>(QStringLiteral("Fame and infamy of the chosen faction"));
        const std::size_t all = demo.view->path().points.size();
        QCOMPARE(table->model()->rowCount(), static_cast<int>(all));

        const std::uint64_t oldest = demo.view->path().points.front().number;
        const QModelIndex last = table->model()->index(static_cast<int>(all) - 1, 0);
        table->scrollTo(last);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(last).center());

        QCOMPARE(demo.window->cursor().number(), oldest);
    }
};

QTEST_MAIN(tst_PlaneView)
#include "tst_PlaneView.moc"
