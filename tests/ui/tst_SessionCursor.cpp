// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"

#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>

using namespace inspector;
using Mode = SessionCursor::Mode;

namespace {

QByteArray markers(int count, int firstTime = 1)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines.append("{\"type\":\"marker\",\"timestamp\":")
            .append(QByteArray::number(firstTime + i))
            .append(",\"label\":\"x\"}\n");
    return lines;
}

void turnWheel(QWidget &widget, int steps, Qt::KeyboardModifiers modifiers = {})
{
    constexpr int perStep = 120;
    const QPointF middle = widget.rect().center();
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, QPoint(0, steps * perStep), Qt::NoButton,
        modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

/// The place that all views show, by what somebody does in them.
class tst_SessionCursor : public QObject
{
    Q_OBJECT

private slots:
    void visitedPlacesAreRemembered()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(100)));
        QVERIFY(harness.waitUntilRead());
        SessionCursor &cursor = window.cursor();
        cursor.goTo(10);
        cursor.goTo(70);

        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{10});
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{0});
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{0});
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{10});
    }

    void thePlaceThatIsLeftIsGoneBackTo()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(100)));
        QVERIFY(harness.waitUntilRead());
        SessionCursor &cursor = window.cursor();
        auto *table = harness.find<QTableView>(QStringLiteral("Events"));
        cursor.goTo(10);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(50, 0));
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(cursor.number(), std::uint64_t{52});

        cursor.goTo(90); // as a link does
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{52});
        QTest::keyClick(&window, Qt::Key_F8);
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{52});
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{10});
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(cursor.number(), std::uint64_t{53});
    }

    void whoScrollsLeavesLive_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("steps"); // of the wheel
        QTest::addColumn<bool>("leaves");

        const QString events = QStringLiteral("Events"), overview = QStringLiteral("Overview of the session");
        QTest::addRow("up the events") << events << 5 << true;
        QTest::addRow("down the events, where there is no more") << events << -5 << false;
        QTest::addRow("into the overview, where the end is not") << overview << 5 << true;
    }

    void whoScrollsLeavesLive()
    {
        QFETCH(QString, place);
        QFETCH(int, steps);
        QFETCH(bool, leaves);
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(500)));
        QVERIFY(harness.waitUntilRead());
        QTest::keyClick(&window, Qt::Key_End, Qt::AltModifier);
        QTRY_COMPARE(window.cursor().number(), std::uint64_t{500});
        auto *widget = harness.find<QWidget>(place);
        auto *table = qobject_cast<QTableView *>(widget);

        turnWheel(table == nullptr ? *widget : *table->viewport(), steps);

        QCOMPARE(window.cursor().mode(), leaves ? Mode::Paused : Mode::Live);
        const SessionCursor::Range seen = window.cursor().visible();
        const int top = harness.find<QTableView>(QStringLiteral("Events"))->rowAt(0);
        harness.write(QStringLiteral("s.ndjson"), markers(40, 501));
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.size() == 540; }));
        if (!leaves) {
            QTRY_COMPARE(window.cursor().number(), std::uint64_t{540});
            return;
        }
        QCOMPARE(window.cursor().number(), std::uint64_t{500});
        QTRY_COMPARE(window.cursor().newRecords(), std::uint64_t{40});
        if (table == nullptr)
            QCOMPARE(window.cursor().visible(), seen);
        else
            QCOMPARE(table->rowAt(0), top);
    }

    void aSessionThatIsOverIsNotLive()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        QVERIFY(harness.waitUntilRead());

        QTest::keyClick(window.focusWidget(), Qt::Key_End);

        QTRY_COMPARE(window.cursor().number(), window.source().frame().size());
        QCOMPARE(window.cursor().mode(), Mode::Paused);
        QVERIFY(harness.find<QToolButton>(QStringLiteral("To the end"))->isVisible());
    }
};

QTEST_MAIN(tst_SessionCursor)
#include "tst_SessionCursor.moc"
