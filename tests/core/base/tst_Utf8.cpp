// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utf8.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

class tst_Utf8 : public QObject
{
    Q_OBJECT

private slots:
    void illFormedSequences_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("valid"); // ? stands for U+FFFD
        const auto row = [](const char *title, const char *bytes, const char *valid) {
            QTest::addRow("%s", title) << QByteArray(bytes) << QByteArray(valid);
        };
        row("empty", "", "");
        row("ASCII", "abc", "abc");
        row("two, three and four bytes", "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80",
            "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
        row("last of all", "\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf");
        row("beyond the last", "\xf4\x90\x80\x80", "????");
        row("lone continuation", "a\x80z", "a?z");
        row("never a byte", "\xfe\xff", "??");
        row("overlong slash", "\xc0\xaf", "??");
        row("overlong in three bytes", "\xe0\x80\xaf", "???");
        row("surrogate", "\xed\xa0\x80", "???");
        row("cut off after one of three", "\xe2z", "?z");
        row("cut off after two of three", "\xe2\x82z", "?z");
        row("cut off after three of four", "\xf0\x9f\x98", "?");
        row("a good one behind a cut-off one", "\xe2\x82\xc3\xa4", "?\xc3\xa4");
        row("the standard's example",
            "a\xf1\x80\x80\xe1\x80\xc2"
            "b\x80"
            "c\x80\xbf"
            "d",
            "a???b?c??d");
    }

    void illFormedSequences()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, valid);
        QCOMPARE(
            QByteArray::fromStdString(toValidUtf8(bytes.toStdString())), valid.replace("?", "\xef\xbf\xbd"));
    }
};

QTEST_APPLESS_MAIN(tst_Utf8)
#include "tst_Utf8.moc"
