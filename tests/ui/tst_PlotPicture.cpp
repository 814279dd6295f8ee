// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ByHand.h"
#include "tests/ui/PictureChecks.h"
#include "ui/PictureCommands.h"
#include "ui/WindowTabs.h"
#include "ui/common/Banner.h"
#include "ui/compare/CompareView.h"
#include "ui/performance/PerformanceView.h"
#include "ui/plot/PlotPicture.h"

#include <QSignalSpy>
#include <QStatusBar>
#include <QTabBar>

using namespace inspector;

/// The plots of a played demo, as files.
class tst_PlotPicture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void everyViewIsSavedInEveryFormat_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("title");

        QTest::addRow("factions") << 0
                                  << QStringLiteral("Fame and infamy of the factions (0 to 100) over time");
        QTest::addRow("tutorial") << 1 << QStringLiteral("Steps of the tutorial over time");
        QTest::addRow("cascades") << 2 << QStringLiteral("Cascades from source to target");
        QTest::addRow("attitudes") << 3 << QStringLiteral("Vanguard Prime: attitudes over fame and infamy");
        QTest::addRow("compare")
            << 4 << QStringLiteral("Two sessions over the time of the head: the head full, the base thin");
        QTest::addRow("performance") << 5
                                     << QStringLiteral(
                                            "Events by how long their dispatch took, and events a second");
    }

    void everyViewIsSavedInEveryFormat()
    {
        QFETCH(int, tab);
        QFETCH(QString, title);
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        window.cursor().goTo(window.source().frame().size());
        QVERIFY(harness.waitForState());
        window.tabs().setCurrentIndex(tab);
        if (window.tabs().currentWidget() == &window.tabs().compare()) {
            const QString base = harness.path(QStringLiteral("base.ndjson"));
            window.commands().saveTo(base);
            QTRY_VERIFY(QFile::exists(base));
            window.tabs().compare().compareWith(base);
            QTRY_VERIFY(window.tabs().compare().comparer().comparison() != nullptr);
        }
        if (window.tabs().currentWidget() == &window.tabs().performance())
            QTRY_VERIFY(!window.tabs().performance().figures().session.rates.domains.empty());
        QSignalSpy saved(&window.pictures(), &PictureCommands::saved);

        for (const char *name : {"plot.png", "plot.pdf", "plot.svg"})
            window.pictures().saveTo(harness.path(QString::fromLatin1(name)));

        QCOMPARE(saved.size(), 3);
        const QImage image(harness.path(QStringLiteral("plot.png")));
        QCOMPARE(image.text(QStringLiteral("Title")), title);
        QVERIFY(image.text(QStringLiteral("Source"))
                    .startsWith(QStringLiteral("demo mission, 00:00:00.000 to ")));
        QVERIFY2(colours(image) > 8, qPrintable(QString::number(colours(image))));
        QCOMPARE(pdfFault(contentOf(harness.path(QStringLiteral("plot.pdf")))), QString());
        QCOMPARE(svgFault(contentOf(harness.path(QStringLiteral("plot.svg"))), title), QString());
    }

    void whatCannotBeSavedIsAProblemWithARemedy_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("hasSession");
        QTest::addColumn<QString>("said");

        QTest::addRow("no such format")
            << QStringLiteral("plot.gif") << true << QStringLiteral(".png, .pdf or .svg");
        QTest::addRow("no such folder")
            << QStringLiteral("no/plot.png") << true << QStringLiteral("no/plot.png");
        QTest::addRow("no plot") << QStringLiteral("plot.png") << false
                                 << QStringLiteral("Show a view with a plot");
    }

    void whatCannotBeSavedIsAProblemWithARemedy()
    {
        QFETCH(QString, name);
        QFETCH(bool, hasSession);
        QFETCH(QString, said);
        WindowHarness harness;
        MainWindow &window = harness.open();
        if (hasSession) {
            window.commands().openDemo();
            QVERIFY(harness.waitUntilRead());
        }
        QSignalSpy problem(&window.pictures(), &PictureCommands::problemChanged);

        window.pictures().saveTo(harness.path(name));

        QCOMPARE(problem.size(), 1);
        QVERIFY2(problem.first().first().toString().contains(said),
            qPrintable(problem.first().first().toString()));
        QVERIFY(!QFile::exists(harness.path(name)));
    }

    void isSavedByItsKeyAndTheDialog_data()
    {
        QTest::addColumn<bool>("hasPlotTheKeys"); // else the tabs have them
        QTest::addRow("in the plot") << true;
        QTest::addRow("elsewhere") << false;
    }

    void isSavedByItsKeyAndTheDialog()
    {
        QFETCH(bool, hasPlotTheKeys);
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        constexpr Qt::KeyboardModifiers keys = Qt::ControlModifier | Qt::ShiftModifier;
        QTest::keyClick(&window, Qt::Key_2, Qt::AltModifier); // the tutorial
        if (!hasPlotTheKeys)
            QTest::mouseClick(
                window.tabs().tabBar(), Qt::LeftButton, {}, window.tabs().tabBar()->tabRect(1).center());
        const auto *banner = window.findChild<Banner *>();
        answerFileDialog(harness.path(QStringLiteral("no/plot.svg")));
        QTest::keyClick(window.focusWidget(), Qt::Key_S, keys);
        QVERIFY(banner->isVisible());
        const QString path = harness.path(QStringLiteral("plot.svg"));
        answerFileDialog(path);
        comeToFront(window);

        QTest::keyClick(window.focusWidget(), Qt::Key_S, keys);

        QCOMPARE(svgFault(contentOf(path), QStringLiteral("Steps of the tutorial over time")), QString());
        QCOMPARE(window.statusBar()->currentMessage(), QStringLiteral("Saved ") + path);
        QVERIFY(!banner->isVisible());
    }

    void theMenuOfAPlotOffersItsActionsWithTheirKeys()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        auto *lanes = harness.find<QWidget>(QStringLiteral("Lanes over time"));
        QStringList offered;
        QTimer::singleShot(0, &window, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (menu == nullptr)
                return QTest::qFail("there is no menu", __FILE__, __LINE__);
            for (const QAction *action : menu->actions())
                offered << action->text().remove(QLatin1Char('&')) + QLatin1Char(' ') +
                               action->shortcut().toString();
            menu->close();
        });

        QTest::mouseClick(lanes, Qt::RightButton, {}, lanes->rect().center());

        QCOMPARE(offered,
            (QStringList{QStringLiteral("Save picture… Ctrl+Shift+S"),
                QStringLiteral("All of the session Ctrl+Shift+A"), QStringLiteral("Set a marker… Ctrl+M")}));
    }
};

QTEST_MAIN(tst_PlotPicture)
#include "tst_PlotPicture.moc"
