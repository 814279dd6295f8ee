// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SafeText.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_SafeText : public QObject
{
    Q_OBJECT

private slots:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("safe");
        QTest::addRow("plain") << QByteArray("a: b # c") << QByteArray("a: b # c");
        QTest::addRow("GitHub") << QByteArray("::error::x") << QByteArray(":\\x3aerror:\\x3ax");
        QTest::addRow("Azure") << QByteArray("a ##vso[task]") << QByteArray("a #\\x23vso[task]");
        QTest::addRow("three in a row") << QByteArray(":::") << QByteArray(":\\x3a\\x3a");
        QTest::addRow("line break") << QByteArray("a\nb") << QByteArray("a\\x0ab");
        QTest::addRow("terminal sequence") << QByteArray("\x1b[31m\x7f") << QByteArray("\\x1b[31m\\x7f");
        QTest::addRow("beyond ASCII") << QByteArray("\xc3\xa4") << QByteArray("\xc3\xa4");
    }

    void texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, safe);
        QCOMPARE(QByteArray::fromStdString(safeForLog(text.toStdString())), safe);
    }

    void jsonStaysTheSame()
    {
        const JsonValue value = JsonObject{{"::error::", "##vso[x] ::"}, {"n", JsonArray{1, "a#:#b"}}};
        const std::string text = toJsonText(value, JsonLayout::Compact);
        const QByteArray safe = QByteArray::fromStdString(safeJsonForLog(text));
        QVERIFY(!safe.contains("::"));
        QVERIFY(!safe.contains("##"));
        QCOMPARE(shown(json(safe.toStdString())), QByteArray::fromStdString(text));
    }
};

QTEST_APPLESS_MAIN(tst_SafeText)
#include "tst_SafeText.moc"
