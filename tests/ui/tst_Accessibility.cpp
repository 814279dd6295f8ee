// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/WindowTabs.h"
#include "ui/common/Banner.h"
#include "ui/common/ChosenPanel.h"
#include "ui/overview/OverviewBar.h"
#include "ui/plot/LanePlot.h"
#include "ui/transport/TransportBar.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QDockWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

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

/// Gives the keyboard's focus to a widget that has it not, and tells whether a line comes with it: pixels of
/// a colour for that, as many as its shorter side is long. A caret is not that long.
bool showsFocus(QWidget &widget, const Theme &theme)
{
    const QImage before = widget.grab().toImage();
    widget.setFocus(Qt::TabFocusReason);
    const QImage after = widget.grab().toImage();
    int changed = 0;
    for (int y = 0; y < after.height(); ++y) {
        for (int x = 0; x < after.width(); ++x) {
            const QRgb now = after.pixel(x, y);
            if (now != before.pixel(x, y) && (now == theme.accent.rgb() || now == theme.text.rgb()))
                ++changed;
        }
    }
    return widget.hasFocus() && changed >= std::min(widget.width(), widget.height());
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

    using Make = std::function<QWidget *()>;

    template <class Button>
    static Button *checked(Button *button)
    {
        button->setCheckable(true);
        button->setChecked(true);
        return button;
    }

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

    void everyControlShowsItsFocus_data()
    {
        QTest::addColumn<ThemeController::Mode>("mode");

        QTest::addRow("dark") << ThemeController::Mode::Dark;
        QTest::addRow("light") << ThemeController::Mode::Light;
    }

    void everyControlShowsItsFocus()
    {
        QFETCH(ThemeController::Mode, mode);
        const Demo demo;
        demo.window->theme().setMode(mode);
        demo.window->resize(1920, 1080); // all docks, and room for all tabs
        QSet<QWidget *> seen;
        QStringList unseen;
        const auto look = [&] {
            QCoreApplication::processEvents(); // what came into sight is laid out
            for (QWidget *widget : demo.controls()) {
                const bool isInSight = widget->isVisible() && !widget->visibleRegion().isEmpty();
                if (!isInSight || !widget->isEnabled() || seen.contains(widget))
                    continue;
                seen.insert(widget);
                if (QWidget *former = QApplication::focusWidget())
                    former->clearFocus();
                if (!showsFocus(*widget, demo.window->theme().theme()))
                    unseen.append(placeOf(*widget) + QLatin1Char(' ') + widget->accessibleName());
            }
        };
        for (int tab = 0; tab < demo.window->tabs().count(); ++tab) {
            demo.window->tabs().setCurrentIndex(tab);
            look();
        }
        for (QDockWidget *dock : demo.window->findChildren<QDockWidget *>()) {
            dock->raise();
            look();
        }
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(QLatin1Char('\n'))));
        QVERIFY(seen.size() > 40);
    }

    void everyKindOfControlShowsItsFocus_data()
    {
        QTest::addColumn<Make>("make");

        QTest::addRow("radio button") << Make([] { return new QRadioButton(QStringLiteral("one")); });
        QTest::addRow("chosen radio button")
            << Make([] { return checked(new QRadioButton(QStringLiteral("one"))); });
        QTest::addRow("check box") << Make([] { return new QCheckBox(QStringLiteral("one")); });
        QTest::addRow("checked box") << Make([] { return checked(new QCheckBox(QStringLiteral("one"))); });
        QTest::addRow("button") << Make([] { return new QPushButton(QStringLiteral("one")); });
        QTest::addRow("primary button") << Make([] {
            auto *button = new QPushButton(QStringLiteral("one"));
            button->setProperty("role", QStringLiteral("primary"));
            return button;
        });
        QTest::addRow("checked tool button") << Make([] { return checked(new QToolButton); });
        QTest::addRow("empty tree") << Make([] { return new QTreeView; });
        QTest::addRow("text with links") << Make([] { return new QTextBrowser; });
        QTest::addRow("tabs") << Make([] {
            auto *tabs = new QTabBar;
            tabs->addTab(QStringLiteral("one"));
            tabs->addTab(QStringLiteral("two"));
            return tabs;
        });
    }

    /// Of dialogs too, and in states that no control of the demo is in.
    void everyKindOfControlShowsItsFocus()
    {
        QFETCH(Make, make);
        ThemeController theme;
        theme.dress();
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *other = new QPushButton(&window);
        QWidget *control = make();
        layout->addWidget(other);
        layout->addWidget(control);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();

        QVERIFY(showsFocus(*control, theme.theme()));
    }

    /// The window gives it the keys by coming up, so that it begins without a frame.
    void aPlotShowsItsFocusOnceAKeyIsPressed()
    {
        ThemeController theme;
        LanePlot plot(theme);
        plot.resize(400, 200);
        plot.show();
        plot.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&plot));
        QTRY_VERIFY(plot.canvas()->hasFocus());
        const auto corner = [&] { return plot.canvas()->grab().toImage().pixelColor(0, 0); };

        QCOMPARE(corner(), theme.theme().panel);
        QTest::keyClick(plot.canvas(), Qt::Key_Right);
        QCOMPARE(corner(), theme.theme().accent);
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
