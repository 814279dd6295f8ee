// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/engine/SessionCopy.h"
#include "core/session/TimelineBuild.h"
#include "core/session/TimelineReader.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

QByteArray lines(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

} // namespace

Q_DECLARE_METATYPE(inspector::SessionCut)

class tst_SessionCopy : public QObject
{
    Q_OBJECT

private slots:
    void writesMarkersBehindTheirRecords()
    {
        const QByteArray a = lines("{'type':'event','timestamp':1,'event':'a'}\n");
        const QByteArray b = lines("{'type':'event','timestamp':2,'event':'b'}\n");
        const auto build =
            buildTimeline(SessionInput::fromText("x", QByteArray(a + "\n" + b).toStdString()), {});
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.ndjson"));

        const auto copied = copySession(build->timeline,
            {{0, 1, "begin"}, {1, 1, "one \"more\""}, {1, 1, "again"}, {2, 2, "end"}}, path.toStdString());

        QVERIFY(copied.has_value());
        QCOMPARE(
            contentOf(path), lines("{'type':'marker','timestamp':1,'label':'begin'}\n") + a +
                                 "{\"type\":\"marker\",\"timestamp\":1,\"label\":\"one \\\"more\\\"\"}\n" +
                                 lines("{'type':'marker','timestamp':1,'label':'again'}\n") + b +
                                 lines("{'type':'marker','timestamp':2,'label':'end'}\n"));
    }

    void aCopyPlaysTheSame()
    {
        const PlayedSession played(RandomSession(21).text(1500));
        const auto build =
            buildTimeline(SessionInput::fromText("x", RandomSession(21).text(1500).toStdString()), {});
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.ndjson"));
        QVERIFY(copySession(build->timeline, {}, path.toStdString()).has_value());

        const PlayedSession again(contentOf(path));

        QCOMPARE(again.records.size(), played.records.size());
        QVERIFY(again.states.back().world == played.states.back().world);
        QCOMPARE(again.report.skippedLines, std::uint64_t{0});
    }

    void aDocumentBecomesARecord()
    {
        const auto build = buildTimeline(
            SessionInput::fromText("x", "{\n\"factions\":{\"byId\":{\"x\":{\"fame\":3}}}}"), {});
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.ndjson"));
        QVERIFY(copySession(build->timeline, {}, path.toStdString()).has_value());

        const PlayedSession again(contentOf(path));
        QCOMPARE(again.states.back().world.get<FactionSlice>().byId.find("x")->fame, 3.0);
    }

    void aCutShowsWhatTheWholeSessionShowsThere_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 20; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    void aCutShowsWhatTheWholeSessionShowsThere()
    {
        QFETCH(int, seed);
        const QByteArray text = RandomSession(static_cast<std::uint64_t>(seed)).text(300);
        const auto build = buildTimeline(SessionInput::fromText("x", text.toStdString()), {});
        const std::uint64_t size = build->timeline.size();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cut.ndjson"));
        const SessionCut cut{size / 2, size - 5};

        QVERIFY(copySession(build->timeline, {}, path.toStdString(), nullptr, cut).has_value());

        TimelineReader whole(build->timeline);
        const PlayedSession again(contentOf(path));
        const std::size_t before = again.records.size() - (cut.last - cut.first + 1);
        for (std::uint64_t number = cut.first; number <= cut.last; ++number) {
            const ReplayState &state = again.states[before + number - cut.first + 1];
            const auto expected = whole.stateAt(number);
            QVERIFY(state.world == expected->world);
        }
    }

    void whatIsCutOff_data()
    {
        QTest::addColumn<SessionCut>("cut");
        QTest::addColumn<QByteArray>("expected");

        const QByteArray session = lines("{'type':'session','game':'g'}\n");
        const QByteArray b = lines("{'type':'event','timestamp':2,'event':'b'}\n");
        const QByteArray marker = lines("{'type':'marker','timestamp':2,'label':'m'}\n");
        const QByteArray c = lines("{'type':'event','timestamp':3,'event':'c'}\n");
        const QByteArray all =
            session + lines("{'type':'event','timestamp':1,'event':'a'}\n") + b + marker + c;
        QTest::addRow("nothing") << SessionCut{} << all;
        QTest::addRow("what the session is stays") << SessionCut{2} << all;
        QTest::addRow("the end") << SessionCut{1, 3} << QByteArray(all.chopped(c.size()));
        QTest::addRow("everything") << SessionCut{6} << session + "snapshot at 3\n";
        QTest::addRow("the beginning") << SessionCut{4} << session + "snapshot at 2\n" + marker + c;
        QTest::addRow("a marker too") << SessionCut{5} << session + "snapshot at 3\n";
    }

