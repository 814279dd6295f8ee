// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/WindowHarness.h"
#include "ui/common/TableStyle.h"
#include "ui/common/Typography.h"
#include "ui/common/WidgetScale.h"
#include "ui/plot/LanePlot.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QLayout>
#include <QSignalSpy>
#include <QTableView>

using namespace inspector;

namespace {

/// Whatever a widget was given in pixels, of all widgets in their order: "QLabel 12 0x0 16777215x16777215".
QStringList sizesOf(const QWidget &window)
{
    QStringList sizes;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->layout() != nullptr &&
            widget->layout()->sizeConstraint() != QLayout::SetDefaultConstraint)
            continue; // it is as large as its content lets it be
        const QMargins margins =
            widget->layout() == nullptr ? QMargins() : widget->layout()->contentsMargins();
        const QString name = QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                             QString::fromLatin1(widget->parent()->metaObject()->className());
        QString line = QStringLiteral("%1 %2 %3x%4 %5x%6 %7 %8 %9")
                           .arg(name)
                           .arg(QFontInfo(widget->font()).pixelSize())
                           .arg(widget->minimumWidth())
                           .arg(widget->minimumHeight())
                           .arg(widget->maximumWidth())
                           .arg(widget->maximumHeight())
                           .arg(margins.left())
                           .arg(margins.bottom())
                           .arg(widget->layout() == nullptr ? 0 : widget->layout()->spacing());
        if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            line += QStringLiteral(" %1").arg(header->defaultSectionSize());
        sizes << line;
    }
    sizes.sort(); // which of two siblings is in front of the other changes with their style
    return sizes;
}

} // namespace

class tst_Zoom : public QObject
{
    Q_OBJECT

private slots:
    /// What a failed test leaves behind is no size for the next one.
    void init()
    {
        QFont font = QApplication::font();
        font.setPixelSize(13);
        QApplication::setFont(font);
    }

    void keysChangeTheSizeOfEverything()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        const int text = typography::table().pixelSize();
        const int head = LanePlot::headWidth();
        const auto *events = harness.find<QTableView>(QStringLiteral("Events"));
        const int row = events->verticalHeader()->defaultSectionSize();

        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);

        QCOMPARE(window.zoom().percent(), 200);
        QVERIFY(std::abs(typography::table().pixelSize() - 2 * text) <= 1);
        QCOMPARE(events->font().pixelSize(), 2 * text);
        QCOMPARE(events->verticalHeader()->defaultSectionSize(), 2 * row);
        QVERIFY(LanePlot::headWidth() > 3 * head / 2);

        QTest::keyClick(&window, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(window.zoom().percent(), 175);
        QTest::keyClick(&window, Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(window.zoom().percent(), 200);
        QTest::keyClick(&window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(window.zoom().percent(), 100);
    }

    void thereAndBackIsWhereItWas()
    {
        WindowHarness harness;
        MainWindow &window = harness.open();
        window.commands().openDemo();
        QVERIFY(harness.waitUntilRead());
        QApplication::processEvents();
        const QStringList before = sizesOf(window);

        for (const int percent : {110, 125, 67, 200, 50, 90, 100})
            window.zoom().setPercent(percent);
        QApplication::processEvents();

        const QStringList after = sizesOf(window);
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after[i], before[i]);
    }

    void listsStayAsWideAsTheirDocks()
    {
        WindowHarness harness;
        MainWindow &window = harness.openDemo();
        const auto *problems = harness.find<QTableView>(QStringLiteral("Problems"));
        QVERIFY(problems->isVisible());
        for (const int percent : {150, 200, 100}) {
            window.zoom().setPercent(percent);
            QTRY_COMPARE(problems->horizontalHeader()->length(), problems->viewport()->width());
        }
    }

    void theNextWindowHasTheSameSize()
    {
        WindowHarness harness;
        const int text = typography::table().pixelSize();

        harness.open().zoom().setPercent(149);
        QCOMPARE(harness.open().zoom().percent(), 150);
        harness.open().zoom().setPercent(100);

        QCOMPARE(typography::table().pixelSize(), text);
    }

    void thereIsAnEndToIt()
    {
        WindowHarness harness;
        UiZoom &zoom = harness.open().zoom();
        QSignalSpy changed(&zoom, &UiZoom::changed);

        zoom.setPercent(1000);
        zoom.zoomIn();
        QCOMPARE(zoom.percent(), 200);
        zoom.setPercent(1);
        zoom.zoomOut();
        QCOMPARE(zoom.percent(), 50);
        zoom.setPercent(100);

        QCOMPARE(changed.size(), 3);
    }

    /// The rows of a large session; one by one they would take minutes.
    void aMillionRowsAreScaledTogether()
    {
        constexpr int rows = 1'000'000;
        class Model final : public QAbstractTableModel
        {
        public:
            int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : rows; }
            int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1; }
            QVariant data(const QModelIndex & /*index*/, int /*role*/) const override { return {}; }
        };
        Model model;
        QTableView table;
        applyTableStyle(table);
        table.setModel(&model);
        const QHeaderView &header = *table.verticalHeader();
        const int row = header.defaultSectionSize();
        WidgetScale scale;

        scale.apply(table, 150);
        QCOMPARE(header.length(), rows * header.defaultSectionSize());
        QVERIFY(header.defaultSectionSize() > row);

        scale.apply(table, 100);
        QCOMPARE(header.length(), rows * row);
    }
};

QTEST_MAIN(tst_Zoom)
#include "tst_Zoom.moc"
