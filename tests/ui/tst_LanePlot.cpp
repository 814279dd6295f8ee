// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/plot/LanePlot.h"

#include <QImage>
#include <QObject>
#include <QScreen>
#include <QTest>
#include <QTimer>
#include <QToolTip>

using namespace inspector;

namespace {

const QColor lineColor(QStringLiteral("#ff00ff")); // of no theme, so that its pixels are the lane's

LaneContent lane(const QString &id)
{
    LaneContent content;
    content.id = id;
    content.color = lineColor;
    return content;
}

/// Two lanes over 0 to 100; the lower one has a mark at 50 that came from the upper one.
class Lanes
{
public:
    Lanes()
    {
        plot.resize(800, 300);
        plot.show();
        if (!QTest::qWaitForWindowExposed(&plot))
            QTest::qFail("the plot does not show", __FILE__, __LINE__);
        plot.setRange(0, 100);
        LaneContent target = lane(QStringLiteral("target"));
        target.marks.push_back({50, true, QStringLiteral("source"), QStringLiteral("from the source")});
        show({lane(QStringLiteral("source")), target});
    }

    void show(std::vector<LaneContent> lanes)
    {
        plot.setHeads(std::vector<LaneHead>(lanes.size()));
        plot.setLanes(std::move(lanes));
    }

    [[nodiscard]] int pixels(const QColor &color)
    {
        const QImage image = plot.grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        }
        return count;
    }

    /// At the foot of the lower lane.
    [[nodiscard]] QPoint markPlace() const
    {
        return {LanePlot::headWidth() + plot.contentWidth() / 2, plot.height() - 2 * typography::unit()};
    }

    /// Whether the screen shows what painting all of the plot anew would show.
    [[nodiscard]] bool isTrueOnScreen()
    {
        const QImage screen = plot.screen()->grabWindow(plot.winId()).toImage();
        return screen.convertToFormat(QImage::Format_RGB32) ==
               plot.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }

    ThemeController theme{Theme::light()};
    LanePlot plot{theme};
};

using Step = void (*)(Lanes &);

/// Lets what was put off be done, such as painting all of a plot.
void settle()
{
    for (int time = 0; time < 2; ++time) { // what is put off may put off more
        bool isDone = false;
        QTimer::singleShot(0, [&] { isDone = true; });
        while (!isDone)
            QCoreApplication::processEvents();
    }
}

} // namespace

class tst_LanePlot : public QObject
{
    Q_OBJECT

private slots:
    void theMouseOverAMarkShowsWhereItCameFrom()
    {
        Lanes lanes;
        const QColor accent = Theme::light().accent;
        QTRY_COMPARE(lanes.pixels(accent), 0);

        QTest::mouseMove(lanes.plot.canvas(), lanes.markPlace());
        QTRY_VERIFY2(lanes.pixels(accent) > 20, qPrintable(QString::number(lanes.pixels(accent))));
        QCOMPARE(QToolTip::text(), QStringLiteral("from the source"));

        QTest::mouseMove(lanes.plot.canvas(), lanes.markPlace() - QPoint(100, 0));
        QTRY_COMPARE(lanes.pixels(accent), 0);
    }

