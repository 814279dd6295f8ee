// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"

#include <QToolButton>

using namespace inspector;

namespace {

QByteArray markers(int count)
{
    return QByteArray("{\"type\":\"marker\",\"timestamp\":1,\"label\":\"x\"}\n").repeated(count);
}

/// Markers, with an event behind each.
QByteArray markersAndEvents(int count)
{
    return QByteArray(markers(1) + "{\"type\":\"event\",\"timestamp\":1,\"event\":\"a:b\"}\n")
        .repeated(count);
}

} // namespace

/// Moving along the session and playing it, by keys and clicks in the window.
class tst_Transport : public QObject
{
    Q_OBJECT

private slots:
    void keysMoveTheCursor_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<quint64>("expected"); // of a cursor at #50 of 100

        QTest::addRow("one on") << int(Qt::Key_Right) << Qt::KeyboardModifiers() << quint64{51};
        QTest::addRow("one back") << int(Qt::Key_Left) << Qt::KeyboardModifiers() << quint64{49};
        QTest::addRow("ten on") << int(Qt::Key_Right) << Qt::KeyboardModifiers(Qt::ShiftModifier)
                                << quint64{60};
        QTest::addRow("the same name")
            << int(Qt::Key_Right) << Qt::KeyboardModifiers(Qt::ControlModifier) << quint64{52};
        QTest::addRow("the same name, back")
            << int(Qt::Key_Left) << Qt::KeyboardModifiers(Qt::ControlModifier) << quint64{48};
        QTest::addRow("the start") << int(Qt::Key_Home) << Qt::KeyboardModifiers() << quint64{0};
        QTest::addRow("the end") << int(Qt::Key_End) << Qt::KeyboardModifiers() << quint64{100};
        QTest::addRow("next, anywhere") << int(Qt::Key_F8) << Qt::KeyboardModifiers() << quint64{51};
        QTest::addRow("previous, anywhere")
            << int(Qt::Key_F8) << Qt::KeyboardModifiers(Qt::ShiftModifier) << quint64{49};
    }

    void keysMoveTheCursor()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(quint64, expected);
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markersAndEvents(50)));
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(50);
        auto *overview = harness.find<QWidget>(QStringLiteral("Overview of the session"));
        window.activateWindow();
        overview->setFocus();

        QTest::keyClick(overview, static_cast<Qt::Key>(key), modifiers);

        QTRY_COMPARE(quint64{window.cursor().number()}, expected);
        QVERIFY(harness.waitForState());
    }

    void nothingMovesAsideForALongerNumber()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(1'000)));
        QVERIFY(harness.waitUntilRead());
        const auto *transport = harness.find<QWidget>(QStringLiteral("Transport"));
        window.cursor().goTo(1);
        const int before = transport->sizeHint().width();

        window.cursor().goTo(1'000);

        QCOMPARE(transport->sizeHint().width(), before);
    }

    void playsToTheEnd()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"), markers(20)));
        QVERIFY(harness.waitUntilRead());

        QTest::mouseClick(harness.find<QToolButton>(QStringLiteral("Play")), Qt::LeftButton);

        QTRY_COMPARE(window.cursor().number(), std::uint64_t{20});
        QTRY_COMPARE(window.cursor().mode(), SessionCursor::Mode::Paused);
    }

    void playsAtTheSpeedThatIsAskedFor_data()
    {
        QTest::addColumn<QString>("where"); // the focus is
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("speed");

        const QString overview = QStringLiteral("Overview of the session");
        const QString field = QStringLiteral("Filter of the events");
        const Qt::KeyboardModifiers none;
        const Qt::KeyboardModifiers alt = Qt::AltModifier;
        const int slower = Qt::Key_Comma;
        const int faster = Qt::Key_Period;
        QTest::addRow("twice") << overview << QList<int>{faster} << none << QStringLiteral("2×");
        QTest::addRow("half") << overview << QList<int>{slower} << none << QStringLiteral("1/2×");
        QTest::addRow("no slower than")
            << overview << QList<int>(5, slower) << none << QStringLiteral("1/8×");
        QTest::addRow("no faster than") << overview << QList<int>(9, faster) << none << QStringLiteral("64×");
        QTest::addRow("anywhere, faster")
            << field << QList<int>{faster, faster} << alt << QStringLiteral("4×");
        QTest::addRow("anywhere, slower") << field << QList<int>{slower} << alt << QStringLiteral("1/2×");
        QTest::addRow("text keeps its keys") << field << QList<int>{faster} << none << QStringLiteral("1×");
    }

    void playsAtTheSpeedThatIsAskedFor()
    {
        QFETCH(QString, where);
        QFETCH(QList<int>, keys);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(QString, speed);
        WindowHarness harness;
        harness.openDemo();
        auto *widget = harness.find<QWidget>(where);
        widget->setFocus();

        for (const int key : keys)
            QTest::keyClick(widget, static_cast<Qt::Key>(key), modifiers);

        QCOMPARE(harness.find<QToolButton>(QStringLiteral("Speed"))->text(), speed);
    }

    // An hour lies between the two records, so that nothing but the jump leads to the second one.
    void playsOverIdleTimeWhereThatIsChosen()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(harness.write(QStringLiteral("s.ndjson"),
            markers(1) + "{\"type\":\"event\",\"timestamp\":3600001,\"event\":\"a:b\"}\n"));
        QVERIFY(harness.waitUntilRead());
        const auto switchIdle = [&] { QTest::keyClick(&window, Qt::Key_J, Qt::AltModifier); };
        switchIdle();

        QTest::keyClick(&window, Qt::Key_F9);
        QTRY_COMPARE(window.cursor().number(), std::uint64_t{1});
        QCOMPARE(window.cursor().mode(), SessionCursor::Mode::Replay);
        switchIdle();

        QTRY_COMPARE(window.cursor().number(), std::uint64_t{2});
        QTRY_COMPARE(window.cursor().mode(), SessionCursor::Mode::Paused);
    }
};

QTEST_MAIN(tst_Transport)
#include "tst_Transport.moc"
