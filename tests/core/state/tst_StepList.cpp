// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/StepList.h"
#include "tests/core/state/StateScript.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

StepList stepsOf(const QByteArray &list)
{
    StepList steps;
    FieldReader reader;
    if (!readField(json(list.toStdString()), steps, reader))
        QTest::qFail("the test's own list is wrong", __FILE__, __LINE__);
    return steps;
}

} // namespace

class tst_StepList : public QObject
{
    Q_OBJECT

private slots:
    void order_data()
    {
        QTest::addColumn<QByteArray>("ids");
        QTest::addRow("empty") << QByteArray("[]");
        QTest::addRow("not sorted, array indices neither") << QByteArray(R"(["b","10","a","9"])");
        QTest::addRow("a repeated one stays repeated") << QByteArray(R"(["a","b","a"])");
        QTest::addRow("an empty one") << QByteArray(R"(["a",""])");
    }

    void order()
    {
        QFETCH(QByteArray, ids);
        const JsonValue list = json(ids.toStdString());
        StepList appended;
        for (const JsonValue &id : *list.asArray())
            appended.append(*id.asString());

        QCOMPARE(shown(toJson(appended)), ids);
        QCOMPARE(shown(toJson(stepsOf(ids))), ids);
        QCOMPARE(appended.size(), list.asArray()->size());
        for (const JsonValue &id : *list.asArray())
            QVERIFY(appended.contains(*id.asString()));
        QVERIFY(!appended.contains("nobody"));
        QVERIFY(appended == stepsOf(ids));
    }

    void otherTypes()
    {
        StepList steps;
        FieldReader reader;
        QVERIFY(readField(json(R"(["a",1,null,"b"])"), steps, reader));
        QCOMPARE(shown(toJson(steps)), QByteArray(R"(["a","b"])"));
        QCOMPARE(shownIssues(reader.issues()), QByteArrayList{"1: number instead of a string"});

        StepList none;
        reader.clear();
        QVERIFY(!readField(json("true"), none, reader));
        QCOMPARE(none.size(), std::size_t{0});
        QCOMPARE(shownIssues(reader.issues()), QByteArrayList{": boolean instead of a list"});
    }

    void aCountIsNoListAndNoMistake()
    {
        StepList steps;
        FieldReader reader;
        QVERIFY(!readField(json("7"), steps, reader));
        QCOMPARE(steps.size(), std::size_t{0});
        QCOMPARE(shownIssues(reader.issues()), QByteArrayList());
    }

    void readingReplacesWhatWasThere()
    {
        StepList steps = stepsOf(R"(["old"])");
        FieldReader reader;
        QVERIFY(readField(json(R"(["new"])"), steps, reader));
        QCOMPARE(shown(toJson(steps)), QByteArray(R"(["new"])"));
        QVERIFY(!steps.contains("old"));
    }

    void aCopyStaysAsItIs()
    {
        StepList steps;
        for (int i = 0; i < 100; ++i)
            steps.append(std::to_string(i));
        const StepList before = steps;
        steps.append("new");
        QVERIFY(steps.contains("new"));
        QVERIFY(!before.contains("new"));
        QCOMPARE(before.size(), std::size_t{100});
        QVERIFY(!(before == steps));
    }
};

QTEST_APPLESS_MAIN(tst_StepList)
#include "tst_StepList.moc"
