// SPDX-License-Identifier: GPL-3.0-or-later
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
