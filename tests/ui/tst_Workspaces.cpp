// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ByHand.h"
#include "ui/WindowTabs.h"

#include <QDockWidget>
#include <QScreen>

using namespace inspector;

namespace {

/// The names of the docks for which it holds, sorted.
QStringList docksThat(const MainWindow &window, const std::function<bool(const QDockWidget &)> &isIt)
{
    QStringList names;
    for (const QDockWidget *dock : window.findChildren<QDockWidget *>()) {
        if (isIt(*dock))
            names << dock->objectName();
    }
    names.sort();
    return names;
}

/// Those that are seen, or stand as a tab behind one.
QStringList shownDocks(const MainWindow &window)
{
    return docksThat(window, [](const QDockWidget &dock) { return !dock.isHidden(); });
}

QStringList docksInFront(const MainWindow &window)
{
    return docksThat(
        window, [](const QDockWidget &dock) { return dock.isVisible() && !dock.visibleRegion().isEmpty(); });
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

/// What the window shows, by the keys and the menu of "View".
class tst_Workspaces : public QObject
{
    Q_OBJECT

private slots:
    void eachShowsItsDocks_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<QStringList>("inFront");
        QTest::addColumn<QString>("view");

        const QString factions = QStringLiteral("Factions");
        QTest::addRow("QA") << int(Qt::Key_1) << words("details expectations export markers problems state")
                            << words("export problems") << factions;
        QTest::addRow("narrative") << int(Qt::Key_2)
                                   << words(
                                          "details difference expectations markers problems snapshots state")
                                   << words("markers state") << factions;
        QTest::addRow("performance") << int(Qt::Key_3) << words("details log overview problems")
                                     << words("details log") << QStringLiteral("Performance");
        QTest::addRow("default") << int(Qt::Key_4) << words("details markers problems state")
                                 << words("details problems") << factions;
    }

    void eachShowsItsDocks()
    {
        QFETCH(int, key);
        QFETCH(QStringList, shown);
        QFETCH(QStringList, inFront);
        QFETCH(QString, view);
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        // From each of them, and from a window that somebody rearranged.
        for (const int before : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            QTest::keyClick(&window, static_cast<Qt::Key>(before), Qt::ControlModifier);
            auto *details = harness.find<QDockWidget>(QStringLiteral("details"));
            details->setFloating(true);
            harness.find<QDockWidget>(QStringLiteral("problems"))->close();
            QTest::keyClick(&window, Qt::Key_1, Qt::AltModifier);
            comeToFront(window);

            QTest::keyClick(&window, static_cast<Qt::Key>(key), Qt::ControlModifier);

            QCOMPARE(shownDocks(window), shown);
            QTRY_COMPARE(docksInFront(window), inFront);
            QVERIFY(!details->isFloating());
            QCOMPARE(window.tabs().tabText(window.tabs().currentIndex()), view);
        }
    }

    void fillsTheScreenAndComesBackByTheSameKey()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        const QSize before = window.size();

        QTest::keyClick(&window, Qt::Key_F11);
        QTRY_VERIFY(window.isFullScreen());
        QTRY_COMPARE(window.size(), window.screen()->size());
        QTest::keyClick(&window, Qt::Key_F11);

        QTRY_VERIFY(!window.isFullScreen());
        QTRY_COMPARE(window.size(), before);
    }

    void aThemeOfTheMenuIsDrawnAtOnceAndRemembered()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        auto *lanes = harness.find<QWidget>(QStringLiteral("Lanes over time"));
        const auto share = [lanes](const QColor &color) {
            const QImage image = lanes->grab().toImage();
            qint64 pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixelColor(x, y) == color ? 1 : 0;
            }
            return double(pixels) / (double(image.width()) * image.height());
        };
        constexpr double some = 0.1;     // the ground between the lanes and beside their lines
        constexpr double hardly = 0.001; // a text or a line has a pixel of any colour

        chooseInMenuBar(window, QStringLiteral("View"), QStringLiteral("Theme: light"));
        QTRY_VERIFY(share(Theme::light().panel) > some);
        QVERIFY(share(Theme::dark().panel) < hardly);
        chooseInMenuBar(window, QStringLiteral("View"), QStringLiteral("Theme: dark"));
        QTRY_VERIFY(share(Theme::dark().panel) > some);
        QVERIFY(share(Theme::light().panel) < hardly);
        QCOMPARE(window.palette().color(QPalette::Window), Theme::dark().window);

        QCOMPARE(harness.openDemo().theme().mode(), ThemeController::Mode::Dark);
        chooseInMenuBar(harness.window(), QStringLiteral("View"), QStringLiteral("Theme: system"));
        QCOMPARE(harness.open().theme().mode(), ThemeController::Mode::System);
    }
};

QTEST_MAIN(tst_Workspaces)
#include "tst_Workspaces.moc"
