// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/StopFlag.h"
#include "core/engine/SessionCopy.h"
#include "core/session/TimelineBuild.h"
#include "tests/support/PlayedSession.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
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

        QCOMPARE(copySession(build->timeline, {}, "/nowhere/copy.ndjson").error().code,
            std::string("write_failed"));
    }
};

QTEST_APPLESS_MAIN(tst_SessionCopy)
#include "tst_SessionCopy.moc"
