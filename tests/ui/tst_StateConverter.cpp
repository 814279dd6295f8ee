// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/slices/TutorialSlice.h"
#include "ui/inspector/StateConverter.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

WorldState stateOf(const std::string &stepId)
{
    WorldState state;
    state.change<TutorialSlice>([&](TutorialState &tutorial) { tutorial.currentStep = stepId; });
    return state;
}

} // namespace

class tst_StateConverter : public QObject
{
    Q_OBJECT

private slots:
    void theNewestThatWaitsFollows()
    {
        std::vector<JsonValue> told;
        StateConverter converter([&](const JsonValue &state) { told.push_back(state); });

        for (const char *step : {"first", "second", "third"})
            converter.convert(stateOf(step));
        QVERIFY(converter.isBusy());
        QTRY_VERIFY(!converter.isBusy());

        QCOMPARE(told, (std::vector{snapshotJson(stateOf("first")), snapshotJson(stateOf("third"))}));
    }

    void whatIsNotWantedIsNotTold()
    {
        std::vector<JsonValue> told;
        StateConverter converter([&](const JsonValue &state) { told.push_back(state); });

        converter.convert(stateOf("first"));
        converter.convert(stateOf("second"));
        converter.cancel();
        QVERIFY(!converter.isBusy());
        converter.convert(stateOf("third"));
        QTRY_VERIFY(!converter.isBusy()); // the first is done before it, on the same thread

        QCOMPARE(told, std::vector{snapshotJson(stateOf("third"))});
    }
};

QTEST_MAIN(tst_StateConverter)
#include "tst_StateConverter.moc"
