// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"

#include <QTableView>
#include <QWheelEvent>

using namespace inspector;

namespace {

/// Moves with a button down, as a hand does: in several steps.
void dragTo(QWidget &widget, const QPoint &from, const QPoint &to, Qt::MouseButton button = Qt::LeftButton,
    Qt::KeyboardModifiers modifiers = {})
{
    constexpr int steps = 4;
    QTest::mousePress(&widget, button, modifiers, from);
    for (int i = 1; i <= steps; ++i) {
        const QPoint at = from + (to - from) * i / steps;
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, button, modifiers);
        QCoreApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, button, modifiers, to);
}

void turnWheel(QWidget &widget, const QPoint &at, int notches, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent wheel(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
        Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &wheel);
}

/// Rests there, with no button down.
void hoverAt(QWidget &widget, const QPoint &at)
{
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

void leave(QWidget &widget)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(&widget, &event);
}

/// The records whose row stands out from its ground.
QList<int> liftedRows(const QAbstractItemModel &model)
{
    QList<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(Qt::BackgroundRole).isValid())
            rows << row + 1;
    }
    return rows;
}

class DemoWindow
{
public:
    DemoWindow()
    {
        window.commands().openDemo();
        if (!harness.waitUntilRead())
            QTest::qFail("the demo was not read", __FILE__, __LINE__);
        overview = harness.find<QWidget>(QStringLiteral("Overview of the session"));
        lanes = harness.find<QWidget>(QStringLiteral("Lanes over time"));
    }
    [[nodiscard]] SessionCursor &cursor() const { return window.cursor(); }
    [[nodiscard]] double visibleSpan() const { return cursor().visible().end - cursor().visible().begin; }

    WindowHarness harness;
    MainWindow &window = harness.open();
    QWidget *overview = nullptr, *lanes = nullptr;
};

} // namespace

