// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/FilterRun.h"
#include "core/session/TimelineBuild.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

TimelineBuild built(const std::string &text)
{
    auto build = buildTimeline(SessionInput::fromText("x", text), {});
    if (!build)
        QTest::qFail("no timeline", __FILE__, __LINE__);
    return std::move(*build);
}

QList<quint64> numbers(const RecordMatches &matches)
{
    QList<quint64> list;
    for (std::size_t i = 0; i < matches.size(); ++i)
        list.append(matches[i]);
    return list;
}

EventFilter parsed(const char *typed)
{
    return EventFilter::parse(typed, FactionCatalogue::builtIn());
}

std::string session(int events)
{
    std::string text;
    for (int i = 1; i <= events; ++i)
        text += R"({"type":"event","timestamp":1,"event":")" + std::string(i % 3 == 0 ? "third" : "other") +
                R"(","payload":{"n":"No. )" + std::to_string(i) + "\"}}\n";
    return text;
}

bool never()
{
    return false;
}

} // namespace

class tst_FilterRun : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QList<quint64>>("expected");

        QTest::addRow("by type") << QByteArray("type:third") << QList<quint64>{3, 6, 9, 12};
        QTest::addRow("by text") << QByteArray("\"no. 1\"") << QList<quint64>{1, 10, 11, 12};
        QTest::addRow("by both") << QByteArray("\"no. 1\" type:third") << QList<quint64>{12};
        QTest::addRow("nothing") << QByteArray("absent") << QList<quint64>{};
    }

    void finds()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QList<quint64>, expected);
        const TimelineBuild build = built(session(12));
        FilterRun run(parsed(typed.constData()), build.timeline.file());

        QCOMPARE(run.searchSome(build.timeline, never).value(), false);

        QCOMPARE(numbers(run.matches()), expected);
        QCOMPARE(run.searched(), std::uint64_t{12});
    }

    void stopsWhenItIsEnoughAndGoesOn()
    {
        constexpr int events = 10'000;
        const TimelineBuild build = built(session(events));
        FilterRun run(parsed("type:third"), build.timeline.file());

        QCOMPARE(run.searchSome(build.timeline, [] { return true; }).value(), true);
        QVERIFY(run.searched() < std::uint64_t{events});
        while (run.searchSome(build.timeline, [] { return true; }).value()) {
        }

        QCOMPARE(run.matches().size(), std::size_t{events / 3});
    }

    void findsInWhatIsNoLine()
    {
        const TimelineBuild build =
            built("{\n\"factions\": {\"byId\": {\"wraith_network\": {\"fame\": 3}}}\n}");
        FilterRun run(parsed("wraith"), build.timeline.file());

        QCOMPARE(run.searchSome(build.timeline, never).value(), false);
        QCOMPARE(numbers(run.matches()), QList<quint64>{1});
    }
};

QTEST_APPLESS_MAIN(tst_FilterRun)
#include "tst_FilterRun.moc"