    void whatIsCutOff()
    {
        QFETCH(SessionCut, cut);
        QFETCH(QByteArray, expected);
        const auto build =
            buildTimeline(SessionInput::fromText("x", lines("{'type':'session','game':'g'}\n"
                                                            "{'type':'event','timestamp':1,'event':'a'}\n"
                                                            "{'type':'event','timestamp':2,'event':'b'}\n"
                                                            "{'type':'event','timestamp':3,'event':'c'}\n")
                                                          .toStdString()),
                {});
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cut.ndjson"));

        QVERIFY(copySession(build->timeline, {{3, 2, "m"}}, path.toStdString(), nullptr, cut).has_value());

        static const QRegularExpression snapshot(
            QStringLiteral("\\{\"type\":\"snapshot\",\"timestamp\":(\\d),.*\\}\n"));
        QCOMPARE(QString::fromUtf8(contentOf(path)).replace(snapshot, QStringLiteral("snapshot at \\1\n")),
            QString::fromUtf8(expected));
    }

    void aCutIsNoGap()
    {
        const auto build = buildTimeline(
            SessionInput::fromText("x", lines("{'type':'session','game':'g','seq':1}\n"
                                              "{'type':'event','timestamp':1,'event':'a','seq':2}\n"
                                              "{'type':'event','timestamp':2,'event':'b','seq':3}\n"
                                              "{'type':'event','timestamp':3,'event':'c','seq':5}\n")
                                            .toStdString()),
            {});
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cut.ndjson"));

        QVERIFY(copySession(build->timeline, {}, path.toStdString(), nullptr, {3}).has_value());

        QVERIFY(contentOf(path).startsWith(lines("{'type':'session','game':'g'}\n")));
        const PlayedSession again(contentOf(path));
        QCOMPARE(again.report.gaps, std::uint64_t{1}); // between 3 and 5, which the game itself left
    }

    void theLastMinutes_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<int>("first");

        QTest::addRow("less than the last step") << 1.0 << 4;
        QTest::addRow("a step") << 20.0 << 3;
        QTest::addRow("longer than all") << 1e6 << 1;
    }

    void theLastMinutes()
    {
        QFETCH(double, ms);
        QFETCH(int, first);
        const auto build =
            buildTimeline(SessionInput::fromText("x", lines("{'type':'event','timestamp':100,'event':'a'}\n"
                                                            "{'type':'event','timestamp':110,'event':'b'}\n"
                                                            "{'type':'event','timestamp':115,'event':'c'}\n"
                                                            "{'type':'event','timestamp':130,'event':'d'}\n")
                                                          .toStdString()),
                {});

        const SessionCut expected{static_cast<std::uint64_t>(first), build->timeline.size()};
        QCOMPARE(lastOf(build->timeline, ms), expected);
    }

    void stoppedItWritesNothing()
    {
        const auto build = buildTimeline(
            SessionInput::fromText("x", lines("{'type':'marker','timestamp':1}\n").toStdString()), {});
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("copy.ndjson"));
        StopFlag stop;
        stop.request();

        QCOMPARE(copySession(build->timeline, {}, path.toStdString(), &stop).error().code,
            std::string("interrupted"));
        QVERIFY(!QFile::exists(path));
    }

    void whereNothingCanBeWritten()
    {
        const auto build = buildTimeline(SessionInput::fromText("x", ""), {});

        QCOMPARE(copySession(build->timeline, {}, "/dev/null/copy.ndjson").error().code,
            std::string("write_failed"));
    }
};

QTEST_APPLESS_MAIN(tst_SessionCopy)
#include "tst_SessionCopy.moc"
