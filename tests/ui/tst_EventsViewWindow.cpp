// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SystemClock.h"
#include "ui/common/FrameSource.h"
#include "ui/common/RecordCache.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/ThemeController.h"
#include "ui/events/EventsView.h"

#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace inspector;

namespace {

/// A table of a hundred rows at most, on a session of some four hundred records.
struct SmallTable
{
    SystemClock clock;
    FrameSource source{clock, FactionCatalogue::builtIn()};
    SessionCursor cursor{source};
    ThemeController theme{Theme::light()};
    RecordCache cache{source};
    QLineEdit filter;
    QLabel count;
    EventsView view{{source, cursor, theme, cache, filter, count, 100}};
    QTableView *table = view.findChild<QTableView *>();

    SmallTable()
    {
        view.resize(600, 300);
        view.show();
        source.engine().open({SessionSource::Kind::Demo, {}, "harbour", 1});
    }

    [[nodiscard]] bool isReady() const { return source.frame().phase == InspectorFrame::Phase::Ready; }
    [[nodiscard]] int numberAt(int row) const { return table->model()->index(row, 0).data().toInt(); }
    [[nodiscard]] int chosen() const { return table->currentIndex().data().toInt(); }
    [[nodiscard]] std::vector<int> selected() const
    {
        std::vector<int> numbers;
        for (const QModelIndex &index : table->selectionModel()->selectedRows())
            numbers.push_back(index.data().toInt());
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    }
    void scroll(QAbstractSlider::SliderAction action) const
    {
        table->verticalScrollBar()->triggerAction(action);
    }
};

} // namespace

class tst_EventsViewWindow : public QObject
{
    Q_OBJECT

private slots:
    void scrollsOnAtItsEnds()
    {
        SmallTable small;
        QTRY_VERIFY(small.isReady());
        small.cursor.goTo(200);
        QTRY_COMPARE(small.selected(), std::vector<int>{200});
        QCOMPARE(small.table->model()->rowCount(), 100);

        small.scroll(QAbstractSlider::SliderToMinimum);

        QTRY_COMPARE(small.numberAt(0), 100);
        QCOMPARE(small.numberAt(small.table->rowAt(0)), 150);
        QCOMPARE(small.chosen(), 0); // #200 is not in the window
        QCOMPARE(small.cursor.number(), std::uint64_t{200});

        small.scroll(QAbstractSlider::SliderToMaximum);

        QTRY_COMPARE(small.numberAt(0), 149);
        const int last = small.table->viewport()->height() - 1;
        QVERIFY(small.table->visualRect(small.table->model()->index(50, 0)).bottom() <= last); // #199
        QVERIFY(small.numberAt(small.table->rowAt(last)) <= 200);
        QCOMPARE(small.chosen(), 200);
        QCOMPARE(small.selected(), std::vector<int>{200});
        QCOMPARE(small.cursor.number(), std::uint64_t{200});

        small.cursor.goTo(246); // near the end of the window, which goes along

        QCOMPARE(small.selected(), std::vector<int>{246});
    }

    void theFocusMovesNoCursor()
    {
        SmallTable small;
        QTRY_VERIFY(small.isReady());
        small.cursor.goTo(200);
        QTRY_COMPARE(small.selected(), std::vector<int>{200});
        small.scroll(QAbstractSlider::SliderToMinimum);
        QTRY_COMPARE(small.chosen(), 0);

        QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
        QCoreApplication::sendEvent(small.table, &focus);

        QCOMPARE(small.cursor.number(), std::uint64_t{200});
    }

    void staysWhereARowIsClicked()
    {
        SmallTable small;
        QTRY_VERIFY(small.isReady());
        small.cursor.goTo(200);
        QTRY_COMPARE(small.selected(), std::vector<int>{200});
        const QModelIndex last = small.table->model()->index(99, 0);
        QCOMPARE(last.data().toInt(), 249);
        small.table->verticalScrollBar()->setValue(small.table->verticalScrollBar()->maximum());

        QTest::mouseClick(
            small.table->viewport(), Qt::LeftButton, {}, small.table->visualRect(last).center());

        QCOMPARE(small.numberAt(0), 150);
        QCOMPARE(small.chosen(), 249);
        QCOMPARE(small.selected(), std::vector<int>{249});
        QCOMPARE(small.cursor.number(), std::uint64_t{249});

        QTest::keyClick(small.table, Qt::Key_Down); // the window goes along

        QCOMPARE(small.chosen(), 250);
        QCOMPARE(small.selected(), std::vector<int>{250});
        QCOMPARE(small.cursor.number(), std::uint64_t{250});
    }

    void keysGoOnFromTheCursor_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("withControl");
        QTest::addColumn<int>("number");

        QTest::addRow("down") << int{Qt::Key_Down} << false << 201;
        QTest::addRow("up") << int{Qt::Key_Up} << false << 199;
        QTest::addRow("to the first") << int{Qt::Key_Home} << true << 1;
        QTest::addRow("to the last") << int{Qt::Key_End} << true << 0;
    }

    void keysGoOnFromTheCursor()
    {
        QFETCH(int, key);
        QFETCH(bool, withControl);
        QFETCH(int, number);
        SmallTable small;
        QTRY_VERIFY(small.isReady());
        if (number == 0)
            number = static_cast<int>(small.source.frame().size());
        small.cursor.goTo(200);
        QTRY_COMPARE(small.selected(), std::vector<int>{200});
        small.scroll(QAbstractSlider::SliderToMinimum);
        QTRY_COMPARE(small.chosen(), 0); // scrolled away

        QTest::keyClick(
            small.table, static_cast<Qt::Key>(key), withControl ? Qt::ControlModifier : Qt::NoModifier);

        QCOMPARE(static_cast<int>(small.cursor.number()), number);
        QCOMPARE(small.selected(), std::vector<int>{number});

        if (!withControl)
            return;
        small.scroll(number == 1 ? QAbstractSlider::SliderToMaximum : QAbstractSlider::SliderToMinimum);
        QTRY_COMPARE(small.chosen(), 0);

        QTest::keyClick(small.table, static_cast<Qt::Key>(key), Qt::ControlModifier); // once more

        QCOMPARE(small.selected(), std::vector<int>{number});
    }

    void whatIsChosenStaysSo()
    {
        SmallTable small;
        QTRY_VERIFY(small.isReady());
        small.cursor.goTo(155);
        QTRY_COMPARE(small.chosen(), 155);
        QTest::keyClick(small.table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(small.table, Qt::Key_Down, Qt::ShiftModifier);
        const std::vector<int> three{155, 156, 157};
        QCOMPARE(small.selected(), three);
        const int first = small.numberAt(0);

        small.scroll(QAbstractSlider::SliderToMaximum);

        QTRY_VERIFY(small.numberAt(0) > first);
        QCOMPARE(small.selected(), three);
    }

    void theCursorIsShownWhenAFilterIsCleared()
    {
        SmallTable small;
        QTRY_VERIFY(small.isReady());
        small.cursor.goTo(200);
        QTRY_COMPARE(small.selected(), std::vector<int>{200});
        small.filter.setText(QStringLiteral("type:tutorial:*"));
        QTRY_COMPARE(small.table->model()->rowCount(), 19);

        small.filter.clear();

        QTRY_COMPARE(small.table->model()->rowCount(), 100);
        QTRY_COMPARE(small.selected(), std::vector<int>{200});
    }
};

QTEST_MAIN(tst_EventsViewWindow)
#include "tst_EventsViewWindow.moc"
