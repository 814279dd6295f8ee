// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ScaleSeries.h"

#include <QByteArray>
#include <QObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace inspector;

namespace {

ScaleSeries series(const char *name, double at4, double at5, double at6)
{
    return {name, "ms", {{1e4, at4}, {1e5, at5}, {1e6, at6}}};
}

} // namespace

class tst_ScaleSeries : public QObject
{
    Q_OBJECT

private slots:
    void hasASlope_data()
    {
        QTest::addColumn<double>("at4");
        QTest::addColumn<double>("at5");
        QTest::addColumn<double>("at6");
        QTest::addColumn<double>("slope");

        QTest::addRow("in proportion") << 1.0 << 10.0 << 100.0 << 1.0;
        QTest::addRow("not at all") << 0.5 << 0.5 << 0.5 << 0.0;
        QTest::addRow("with the square") << 0.01 << 1.0 << 100.0 << 2.0;
        QTest::addRow("with the root, one point beside it") << 1.0 << 5.0 << 10.0 << 0.5;
    }

    void hasASlope()
    {
        QFETCH(double, at4);
        QFETCH(double, at5);
        QFETCH(double, at6);
        QFETCH(double, slope);
        QVERIFY(qAbs(series("x", at4, at5, at6).slope() - slope) < 1e-9);
    }

    void isATable()
    {
        const std::string table =
            scaleTable({series("open", 12.34, 100, 1234), series("seek", 0.0123, 0.02, 0.123)});
        QCOMPARE(QByteArray::fromStdString(table),
            QByteArray("| | 10^4 | 10^5 | 10^6 | slope |\n"
                       "| --- | --- | --- | --- | --- |\n"
                       "| open | 12 ms | 100 ms | 1234 ms | 1.00 |\n"
                       "| seek | 0.012 ms | 0.020 ms | 0.12 ms | 0.50 |\n"));
    }

    void isAPicture()
    {
        const std::string plot = scalePlot({series("open", 1, 10, 100), series("read", 1, 10, 100)});
        QXmlStreamReader xml(QByteArray::fromStdString(plot));
        int points = 0;
        QStringList labels;
        QList<double> heights;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            points += xml.name() == QStringLiteral("circle") ? 1 : 0;
            if (xml.name() != QStringLiteral("text"))
                continue;
            const double y = xml.attributes().value(QStringLiteral("y")).toDouble();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (text.contains(QStringLiteral("slope"))) {
                labels.append(text);
                heights.append(y);
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(points, 6);
        QCOMPARE(labels,
            (QStringList{QStringLiteral("open, ms (slope 1.00)"), QStringLiteral("read, ms (slope 1.00)")}));
        QVERIFY2(qAbs(heights[0] - heights[1]) >= 15, "one name stands upon the other");
    }
};

QTEST_APPLESS_MAIN(tst_ScaleSeries)
#include "tst_ScaleSeries.moc"
