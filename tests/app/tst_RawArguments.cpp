// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RawArguments.h"
#include "tests/support/Words.h"

#include <QTest>

using namespace inspector;

class tst_RawArguments : public QObject
{
    Q_OBJECT

private slots:
    void asksForExportEvenWhenTheRestIsWrong_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<bool>("asks");

        QTest::addRow("nothing") << QByteArray("") << false;
        QTest::addRow("the flag") << QByteArray("--export") << true;
        QTest::addRow("the flag that is on") << QByteArray("--export=true") << true;
        QTest::addRow("a recording") << QByteArray("--listen 0 --nonsense") << true;
        QTest::addRow("a recording in one word") << QByteArray("--listen=0 --nonsense") << true;
        QTest::addRow("the flag that is off") << QByteArray("--export=false") << false;
        QTest::addRow("behind nonsense") << QByteArray("--nonsense --formats --export") << true;
        QTest::addRow("a file of that name") << QByteArray("-- --export") << false;
        QTest::addRow("one dash") << QByteArray("-export") << false;
    }

    void asksForExportEvenWhenTheRestIsWrong()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(bool, asks);

        QCOMPARE(asksForExport(words(arguments)), asks);
    }

    void aMistakeIsToldWhereTheArgumentsSay_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<bool>("json");

        QTest::addRow("nowhere else") << QByteArray("--export --nonsense") << QByteArray() << false;
        QTest::addRow("in one word each")
            << QByteArray("--result=r --log-format=json --nonsense") << QByteArray("r") << true;
        QTest::addRow("in two") << QByteArray("--nonsense --result r --logFormat json") << QByteArray("r")
                                << true;
        QTest::addRow("the last one counts")
            << QByteArray("--result=a --result=b --log-format=json --log-format=text") << QByteArray("b")
            << false;
        QTest::addRow("without a value") << QByteArray("--result --log-format") << QByteArray() << false;
        QTest::addRow("a file of that name") << QByteArray("-- --result=r") << QByteArray() << false;
    }

    void aMistakeIsToldWhereTheArgumentsSay()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QByteArray, file);
        QFETCH(bool, json);

        const Options options = outputOptions(words(arguments));

        QCOMPARE(QByteArray::fromStdString(options.resultFile), file);
        QCOMPARE(options.logFormat == LogFormat::Json, json);
    }
};

QTEST_APPLESS_MAIN(tst_RawArguments)
#include "tst_RawArguments.moc"
