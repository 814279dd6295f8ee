// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/state/StateDecoder.h"
#include "core/state/StateEncoder.h"
#include "core/state/slices/FactionRecord.h"
#include "core/state/slices/TutorialSlice.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <cmath>
#include <limits>

using namespace inspector;

namespace {

constexpr std::size_t plenty = 1U << 20U;

template <class T>
std::string encoded(const T &value)
{
    StateEncoder encoder(plenty);
    encoder.write(value);
    return std::string(encoder.bytes());
}

template <class T>
T copied(const T &value)
{
    const std::string bytes = encoded(value);
    StateDecoder decoder(bytes);
    T copy{};
    decoder.read(copy);
    return copy;
}

void complete(TutorialState &state, int number)
{
    const std::string step = "step " + std::to_string(number);
    state.completedSteps.append(step);
    state.completedTimeline.set(step, 1000.0 + number);
    state.stepDurations.set(step, 1.5 * number);
}

} // namespace

/// StateEncoder and StateDecoder, which are of no use without each other.
class tst_StateDecoder : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<int>("bytes");
        const double limit = std::ldexp(1.0, 50);

        QTest::addRow("zero") << 0.0 << 1;
        QTest::addRow("minus zero") << -0.0 << 9;
        QTest::addRow("one") << 1.0 << 1;
        QTest::addRow("minus one") << -1.0 << 1;
        QTest::addRow("31") << 31.0 << 1;
        QTest::addRow("32") << 32.0 << 2;
        QTest::addRow("-33") << -33.0 << 2;
        QTest::addRow("a half") << 0.5 << 9;
        QTest::addRow("a time") << 1768469443000.0 << 7;
        QTest::addRow("a time with a fraction") << 1768469443000.125 << 9;
        QTest::addRow("just below the largest integer") << limit - 1 << 8;
        QTest::addRow("the lowest integer") << 1 - limit << 8;
        QTest::addRow("beyond them") << limit << 9;
        QTest::addRow("largest") << std::numeric_limits<double>::max() << 9;
        QTest::addRow("smallest") << std::numeric_limits<double>::denorm_min() << 9;
        QTest::addRow("infinite") << -std::numeric_limits<double>::infinity() << 9;
    }

    void numbers()
    {
        QFETCH(double, number);
        QFETCH(int, bytes);

        QCOMPARE(std::bit_cast<std::uint64_t>(copied(number)), std::bit_cast<std::uint64_t>(number));
        QCOMPARE(encoded(number).size(), static_cast<std::size_t>(bytes));
    }

    void jsonValues_data()
    {
        QTest::addColumn<QByteArray>("text");

        for (const char *text : {"null", "true", "false", "-1.5", "0", "[]", "{}", "[null,[1,[2]],{}]"})
            QTest::addRow("%s", text) << QByteArray(text);
        QTest::addRow("key order") << QByteArray(R"({"2":1,"10":2,"b":{"a":[]},"a":"b"})");
        QTest::addRow("texts") << QByteArray(R"(["","a","\u0000","a","ä",""])");
    }

    void jsonValues()
    {
        QFETCH(QByteArray, text);
        const JsonValue value = json(text.toStdString());

        QCOMPARE(shown(copied(value)), shown(value));
        QVERIFY(copied(value) == value);
    }

    void containers()
    {
        SharedList<std::string> list;
        KeyOrderedMap<double> map;
        StepList steps;
        for (int i = 0; i < 100; ++i) {
            const std::string text = std::to_string(i * 7 % 100) + (i % 2 == 0 ? "" : "x");
            list.push_back(text);
            map.set(text, i);
            steps.append(text);
        }
        list.keepNewest(45);

        QVERIFY(copied(list) == list);
        QVERIFY(copied(map) == map);
        QVERIFY(copied(steps) == steps);
        QVERIFY(copied(steps).contains("7x"));
        QCOMPARE(shown(toJson(copied(map))), shown(toJson(map)));
        QVERIFY(copied(SharedList<std::string>()).empty());
        QVERIFY(copied(Text()) == Text());
        QVERIFY(copied(Text("")) == Text(""));
        QVERIFY(copied(NumberOrText{"x"}) == NumberOrText{"x"});
        QVERIFY(copied(NumberOrList{3}) == NumberOrList{3});
    }

    void aTextStandsThereOnce()
    {
        const std::string text(1000, 't');
        const JsonObject object{{text, text}, {"again", JsonArray{text, text, text}}};

        QVERIFY(encoded(object).size() < 1100);
        QVERIFY(copied(object) == object);
    }

    void versionsOfAListAreToldByWhatCameToThem()
    {
        StepList steps;
        SharedList<StepList> versions;
        for (int i = 0; i < 200; ++i) {
            steps.append("step " + std::to_string(i));
            versions.push_back(steps);
        }

        QVERIFY(encoded(versions).size() < encoded(steps).size() + 4 * versions.size());
        QVERIFY(copied(versions) == versions);
    }

    void versionsOfAMapAreToldByWhatChanged()
    {
        KeyOrderedMap<double> map, other;
        SharedList<KeyOrderedMap<double>> versions;
        for (int i = 0; i < 200; ++i) {
            map.set("key " + std::to_string(i), i);
            other.set("key " + std::to_string(i), -i);
            map.change("key " + std::to_string(i / 2), [](double &value) { value += 1; });
            versions.push_back(map);
            versions.push_back(other);
        }

        QVERIFY(encoded(versions).size() < 2 * encoded(map).size() + 8 * versions.size());
        QVERIFY(copied(versions) == versions);
    }

    void aMapThatLostKeysIsWrittenAnew()
    {
        SharedList<KeyOrderedMap<double>> versions;
        KeyOrderedMap<double> map;
        map.set("a", 1);
        map.set("b", 2);
        versions.push_back(map);
        map = {};
        map.set("a", 1);
        versions.push_back(map);
        versions.push_back({});

        QVERIFY(copied(versions) == versions);
    }

    void aSharedObjectStandsThereOnce()
    {
        const Shared<Reputation> reputation(Reputation{0.1, 0.2});
        const SharedList<Shared<Reputation>> list{reputation, Shared<Reputation>(), reputation, reputation};

        const auto copy = copied(list);

        QCOMPARE(encoded(list).size(), std::size_t{1 + 1 + (1 + 18) + (1 + 2) + 1 + 1});
        QVERIFY(copy == list);
        QVERIFY(copy[0].same(copy[3]));
    }

    void whatDidNotChangeIsHeld_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("changes"); // between the first state and the second
        QTest::addColumn<int>("held");

        QTest::addRow("the same") << 150 << false << 3;
        QTest::addRow("changed") << 150 << true << 0;
        QTest::addRow("just large enough") << 128 << false << 3;
        QTest::addRow("small") << 127 << false << 0;
    }

    void whatDidNotChangeIsHeld()
    {
        QFETCH(int, steps);
        QFETCH(bool, changes);
        QFETCH(int, held);
        TutorialState state;
        for (int i = 0; i < steps; ++i)
            complete(state, i);
        HeldParts parts;
        StateEncoder encoder(plenty);
        const auto write = [&] {
            encoder.restart(plenty, &parts);
            encoder.write(state);
            return encoder.finish();
        };
        const HeldParts first = write();
        const std::size_t whole = encoder.bytes().size();
        state.currentStep = "the next";
        if (changes)
            complete(state, steps);

        const HeldParts second = write();

        TutorialState copy;
        StateDecoder(encoder.bytes(), &second).read(copy);
        QCOMPARE(first.size(), std::size_t{0});
        QCOMPARE(second.size(), static_cast<std::size_t>(held));
        QVERIFY(copy == state);
        QCOMPARE(copy.completedTimeline.same(state.completedTimeline), held > 0);
        QCOMPARE(encoder.bytes().size() < whole / 5, held > 0);
        QCOMPARE(second.bytesBeyond(second), held * sizeof(HeldParts::Part));
        QCOMPARE(second.bytesBeyond(first) > second.bytesBeyond(second), held > 0);
    }

    void givesUpAtItsLimit_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("bytes");

        QTest::addRow("a text") << QByteArray(R"("abcdef")") << 9;
        QTest::addRow("a list") << QByteArray("[1,1,1,1,1]") << 12;
        QTest::addRow("an object") << QByteArray(R"({"a":1,"b":1})") << 12;
    }

    void givesUpAtItsLimit()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, bytes);
        const JsonValue value = json(text.toStdString());
        StateEncoder fits(static_cast<std::size_t>(bytes));
        StateEncoder tooSmall(static_cast<std::size_t>(bytes) - 1);

        fits.write(value);
        tooSmall.write(value);

        QVERIFY(!fits.isFull());
        QCOMPARE(fits.bytes().size(), static_cast<std::size_t>(bytes));
        QVERIFY(tooSmall.isFull());
    }
};

QTEST_APPLESS_MAIN(tst_StateDecoder)
#include "tst_StateDecoder.moc"
