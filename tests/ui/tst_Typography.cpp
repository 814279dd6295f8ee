// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Typography.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_Typography : public QObject
{
    Q_OBJECT

private slots:
    void shapesWhatCannotBeReadWithout_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isShaped");

        QTest::addRow("numbers") << QStringLiteral("#264  2026-09-09 18:02:17.598") << false;
        QTest::addRow("Latin") << QStringLiteral("“Nadège” is hostile → ▼") << false;
        QTest::addRow("Greek, Cyrillic") << QStringLiteral("Σειρά, Ярость") << false;
        QTest::addRow("Arabic") << QStringLiteral("الميناء") << true;
        QTest::addRow("Hebrew") << QStringLiteral("נָמָל") << true;
        QTest::addRow("Devanagari") << QStringLiteral("बंदरगाह") << true;
        QTest::addRow("Thai") << QStringLiteral("ท่าเรือ") << true;
        QTest::addRow("an accent by itself") << QStringLiteral("Nade\u0300ge") << true;
        QTest::addRow("joined pictures") << QStringLiteral("👩\u200d🚀") << true;
        QTest::addRow("one of many") << QStringLiteral("id: الميناء") << true;
        QTest::addRow("nothing") << QString() << false;
    }

    void shapesWhatCannotBeReadWithout()
    {
        QFETCH(QString, text);
        QFETCH(bool, isShaped);

        const QFont font = typography::plain(typography::body(), text);

        QCOMPARE((font.styleStrategy() & QFont::PreferNoShaping) == 0, isShaped);
    }
};

QTEST_MAIN(tst_Typography)
#include "tst_Typography.moc"
