// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/common/Banner.h"
#include "ui/common/ChosenPanel.h"
#include "ui/overview/OverviewBar.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QDockWidget>

#include <limits>

using namespace inspector;

namespace {

/// "QTableView in FactionsView", of what takes the keyboard's focus.
QString placeOf(const QWidget &widget)
{
    QString place = QLatin1String(widget.metaObject()->className());
    for (const QWidget *parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (QByteArray(parent->metaObject()->className()).startsWith("inspector::"))
            return place + QStringLiteral(" in ") + QLatin1String(parent->metaObject()->className());
    }
    return place;
}

} // namespace

/// What a screen reader is told, and what the keyboard reaches.
class tst_Accessibility : public QObject
{
    Q_OBJECT

private:
    struct Demo
    {
        Demo()
        {
            window = &harness.openDemo();
            window->cursor().goTo(262);
            if (!harness.waitForState())
                QTest::qFail("the state is not there", __FILE__, __LINE__);
            for (QDockWidget *dock : window->findChildren<QDockWidget *>())
                dock->show();
        }

        /// Whatever takes the focus by Tab, in any tab and dock.
        [[nodiscard]] QList<QWidget *> controls() const
        {
            QList<QWidget *> found;
            for (QWidget *widget : window->centralWidget()->findChildren<QWidget *>())
                add(found, *widget);
            for (const QDockWidget *dock : window->findChildren<QDockWidget *>())
                for (QWidget *widget : dock->findChildren<QWidget *>())
                    add(found, *widget);
            return found;
        }
        static void add(QList<QWidget *> &found, QWidget &widget)
        {
            const bool isOfPopup = widget.window()->windowType() == Qt::Popup;
            const auto isHidden = [](const QWidget *each) { return each != nullptr && each->isHidden(); };
            // Buttons have no words while there is nothing that they could do, and then are not to be seen.
            const bool isIdle = widget.isHidden() || isHidden(qobject_cast<Banner *>(widget.parent())) ||
                                isHidden(qobject_cast<ChosenPanel *>(widget.parent()));
            if ((widget.focusPolicy() & Qt::TabFocus) != 0 && !widget.focusProxy() && !isOfPopup && !isIdle)
                found.append(&widget);
        }

        WindowHarness harness;
        MainWindow *window;
    };

private slots:
    void everyControlHasANameAndARole()
    {
        const Demo demo;
        const QList<QWidget *> controls = demo.controls();
        QStringList nameless;
        for (QWidget *widget : controls) {
            QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(told != nullptr);
            if (told->text(QAccessible::Name).isEmpty() || told->role() == QAccessible::NoRole)
                nameless.append(placeOf(*widget));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
        QVERIFY(controls.size() > 40);
    }

    /// A screen reader can read nothing of a plot.
    void everyPlotHasATable()
    {
        const Demo demo;
        QStringList tables;
        for (const QAbstractItemView *view : demo.window->findChildren<QAbstractItemView *>())
            tables.append(view->accessibleName());
        QStringList alone;
        int plots = 0;
        for (const QWidget *plot : demo.window->findChildren<QWidget *>()) {
            if (!plot->inherits("QCustomPlot"))
                continue;
            ++plots;
            const QString table = plot->accessibleDescription().section(QLatin1Char('"'), 1, 1);
            if (table.isEmpty() || !tables.contains(table))
                alone.append(placeOf(*plot) + QLatin1Char(' ') + plot->accessibleName());
        }
        QCOMPARE(alone, QStringList());
        QVERIFY(plots >= 6);
    }

    void theOverviewIsASliderOverTheRecords()
    {
        const Demo demo;
        auto *bar = demo.window->findChild<OverviewBar *>();
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(bar);
        QCOMPARE(told->role(), QAccessible::Slider);
        QCOMPARE(told->text(QAccessible::Value), QStringLiteral("record 262 of 396"));
        QAccessibleValueInterface *value = told->valueInterface();
        QCOMPARE(value->minimumValue().toInt(), 0);
        QCOMPARE(value->maximumValue().toInt(), 396);
        value->setCurrentValue(10);
        QCOMPARE(demo.window->cursor().number(), 10U);
        QCOMPARE(value->currentValue().toInt(), 10);
        value->setCurrentValue(1000.0);
        QCOMPARE(demo.window->cursor().number(), 396U);
        value->setCurrentValue(std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(demo.window->cursor().number(), 396U);
        value->setCurrentValue(-1.0);
        QCOMPARE(demo.window->cursor().number(), 0U);
    }

    void tabGoesAroundAllOfAView_data()
    {
        QTest::addColumn<int>("tab");
        for (int tab = 0; tab < 6; ++tab)
            QTest::addRow("tab %d", tab) << tab;
    }

    /// Tab comes to each control of the view in front, and to the one that it began at again.
    void tabGoesAroundAllOfAView()
    {
        QFETCH(int, tab);
        const Demo demo;
        demo.window->tabs().setCurrentIndex(tab);
        QList<QWidget *> waiting;
        for (QWidget *widget : demo.window->tabs().currentWidget()->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled())
                Demo::add(waiting, *widget);
        }
        QVERIFY(!waiting.isEmpty());
        waiting.first()->setFocus();
        QWidget *const first = QApplication::focusWidget();
        constexpr int most = 300;
        for (int i = 0; i < most; ++i) {
            waiting.removeOne(QApplication::focusWidget());
            QTest::keyClick(demo.window, Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                break;
        }
        QStringList unreached;
        for (const QWidget *widget : waiting)
            unreached.append(placeOf(*widget) + QLatin1Char(' ') + widget->accessibleName());
        QVERIFY2(unreached.isEmpty(), qPrintable(unreached.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(tst_Accessibility)
#include "tst_Accessibility.moc"