    void theScreenShowsWhatChanged_data()
    {
        QTest::addColumn<std::vector<Step>>("steps");
        const Step none = [](Lanes &lanes) { lanes.plot.setCursor({}); };
        const Step left = [](Lanes &lanes) { lanes.plot.setCursor(20); };
        const Step right = [](Lanes &lanes) { lanes.plot.setCursor(70.4); };
        const Step hover = [](Lanes &lanes) { lanes.plot.setHover(33); };
        const Step noHover = [](Lanes &lanes) { lanes.plot.setHover({}); };
        const Step range = [](Lanes &lanes) { lanes.plot.setRange(10, 40); };
        const Step mark = [](Lanes &lanes) { QTest::mouseMove(lanes.plot.canvas(), lanes.markPlace()); };
        const Step noMark = [](Lanes &lanes) {
            QTest::mouseMove(lanes.plot.canvas(), lanes.markPlace() - QPoint(100, 0));
        };
        const Step heads = [](Lanes &lanes) {
            const QString text = QStringLiteral("chosen");
            lanes.plot.setHeads({LaneHead(), {text, text, lineColor, text, true}});
        };
        const Step plain = [](Lanes &lanes) { lanes.plot.setHeads(std::vector<LaneHead>(2)); };

        QTest::addRow("the cursor comes") << std::vector{left};
        QTest::addRow("the cursor moves") << std::vector{left, right};
        QTest::addRow("the cursor goes") << std::vector{left, none};
        QTest::addRow("the mouse comes") << std::vector{left, hover};
        QTest::addRow("the mouse goes") << std::vector{hover, noHover};
        QTest::addRow("over a mark") << std::vector{left, mark};
        QTest::addRow("from a mark") << std::vector{mark, noMark};
        const Step nearby = [](Lanes &lanes) { lanes.plot.setCursor(35); };
        const Step resize = [](Lanes &lanes) { lanes.plot.resize(900, 300); };
        const Step hide = [](Lanes &lanes) { lanes.plot.hide(); };
        const Step show = [](Lanes &lanes) { lanes.plot.show(); };
        const Step lanes = [](Lanes &shown) { shown.show({lane(QStringLiteral("alone"))}); };

        QTest::addRow("another range, then the cursor") << std::vector{left, range, nearby};
        QTest::addRow("another range, then no cursor") << std::vector{left, range, none};
        QTest::addRow("another range, then the mouse") << std::vector{hover, range, noHover};
        QTest::addRow("another size, then the cursor") << std::vector{left, resize, right};
        QTest::addRow("other lanes, then the cursor") << std::vector{left, lanes, right};
        QTest::addRow("moved while hidden") << std::vector{left, hide, right, show, none};
        QTest::addRow("heads come") << std::vector{left, heads};
        QTest::addRow("heads go") << std::vector{heads, right, plain};
    }

    void theScreenShowsWhatChanged()
    {
        QFETCH(std::vector<Step>, steps);
        Lanes lanes;
        settle();

        for (const Step step : steps) {
            step(lanes);
            settle();
            if (lanes.plot.isVisible())
                QTRY_VERIFY(lanes.isTrueOnScreen());
        }
    }

    void theHeadOfEachLaneIsWholeHoweverManyThereAre()
    {
        Lanes lanes;
        const auto headPixels = [&](int count, int height) {
            LaneHead head;
            head.title = head.chip = QStringLiteral("x");
            head.detail = QStringLiteral("fame 1 inf 2");
            lanes.show(std::vector<LaneContent>(static_cast<std::size_t>(count), lane(QStringLiteral("a"))));
            lanes.plot.setHeads(std::vector<LaneHead>(static_cast<std::size_t>(count), head));
            lanes.plot.resize(800, height > 0 ? height : lanes.plot.minimumHeight());
            const QImage image = lanes.plot.grab().toImage();
            const QRgb ground = image.pixel(0, 0);
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < LanePlot::headWidth() - 2 * typography::unit(); ++x)
                    drawn += image.pixel(x, y) == ground ? 0 : 1;
            }
            return drawn;
        };

        const int alone = headPixels(1, 300);

        QVERIFY(alone > 0);
        QCOMPARE(headPixels(7, 0), 7 * alone); // the lowest lanes that there are
    }

    void whatItIsComparedWithIsDrawnToo_data()
    {
        QTest::addColumn<PlotSteps LaneContent::*>("steps");

        QTest::addRow("solid") << &LaneContent::thinSolid;
        QTest::addRow("dashed") << &LaneContent::thinDashed;
    }

    void whatItIsComparedWithIsDrawnToo()
    {
        QFETCH(PlotSteps LaneContent::*, steps);
        Lanes lanes;
        LaneContent content = lane(QStringLiteral("a"));
        content.isCompared = true;
        content.solid = {{0, 20, true}, {100, 20, true}};
        lanes.show({content});
        QTRY_VERIFY(lanes.pixels(lineColor) > 100);
        const QImage before = lanes.plot.grab().toImage();

        content.*steps = {{0, 80, true}, {100, 80, true}};
        lanes.show({content});

        QTRY_VERIFY(lanes.plot.grab().toImage() != before);
    }

    void spansOfBothAreSeen()
    {
        Lanes lanes;
        LaneContent content = lane(QStringLiteral("a"));
        content.isCompared = true;
        const QColor full = Theme::light().friendly;
        const QColor thin = Theme::light().hostile;
        content.spans.push_back({0, 100, full, QStringLiteral("friendly"), false});
        content.thinSpans.push_back({0, 100, thin, {}, false});

        lanes.show({content});

        QTRY_VERIFY(lanes.pixels(thin) > lanes.plot.contentWidth() / 2);
    }
};

QTEST_MAIN(tst_LanePlot)
#include "tst_LanePlot.moc"
