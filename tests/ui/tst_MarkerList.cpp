// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ShownRows.h"
#include "tests/ui/WindowHarness.h"

#include <QLineEdit>
#include <QTableView>

using namespace inspector;

namespace {

QByteArray records(int count)
{
    return QByteArray("{\"type\":\"event\",\"timestamp\":1,\"event\":\"npc:met\",\"payload\":{}}\n")
        .repeated(count);
}

void setMarker(const WindowHarness &harness, std::uint64_t number, const QString &label)
{
    MainWindow &window = harness.window();
    window.cursor().goTo(number);
    QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
    auto *field = harness.find<QLineEdit>(QStringLiteral("Name of the marker"));
    field->selectAll();
    QTest::keyClicks(field, label);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

/// What becomes of the markers when the session that they were set in is left.
class tst_MarkerList : public QObject
{
    Q_OBJECT

private slots:
    void comeBackWithTheirSession()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("s.ndjson"), records(100));
        const QString other = harness.write(QStringLiteral("other.ndjson"), records(5));
        const auto isRead = [&](quint64 size) {
            return harness.waitFor([&](const InspectorFrame &frame) {
                return frame.size() == size && frame.phase == InspectorFrame::Phase::Ready;
            });
        };
        const auto shown = [&] {
            return shownRows(*harness.find<QTableView>(QStringLiteral("Markers"))->model());
        };
        window.commands().openFile(path);
        QVERIFY(isRead(100));
        setMarker(harness, 42, QStringLiteral("here"));
        setMarker(harness, 7, QStringLiteral("there"));
        const QStringList both = shown();
        QCOMPARE(both.size(), 2);
        QVERIFY(both[0].contains(QStringLiteral("there")));

        QTest::keyClick(&window, Qt::Key_F5);
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.session == 2; }));
        QTRY_COMPARE(shown(), both);
        window.commands().openFile(other);
        QVERIFY(isRead(5));
        QCOMPARE(shown(), QStringList());
        window.commands().openFile(path);
        QVERIFY(isRead(100));
        QTRY_COMPARE(shown(), both);

        QVERIFY(QFile::remove(path));
        harness.write(QStringLiteral("s.ndjson"), records(10)); // another session in its place
        window.activateWindow();                                // whose menus have the key
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F5);
        QVERIFY(isRead(10));
        QTRY_COMPARE(shown(), QStringList(both[0]));
    }
};

QTEST_MAIN(tst_MarkerList)
#include "tst_MarkerList.moc"
