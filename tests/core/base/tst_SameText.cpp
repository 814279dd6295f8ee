// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SameText.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace inspector;

class tst_SameText : public QObject
{
    Q_OBJECT

private slots:
    void everyByteCounts_data()
    {
        constexpr int longest = 40;
        QTest::addColumn<int>("size");
        for (int size = 0; size <= longest; ++size)
            QTest::addRow("%d bytes", size) << size;
    }

    void everyByteCounts()
    {
        QFETCH(int, size);
        std::string text;
        for (int i = 0; i < size; ++i)
            text += static_cast<char>('a' + i % 26);
        const std::string copy = text;
        QVERIFY(isSameText(text, copy));
        for (std::size_t i = 0; i < text.size(); ++i) {
            std::string other = text;
            other[i] = '\0';
            QVERIFY2(!isSameText(text, other), std::to_string(i).c_str());
        }
    }

    void theLengthCounts()
    {
        const std::string text = "tutorial:step_started";
        for (std::size_t size = 0; size < text.size(); ++size)
            QVERIFY(!isSameText(text, std::string_view(text).substr(0, size)));
        QVERIFY(!isSameText({}, std::string_view("\0", 1)));
        QVERIFY(isSameText({}, ""));
    }

    void onlyWhatIsOfTheTextsIsLookedAt()
    {
        const std::string_view around = "xxfame:yy-zzfame:ww";
        QVERIFY(isSameText(around.substr(2, 5), around.substr(12, 5)));
        QVERIFY(!isSameText(around.substr(1, 5), around.substr(11, 5)));
    }
};

QTEST_APPLESS_MAIN(tst_SameText)
#include "tst_SameText.moc"
