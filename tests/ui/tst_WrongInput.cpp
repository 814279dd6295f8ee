// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/common/Banner.h"
#include "ui/exporting/ExportPanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <algorithm>
#include <filesystem>

using namespace inspector;

namespace {

QByteArray markers(int count)
{
    return QByteArray("{\"type\":\"marker\",\"timestamp\":1,\"label\":\"x\"}\n").repeated(count);
}

} // namespace

/// Files that are not what they should be: a banner with a remedy and a row in Problems, and nothing in the
/// way.
class tst_WrongInput : public QObject
{
    Q_OBJECT

private slots:
    void aFileThatIsNoSessionIsABanner()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("no.txt"), "hello\n");
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());

        const auto *banner = window.findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->text().contains(path), qUtf8Printable(banner->text()));
        QVERIFY2(
            banner->text().contains(QStringLiteral("Give a session file")), qUtf8Printable(banner->text()));
        const auto *problems = harness.find<QTableView>(QStringLiteral("Problems"));
        QCOMPARE(problems->model()->index(0, 0).data().toString(), banner->text());
        QVERIFY(QApplication::activeModalWidget() == nullptr);
        QCOMPARE(window.windowTitle(), QStringLiteral("Telemetry Inspector"));
    }

    void badLinesAreProblems()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openFile(
            harness.write(QStringLiteral("s.ndjson"), markers(2) + "{broken\n" + markers(1)));
        QVERIFY(harness.waitUntilRead());

        const auto *problems = harness.find<QTableView>(QStringLiteral("Problems"));
        QCOMPARE(problems->model()->rowCount(), 1);
        QCOMPARE(window.source().frame().size(), std::uint64_t{3});
        QTest::mouseClick(problems->viewport(), Qt::LeftButton, {},
            problems->visualRect(problems->model()->index(0, 0)).center());
        QCOMPARE(window.cursor().number(), std::uint64_t{2});
    }

    void aFileThatIsNotAsItWasIsABanner_data()
    {
        QTest::addColumn<QByteArray>("becomes");
        QTest::addColumn<QString>("said");
        QTest::addRow("shorter") << QByteArray("shorter") << QStringLiteral("has become shorter");
        QTest::addRow("removed") << QByteArray("removed") << QStringLiteral("was removed");
        QTest::addRow("another") << QByteArray("another") << QStringLiteral("was replaced by another file");
    }

    void aFileThatIsNotAsItWasIsABanner()
    {
        QFETCH(QByteArray, becomes);
        QFETCH(QString, said);
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("s.ndjson"), markers(50));
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());

        if (becomes == "shorter")
            QVERIFY(QFile::resize(path, 20));
        else if (becomes == "removed")
            QVERIFY(QFile::remove(path));
        else // at once: in between it would be removed
            std::filesystem::rename(
                harness.write(QStringLiteral("other.ndjson"), markers(50)).toStdString(), path.toStdString());

        const auto *banner = window.findChild<Banner *>();
        QTRY_VERIFY2(banner->isVisible() && banner->text().contains(said), qUtf8Printable(banner->text()));
        QVERIFY(banner->text().contains(QStringLiteral("Read it again with F5")));
        const auto *problems = harness.find<QTableView>(QStringLiteral("Problems"));
        QVERIFY(problems->model()->index(0, 0).data().toString().contains(said));
        QCOMPARE(window.source().frame().size(), std::uint64_t{50});
    }

    // An export would read the other file, while the window shows the one that is gone.
    void aFilterThatCannotReadOnSaysSo()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("s.ndjson"), markers(500));
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());
        QVERIFY(QFile::resize(path, 20));
        auto *filter = harness.find<QLineEdit>(QStringLiteral("Filter of the events"));

        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("x"));
        QTest::keyClick(filter, Qt::Key_Return);

        const auto says = [&](const QString &text) {
            const auto labels = window.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        QTRY_VERIFY(says(QStringLiteral("0, stopped")));
        QVERIFY(window.findChild<Banner *>()->isVisible());
    }

    void aFileThatIsNotAsItWasIsNotExported()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        const QString path = harness.write(QStringLiteral("s.ndjson"), markers(50));
        window.commands().openFile(path);
        QVERIFY(harness.waitUntilRead());
        std::filesystem::rename(
            harness.write(QStringLiteral("other.ndjson"), markers(60)).toStdString(), path.toStdString());
        QVERIFY(harness.waitFor([](const InspectorFrame &frame) { return frame.notice.has_value(); }));
        ExportChoice choice = window.exportPanel().choice();
        choice.folder = harness.path(QStringLiteral("out"));
        window.exportPanel().setChoice(choice);

        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);

        const auto *status = harness.find<QLabel>(QStringLiteral("exportStatus"));
        QTRY_VERIFY2(status->text().contains(QStringLiteral("Save the session (Ctrl+S) and export that")),
            qUtf8Printable(status->text()));
        QVERIFY(!QFile::exists(choice.folder));

        const QString saved = harness.path(QStringLiteral("saved.ndjson"));
        window.commands().saveTo(saved);
        QTRY_VERIFY(QFile::exists(saved));
        QFile file(saved);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), markers(50));
    }
};

QTEST_MAIN(tst_WrongInput)
#include "tst_WrongInput.moc"
