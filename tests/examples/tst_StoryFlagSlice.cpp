// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/EcmaJson.h"
#include "core/state/WorldState.h"
#include "tests/examples/StoryFlagSlice.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

namespace example {

using namespace inspector;
using Slices = SliceList<FactionSlice, TutorialSlice, StoryFlagSlice>;

} // namespace example

using namespace inspector;

namespace {

using Actions = std::vector<StoryFlagSlice::Action>;

StoryFlagState stateAfter(const Actions &actions)
{
    StoryFlagState state;
    for (StoryFlagSlice::Action action : actions)
        StoryFlagSlice::reduce(state, std::move(action));
    return state;
}

} // namespace

Q_DECLARE_METATYPE(Actions)

/// docs/adding-a-slice.md
class tst_StoryFlagSlice : public QObject
{
    Q_OBJECT

private slots:
    void reduces_data()
    {
        QTest::addColumn<Actions>("actions");
        QTest::addColumn<QByteArray>("slice");

        QTest::addRow("a flag is set")
            << Actions{StoryFlagChanged{5, "bridge_down", true}}
            << QByteArray(R"({"flags":{"bridge_down":{"id":"bridge_down","value":true,"updatedAt":5}},)"
                          R"("lastActionAt":5})");
        QTest::addRow("and cleared")
            << Actions{StoryFlagChanged{5, "bridge_down", true}, StoryFlagChanged{6, "bridge_down", false}}
            << QByteArray(R"({"flags":{"bridge_down":{"id":"bridge_down","value":false,"updatedAt":6}},)"
                          R"("lastActionAt":6})");
        QTest::addRow("one without a name")
            << Actions{StoryFlagChanged{5, {}, true}} << QByteArray(R"({"flags":{},"lastActionAt":null})");
        QTest::addRow("all are forgotten")
            << Actions{StoryFlagChanged{5, "bridge_down", true}, StoryFlagsReset{7}}
            << QByteArray(R"({"flags":{},"lastActionAt":7})");
    }

    void reduces()
    {
        QFETCH(Actions, actions);
        QFETCH(QByteArray, slice);

        const std::string text = toJsonText(toJson(stateAfter(actions)), JsonLayout::Compact);
        QCOMPARE(QByteArray::fromStdString(text), slice);
    }

    void isReadAsItWasWritten()
    {
        const StoryFlagState written =
            stateAfter({StoryFlagChanged{5, "bridge_down", true}, StoryFlagChanged{6, "met_wraith", false}});
        StoryFlagState read;
        FieldReader reader;
        StoryFlagSlice::hydrate(toJson(written), read, reader);

        QVERIFY(read == written);
        QVERIFY(reader.issues().empty());
    }

    void eventsBecomeActions()
    {
        FieldReader reader;
        StoryFlagChanged changed;
        readField(json(R"({"flag":"bridge_down","value":true})"), changed, reader);

        QCOMPARE(QByteArray::fromStdString(changed.flag.value_or("")), QByteArray("bridge_down"));
        QVERIFY(changed.value);
        QVERIFY(reader.issues().empty());
        QVERIFY(
            StoryFlagChanged::event == "story:flag_changed" && StoryFlagsReset::event == "story:flags_reset");
    }

    void isASliceAmongTheOthers()
    {
        const example::Slices::States states;
        QCOMPARE(std::tuple_size_v<example::Slices::States>, std::size_t{3});
        QVERIFY(*std::get<Shared<StoryFlagState>>(states) == StoryFlagState());
        QVERIFY(std::holds_alternative<StoryFlagSlice::Action>(
            example::Slices::Action(StoryFlagSlice::Action(StoryFlagsReset{7}))));
    }
};

QTEST_APPLESS_MAIN(tst_StoryFlagSlice)
#include "tst_StoryFlagSlice.moc"
