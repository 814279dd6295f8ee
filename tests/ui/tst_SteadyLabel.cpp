// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/WidgetScale.h"
#include "ui/transport/SteadyLabel.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_SteadyLabel : public QObject
{
    Q_OBJECT

private slots:
    void keepsItsSize_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isSame");

        QTest::addRow("one digit") << "1" << true;
        QTest::addRow("the widest") << "999" << true;
        QTest::addRow("wider still") << "1000000" << false;
    }

    void keepsItsSize()
    {
        QFETCH(QString, text);
        QFETCH(bool, isSame);
        SteadyLabel label;
        label.say(QStringLiteral("12"), QStringLiteral("999"));
        const QSize before = label.minimumSize();

        label.say(text, QStringLiteral("999"));

        QCOMPARE(label.text(), text);
        QCOMPARE(label.minimumSize(), label.maximumSize());
        QCOMPARE(label.minimumSize() == before, isSame);
        QVERIFY(label.minimumWidth() >= label.fontMetrics().horizontalAdvance(text));
    }

    void fitsWhateverTheZoom()
    {
        const QString large = QStringLiteral("1,234,567");
        QWidget window;
        auto *label = new SteadyLabel(&window);
        WidgetScale scale;
        label->say(QStringLiteral("0"), QStringLiteral("0"));

        scale.apply(window, 150);
        label->say(large, large);
        scale.apply(window, 200);
        QVERIFY(label->width() >= label->fontMetrics().horizontalAdvance(large));
        scale.apply(window, 100);

        SteadyLabel fresh;
        fresh.setFont(label->font());
        fresh.say(large, large);
        QCOMPARE(label->minimumSize(), fresh.minimumSize());
    }

    void growsWithItsFont()
    {
        SteadyLabel label;
        label.say(QStringLiteral("12"), QStringLiteral("999"));
        const QSize before = label.minimumSize();

        label.setFont(QFont(label.font().family(), 40));

        QVERIFY(label.minimumWidth() > before.width());
        QVERIFY(label.minimumHeight() > before.height());
    }
};

QTEST_MAIN(tst_SteadyLabel)
#include "tst_SteadyLabel.moc"
