// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineBuild.h"
#include "ui/plot/LaneGaps.h"
#include "ui/plot/SpanDecimator.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

LaneContent::Span span(double begin, double end, char color)
{
    return {begin, end, color == 'r' ? QColor(Qt::red) : QColor(Qt::blue), QStringLiteral("named"), false};
}

/// "0-2R": from 0 to 2 in red; in small letters when the span has no name.
QString written(const std::vector<LaneContent::Span> &spans)
{
    QStringList parts;
    for (const LaneContent::Span &part : spans) {
        const QString color = part.color == QColor(Qt::red) ? QStringLiteral("r") : QStringLiteral("b");
        parts << QStringLiteral("%1-%2%3")
                     .arg(part.begin)
                     .arg(part.end)
                     .arg(part.label.isEmpty() ? color : color.toUpper());
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

class tst_Decimators : public QObject
{
    Q_OBJECT

private slots:
    void spansLeaveNoHole_data()
    {
        QTest::addColumn<std::vector<LaneContent::Span>>("spans");
        QTest::addColumn<QString>("expected");

        using Spans = std::vector<LaneContent::Span>;
        QTest::addRow("none") << Spans{} << QString();
        QTest::addRow("wide") << Spans{span(0, 2, 'r'), span(2, 3, 'b')} << QStringLiteral("0-2R 2-3B");
        QTest::addRow("a narrow one between wide ones")
            << Spans{span(0, 2, 'r'), span(2, 2.25, 'b'), span(2.25, 4, 'r')}
            << QStringLiteral("0-2R 2-2.25b 2.25-4R");
        QTest::addRow("only narrow, the longest colour of each pixel")
            << Spans{span(0, 0.5, 'r'), span(0.5, 0.75, 'b'), span(0.75, 1, 'r'), span(1, 1.25, 'r'),
                   span(1.25, 2, 'b')}
            << QStringLiteral("0-1r 1-2b");
        QTest::addRow("pixels of one colour are one span")
            << Spans{span(0, 0.75, 'r'), span(0.75, 1, 'b'), span(1, 1.25, 'b'), span(1.25, 2, 'r')}
            << QStringLiteral("0-2r");
        QTest::addRow("a hole stays")
            << Spans{span(0, 0.5, 'r'), span(3, 3.5, 'r')} << QStringLiteral("0-0.5r 3-3.5r");
        QTest::addRow("a wide one of the same colour keeps its name")
            << Spans{span(0, 0.5, 'r'), span(0.5, 2, 'r')} << QStringLiteral("0-0.5r 0.5-2R");
    }

    void spansLeaveNoHole()
    {
        QFETCH(std::vector<LaneContent::Span>, spans);
        QFETCH(QString, expected);

        SpanDecimator decimator(1);
        for (const LaneContent::Span &each : spans)
            decimator.add(each);

        QCOMPARE(written(decimator.take()), expected);
    }

    void gapsAreDrawnAsFarAsTheyAreInView_data()
    {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<TrackAxis::Unit>("unit");
        QTest::addColumn<std::vector<LaneContent::Gap>>("expected");

        using Unit = TrackAxis::Unit;
        using Gaps = std::vector<LaneContent::Gap>;
        QTest::addRow("all") << 0.0 << 1000.0 << Unit::Time << Gaps{{200, 500}, {900, 910}};
        QTest::addRow("before") << 0.0 << 100.0 << Unit::Time << Gaps{};
        QTest::addRow("within one") << 300.0 << 400.0 << Unit::Time << Gaps{{300, 400}};
        QTest::addRow("its end") << 450.0 << 800.0 << Unit::Time << Gaps{{450, 500}};
        QTest::addRow("numbers") << 0.0 << 1000.0 << Unit::Number << Gaps{{2, 2}, {4, 4}};
    }

    void gapsAreDrawnAsFarAsTheyAreInView()
    {
        QFETCH(double, begin);
        QFETCH(double, end);
        QFETCH(TrackAxis::Unit, unit);
        QFETCH(std::vector<LaneContent::Gap>, expected);
        QByteArray text;
        for (const char *time : {"0", "500", "600", "910", "1000"})
            text += QByteArray("{'type':'marker','timestamp':") + time + "}\n";
        const auto build =
            buildTimeline(SessionInput::fromText("x", text.replace('\'', '"').toStdString()), {});
        SharedList<SessionTracks::Landmark> gaps;
        gaps.push_back({2, 500, 300, "a"});
        gaps.push_back({4, 910, 10, "b"});
        gaps.push_back({4, 910.5, 1, "within the pixel of the one before"});

        const TrackAxis axis(unit, build->timeline.index(), {begin, end});

        QVERIFY(laneGaps(gaps, axis, 1) == expected);
    }
};

QTEST_APPLESS_MAIN(tst_Decimators)
#include "tst_Decimators.moc"
