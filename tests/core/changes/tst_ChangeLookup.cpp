// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/ChangeLookup.h"
#include "core/changes/ChangeRecorder.h"
#include "core/session/TimelineBuild.h"
#include "core/session/mission/SeededRandom.h"
#include "core/state/StoreWatchers.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <algorithm>

using namespace inspector;

namespace {

/// The index that is made while a session is played.
ChangeIndex indexOf(const PlayedSession &played)
{
    SessionReplay replay;
    ChangeRecorder recorder;
    const StoreWatchers watchers(replay.store(), {&recorder});
    ReadReport report;
    for (const SessionRecord &record : played.records) {
        recorder.begin(record.number);
        replay.apply(record, report);
    }
    return recorder.index();
}

/// Keyframes stand so near to each other that a short session has many.
SessionTimeline::Options nearKeyframes(int seed)
{
    constexpr std::uint64_t farthest = 8;
    SessionTimeline::Options options;
    options.keyframes.spacing = 1 + static_cast<std::uint64_t>(seed) % farthest;
    return options;
}

/// How many keyframes there are at least.
std::uint64_t fewestKeyframes(const PlayedSession &played, const SessionTimeline::Options &options)
{
    const auto changing =
        std::count_if(played.records.begin(), played.records.end(), SessionReplay::changesState);
    return 1 + static_cast<std::uint64_t>(changing) / options.keyframes.spacing;
}

/// The paths of all values in a state, those of lists and objects too.
void collectPaths(const JsonValue &value, ValuePath &path, std::vector<ValuePath> &paths)
{
    paths.push_back(path);
    if (const JsonObject *object = value.asObject()) {
        for (const auto &[key, member] : *object) {
            path.push_back(key);
            collectPaths(member, path, paths);
            path.pop_back();
        }
    } else if (const JsonArray *list = value.asArray()) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            path.push_back(std::to_string(i));
            collectPaths((*list)[i], path, paths);
            path.pop_back();
        }
    }
}

/// As JSON says it, without the shortcuts of valueAt().
JsonValue slowValueAt(const WorldState &state, const ValuePath &path)
{
    JsonValue value = snapshotJson(state);
    for (const std::string &part : path) {
        if (value.asObject() != nullptr)
            value = JsonValue((*value.asObject())[part]);
        else if (value.asArray() != nullptr && std::stoul(part) < value.asArray()->size())
            value = JsonValue((*value.asArray())[std::stoul(part)]);
        else
            return {};
    }
    return value;
}

std::uint64_t slowLastChange(const PlayedSession &played, const ValuePath &path, std::uint64_t number)
{
    for (; number > 0; --number) {
        if (!(slowValueAt(played.states[number].world, path) ==
                slowValueAt(played.states[number - 1].world, path)))
            return number;
    }
    return 0;
}

std::uint64_t slowNextChange(const PlayedSession &played, const ValuePath &path, std::uint64_t number)
{
    for (++number; number < played.states.size(); ++number) {
        if (!(slowValueAt(played.states[number].world, path) ==
                slowValueAt(played.states[number - 1].world, path)))
            return number;
    }
    return 0;
}

} // namespace

class tst_ChangeLookup : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatASearchThroughAllFinds_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("lines");
        for (int seed = 1; seed <= 40; ++seed)
            QTest::addRow("%d", seed) << seed << 150;
        for (int seed = 41; seed <= 44; ++seed)
            QTest::addRow("%d, a long one", seed) << seed << 1'200;
    }

    void findsWhatASearchThroughAllFinds()
    {
        QFETCH(int, seed);
        QFETCH(int, lines);
        const QByteArray text = RandomSession(static_cast<std::uint64_t>(seed)).text(lines);
        const PlayedSession played(text);
        const ChangeIndex index = indexOf(played);
        const SessionTimeline::Options options = nearKeyframes(seed);
        const auto build = buildTimeline(SessionInput::fromText("x", text.toStdString()), options);
        QVERIFY(build->timeline.keyframes().size() >= fewestKeyframes(played, options));
        TimelineReader reader(build->timeline);
        ChangeLookup lookup(reader, index);
        SeededRandom random(static_cast<std::uint64_t>(seed));
        constexpr int values = 10;
        for (int i = 0; i < values; ++i) {
            // A value that some state has, asked for at some record.
            std::vector<ValuePath> paths;
            ValuePath path;
            const std::uint64_t seenAt = random.below(played.states.size());
            collectPaths(snapshotJson(played.states[seenAt].world), path, paths);
            path = paths[random.below(paths.size())];
            const std::uint64_t number = random.below(played.states.size());

            const auto last = lookup.lastChange(path, number);
            const auto next = lookup.nextChange(path, number);

            QVERIFY(last.has_value() && next.has_value());
            const QByteArray where =
                QByteArray::fromStdString(pathText(path)) + " at #" + QByteArray::number(qulonglong(number));
            QVERIFY2(last->value_or(0) == slowLastChange(played, path, number),
                QByteArray(where + ": " + QByteArray::number(qulonglong(last->value_or(0))) + " instead of " +
                           QByteArray::number(qulonglong(slowLastChange(played, path, number))))
                    .constData());
            QVERIFY2(next->value_or(0) == slowNextChange(played, path, number), where.constData());
        }
    }

    void aPlaceThatNeverWasHasNoChange()
    {
        const PlayedSession played(RandomSession(3).text(50));
        const ChangeIndex index = indexOf(played);
        const auto build =
            buildTimeline(SessionInput::fromText("x", RandomSession(3).text(50).toStdString()), {});
        TimelineReader reader(build->timeline);
        ChangeLookup lookup(reader, index);

        for (const ValuePath &path : {ValuePath{"nothing"}, ValuePath{"factions", "byId", "nobody", "fame"},
                 ValuePath{"factions", "nothing"}, ValuePath{"factions", "cascadeSources", "0"},
                 ValuePath{"tutorial", "promptHistory", "x"}})
            QCOMPARE(lookup.lastChange(path, 50)->value_or(0), std::uint64_t{0});
    }

    void looksNoLongerThanItMay()
    {
        const PlayedSession played(RandomSession(3).text(50));
        const ChangeIndex index = indexOf(played);
        const auto build =
            buildTimeline(SessionInput::fromText("x", RandomSession(3).text(50).toStdString()), {});
        TimelineReader reader(build->timeline);
        ChangeLookup lookup(reader, index, [] { return true; });

        for (const auto &answer : {lookup.lastChange({}, 50), lookup.nextChange({}, 0)})
            QCOMPARE(QByteArray::fromStdString(answer.error().code), QByteArray("looked_long_enough"));
    }
};

QTEST_APPLESS_MAIN(tst_ChangeLookup)
#include "tst_ChangeLookup.moc"
