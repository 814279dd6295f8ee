// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonReader.h"
#include "core/session/mission/SeededRandom.h"
#include "ui/json/JsonTreeModel.h"

#include <QAbstractItemModelTester>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

JsonValue json(QByteArray text)
{
    return JsonReader().read(text.replace('\'', '"').toStdString(), false)->toValue();
}

/// The rows as text, cells apart by " | ".
QStringList shown(const JsonTreeModel &model, const QModelIndex &parent = {}, const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines << indent + index.data().toString() + QStringLiteral(" | ") +
                     index.siblingAtColumn(JsonTreeModel::Value).data().toString();
        lines << shown(model, index, indent + QStringLiteral("  "));
    }
    return lines;
}

QStringList shownAnew(const JsonValue &value)
{
    JsonTreeModel model;
    model.setValue(value);
    return shown(model);
}

/// Small objects and lists of the same few keys, so that two of them have much in common.
JsonValue randomValue(SeededRandom &random, int depth)
{
    constexpr std::uint64_t kinds = 4;
    constexpr std::uint64_t most = 5;
    const std::uint64_t kind = depth == 0 ? 0 : random.below(kinds);
    if (kind < 2)
        return {static_cast<double>(random.below(3))};
    if (kind == 2) {
        JsonArray list;
        for (std::uint64_t i = random.below(most); i > 0; --i)
            list.push_back(randomValue(random, depth - 1));
        return JsonValue(std::move(list));
    }
    JsonObject::Members members;
    for (std::uint64_t i = random.below(most); i > 0; --i) {
        std::string key(1, static_cast<char>('a' + random.below(most)));
        members.push_back({std::move(key), randomValue(random, depth - 1)});
    }
    return JsonValue(JsonObject(std::move(members)));
}

} // namespace

class tst_JsonTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void becomesWhatItIsUpdatedTo_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 200; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    void becomesWhatItIsUpdatedTo()
    {
        QFETCH(int, seed);
        constexpr int depth = 4;
        SeededRandom random(static_cast<std::uint64_t>(seed));
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setValue(randomValue(random, depth));
        for (int step = 0; step < 12; ++step) {
            const JsonValue next = randomValue(random, depth);
            model.update(next);
            // Looking opens all branches; most updates find some that nobody looked into.
            if (random.below(3) == 0)
                QCOMPARE(shown(model), shownAnew(next));
        }
        const JsonValue last = randomValue(random, depth);
        model.update(last);
        QCOMPARE(shown(model), shownAnew(last));
    }

    void rowsThatAreStillThereStay()
    {
        JsonTreeModel model;
        model.setValue(json("{'a':{'x':1},'c':{'y':[1,2]},'d':4}"));
        const QPersistentModelIndex member = model.indexOf({"c", "y", "1"});
        const QPersistentModelIndex gone = model.indexOf({"a", "x"});

        model.update(json("{'b':0,'c':{'new':0,'y':[3,4,5]},'d':4}"));

        QVERIFY(!gone.isValid());
        QCOMPARE(model.keysOf(member), (std::vector<std::string>{"c", "y", "1"}));
        QCOMPARE(
            QModelIndex(member).siblingAtColumn(JsonTreeModel::Value).data().toString(), QStringLiteral("4"));
    }

    void keysThatLookAlikeAreSeveral()
    {
        JsonTreeModel model;
        model.setValue(json("{'x':{'a':1}}"));
        QCOMPARE(shown(model), shownAnew(json("{'x':{'a':1}}")));

        const QByteArray two = "{'x':{'a':1,'\xef\xbb\xbf"
                               "a':2}}"; // the mark of a byte order is no text
        model.update(json(two));

        QCOMPARE(shown(model), shownAnew(json(two)));
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    }

    void findsAPlaceByItsKeys()
    {
        JsonTreeModel model;
        model.setValue(json("{'a.b':{'':[0,'x']}}"));

        QCOMPARE(model.keysOf(model.indexOf({"a.b", "", "1"})), (std::vector<std::string>{"a.b", "", "1"}));
        QVERIFY(!model.indexOf({"a", "b"}).isValid());
        QVERIFY(!model.indexOf({"a.b", "", "2"}).isValid());
        QVERIFY(!model.indexOf({}).isValid());
    }
};

QTEST_GUILESS_MAIN(tst_JsonTreeModel)
#include "tst_JsonTreeModel.moc"
