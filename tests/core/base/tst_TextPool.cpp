// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TextPool.h"

#include <QObject>
#include <QTest>

#include <vector>

using namespace inspector;

class tst_TextPool : public QObject
{
    Q_OBJECT

private slots:
    void equalTextsAreOne()
    {
        TextPool pool;
        const PooledText one = pool.pooled("hostile");
        const PooledText other = pool.pooled(std::string("hos") + "tile");

        QCOMPARE(&one.text(), &other.text());
        QVERIFY(one == std::string_view("hostile"));
        QVERIFY(!(one == pool.pooled("neutral")));
    }

    void equalTextsOfTwoPoolsAreEqual()
    {
        TextPool pool;
        TextPool other;

        QVERIFY(pool.pooled("hostile") == other.pooled("hostile"));
        QVERIFY(pool.pooled("") == PooledText());
    }

    void textsStayWhereTheyAre()
    {
        constexpr int count = 10'000;
        TextPool pool;
        std::vector<PooledText> texts;
        texts.reserve(count);
        for (int i = 0; i < count; ++i)
            texts.push_back(pool.pooled(std::to_string(i)));

        for (int i = 0; i < count; ++i)
            QCOMPARE(texts[static_cast<std::size_t>(i)].text(), std::to_string(i));
    }
};

QTEST_APPLESS_MAIN(tst_TextPool)
#include "tst_TextPool.moc"