class tst_Scrubbing : public QObject
{
    Q_OBJECT

private slots:
    void theOverviewGoesWhereItIsClicked()
    {
        const DemoWindow demo;
        const int middle = demo.overview->width() / 2;

        QTest::mouseClick(demo.overview, Qt::LeftButton, {}, {middle, 20});
        const std::uint64_t half = demo.cursor().number();
        QVERIFY(half > 0 && half < demo.window.source().frame().size());
        QTest::mouseClick(demo.overview, Qt::LeftButton, {}, {demo.overview->width() - 1, 20});
        QCOMPARE(demo.cursor().number(), demo.window.source().frame().size());
        QVERIFY(demo.harness.waitForState());
        QTest::keyClick(&demo.window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(demo.cursor().number(), half);
    }

    void draggingOverItScrubs()
    {
        const DemoWindow demo;
        const auto *table = demo.harness.find<QTableView>(QStringLiteral("Events"));

        dragTo(*demo.overview, {40, 20}, {demo.overview->width() / 2, 20});

        QVERIFY(demo.cursor().number() > 0);
        QVERIFY(demo.harness.waitForState());
        QCOMPARE(demo.window.source().frame().cursor, demo.cursor().number());
        QCOMPARE(table->currentIndex().row() + 1, static_cast<int>(demo.cursor().number()));
    }

    void draggingWithShiftMovesWhatIsVisible()
    {
        const DemoWindow demo;
        turnWheel(*demo.overview, {demo.overview->width() / 4, 20}, 5);
        const SessionCursor::Range before = demo.cursor().visible();
        const double span = demo.visibleSpan();

        dragTo(*demo.overview, {demo.overview->width() / 4, 20}, {demo.overview->width() / 2, 20},
            Qt::LeftButton, Qt::ShiftModifier);

        QVERIFY(demo.cursor().visible().begin > before.begin);
        QVERIFY(qAbs(demo.visibleSpan() - span) < 1);
        QCOMPARE(demo.cursor().number(), std::uint64_t{0});
    }

    void theWheelZoomsTimeAndADoubleClickFits()
    {
        const DemoWindow demo;
        const double all = demo.visibleSpan();
        const QPoint middle = demo.lanes->rect().center();

        turnWheel(*demo.lanes, middle, 3);
        QVERIFY(qAbs(demo.visibleSpan() - all * 0.8 * 0.8 * 0.8) < 1);
        turnWheel(*demo.lanes, middle, 1, Qt::ControlModifier); // the values, not the time
        QVERIFY(qAbs(demo.visibleSpan() - all * 0.8 * 0.8 * 0.8) < 1);
        QTest::mouseDClick(demo.lanes, Qt::LeftButton, {}, middle);
        QVERIFY(qAbs(demo.visibleSpan() - all) < 1);
    }

    void draggingLanesPans()
    {
        const DemoWindow demo;
        const QPoint middle = demo.lanes->rect().center();
        turnWheel(*demo.lanes, middle, 5);
        const SessionCursor::Range before = demo.cursor().visible();

        dragTo(*demo.lanes, middle, middle - QPoint(60, 0));

        QVERIFY(demo.cursor().visible().begin > before.begin);
        QVERIFY(demo.cursor().visible().end > before.end);
        QCOMPARE(demo.cursor().number(), std::uint64_t{0}); // a drag is no click
    }

    void theRightButtonBoxes()
    {
        const DemoWindow demo;
        const double all = demo.visibleSpan();
        const QPoint middle = demo.lanes->rect().center();

        dragTo(*demo.lanes, middle, middle + QPoint(80, 5), Qt::RightButton);

        QVERIFY(demo.visibleSpan() < all / 2);
    }

    void whatTheMouseIsOverIsMarkedEverywhere()
    {
        const DemoWindow demo;
        auto *events = demo.harness.find<QTableView>(QStringLiteral("Events"));
        const SessionIndex &index = demo.window.source().frame().timeline->index();

        const QImage lanes = demo.lanes->grab().toImage(), overview = demo.overview->grab().toImage();

        hoverAt(*demo.overview, {demo.overview->width() / 2, 20});
        QVERIFY(demo.cursor().hovered().has_value());
        QVERIFY(demo.lanes->grab().toImage() != lanes);
        const auto number = index.lastNotAfter(demo.cursor().hovered()->at);
        QCOMPARE(liftedRows(*events->model()), QList<int>{static_cast<int>(number.value())});
        leave(*demo.overview);
        QVERIFY(!demo.cursor().hovered().has_value());
        QCOMPARE(liftedRows(*events->model()), QList<int>());
        QVERIFY(demo.lanes->grab().toImage() == lanes);

        hoverAt(*demo.lanes, demo.lanes->rect().center());
        QVERIFY(demo.cursor().hovered().has_value());
        QVERIFY(demo.overview->grab().toImage() != overview);
        leave(*demo.lanes);
        QVERIFY(!demo.cursor().hovered().has_value());
        QVERIFY(demo.overview->grab().toImage() == overview);

        const QModelIndex row = events->indexAt(events->viewport()->rect().center());
        hoverAt(*events->viewport(), events->visualRect(row).center());
        const std::uint64_t shown = static_cast<std::uint64_t>(row.row()) + 1;
        QVERIFY(demo.cursor().hovered() == (SessionCursor::Hover{index.timeOf(shown), shown}));
        QCOMPARE(liftedRows(*events->model()), QList<int>{row.row() + 1});
        QCOMPARE(demo.cursor().number(), std::uint64_t{0}); // the cursor stays where it is
        leave(*events->viewport());
        QVERIFY(!demo.cursor().hovered().has_value());
    }

    void aClickOnALaneChoosesItsFaction()
    {
        const DemoWindow demo;
        const auto *table = demo.harness.find<QTableView>(QStringLiteral("Factions at the cursor"));

        QTest::mouseClick(demo.lanes, Qt::LeftButton, {}, {demo.lanes->width() / 2, 30});

        QVERIFY(!demo.cursor().faction().isEmpty());
        QVERIFY(demo.cursor().number() > 0);
        QVERIFY(demo.harness.waitForState());
        QTRY_VERIFY(table->currentIndex().isValid());
    }
};

QTEST_MAIN(tst_Scrubbing)
#include "tst_Scrubbing.moc"
