// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FixedClock.h"
#include "core/base/StopFlag.h"
#include "core/expect/ExpectationCheck.h"
#include "core/session/TimelineBuild.h"
#include "core/telemetry/TelemetryExportTask.h"
#include "tests/support/RandomExpectation.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

Result<TimelineBuild> timelineOf(const QByteArray &text, std::size_t maxNames = NameTable::defaultMaxNames)
{
    SessionTimeline::Options options;
    options.maxNames = maxNames;
    return buildTimeline(SessionInput::fromText("x", text.toStdString()), options);
}

} // namespace

class tst_ExpectationCheck : public QObject
{
    Q_OBJECT

private slots:
    void aSessionThatWasReadGivesWhatAnExportGives_data()
    {
        QTest::addColumn<quint64>("maxNames");
        QTest::addRow("all names known") << quint64{NameTable::defaultMaxNames};
        QTest::addRow("few names known") << quint64{2};
    }

    void aSessionThatWasReadGivesWhatAnExportGives()
    {
        QFETCH(quint64, maxNames);
        constexpr int sessions = 40, lines = 40;
        constexpr int expectationsEach = 40;
        const QTemporaryDir dir;
        const FixedClock clock(0);
        for (int seed = 1; seed <= sessions; ++seed) {
            const QByteArray text = RandomSession(static_cast<std::uint64_t>(seed)).text(lines);
            QFile file(dir.filePath(QStringLiteral("%1.ndjson").arg(seed)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
            file.close();
            ExportRequest request;
            request.formats.clear();
            request.files = {file.fileName().toStdString()};
            SeededRandom random(static_cast<std::uint64_t>(seed));
            for (int i = 0; i < expectationsEach; ++i)
                request.expectations.push_back(randomExpectation(random));
            const auto exported = TelemetryExportTask(clock).run(request).inputs.front();

            const auto timeline = timelineOf(text, maxNames);
            QCOMPARE(timeline.has_value(), !exported.error);
            if (!timeline)
                continue; // nothing in it that is a session
            const auto checked = checkExpectations(timeline->timeline, request.expectations);

            QVERIFY2(checked, checked ? "" : checked.error().message.c_str());
            for (std::size_t i = 0; i < checked->size(); ++i)
                QVERIFY2((*checked)[i] == exported.expectations[i],
                    (std::to_string(seed) + ": " + request.expectations[i].text() + ": " +
                        (*checked)[i].reason + " / " + exported.expectations[i].reason)
                        .c_str());
        }
    }

    void endsWhenStopped()
    {
        const auto timeline = timelineOf(RandomSession(1).text(10));
        QVERIFY(timeline);
        StopFlag stop;
        stop.request();
        const auto checked = checkExpectations(timeline->timeline,
            {{"", {"a"}, Expectation::Operator::Exists, {}, Expectation::Within{1, {}}}}, &stop);
        QVERIFY(!checked);
        QCOMPARE(QByteArray::fromStdString(checked.error().code), QByteArray("interrupted"));
    }
};

QTEST_APPLESS_MAIN(tst_ExpectationCheck)
#include "tst_ExpectationCheck.moc"
