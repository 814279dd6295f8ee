// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ConsoleLog.h"
#include "tests/support/TestJson.h"

#include <QtTest>

#include <cstdio>
#include <cstdlib>

using namespace inspector;

namespace {

QByteArray written(LogFormat format, bool quiet, bool verbose, const LogMessage &message)
{
    char *bytes = nullptr;
    std::size_t size = 0;
    std::FILE *stream = ::open_memstream(&bytes, &size);
    ConsoleLog(stream, format, quiet, verbose).write(message);
    std::fclose(stream);
    QByteArray text(bytes, static_cast<qsizetype>(size));
    std::free(bytes); // NOLINT(cppcoreguidelines-no-malloc): open_memstream allocates so
    return text;
}

using Level = LogMessage::Level;

} // namespace

class tst_ConsoleLog : public QObject
{
    Q_OBJECT

private slots:
    void levels_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("quiet");
        QTest::addColumn<bool>("verbose");
        QTest::addColumn<QByteArray>("text");

        QTest::addRow("debug") << int(Level::Debug) << false << false << QByteArray();
        QTest::addRow("debug, verbose")
            << int(Level::Debug) << false << true << QByteArray("telemetry-inspector: m\n");
        QTest::addRow("info") << int(Level::Info) << false << false << QByteArray("telemetry-inspector: m\n");
        QTest::addRow("info, quiet") << int(Level::Info) << true << true << QByteArray();
        QTest::addRow("warning") << int(Level::Warning) << false << false
                                 << QByteArray("telemetry-inspector: warning: m\n");
        QTest::addRow("warning, quiet") << int(Level::Warning) << true << false << QByteArray();
        QTest::addRow("error, quiet")
            << int(Level::Error) << true << false << QByteArray("telemetry-inspector: error: m\n");
    }

    void levels()
    {
        QFETCH(int, level);
        QFETCH(bool, quiet);
        QFETCH(bool, verbose);
        QFETCH(QByteArray, text);

        QCOMPARE(
            written(LogFormat::Text, quiet, verbose, {static_cast<Level>(level), "c", "m", {}, {}, 0}), text);
    }

    void namesFileLineAndRemedy()
    {
        const LogMessage message{Level::Warning, "c", "odd", "Do this.", "s.ndjson", 7};

        QCOMPARE(written(LogFormat::Text, false, false, message),
            QByteArray("telemetry-inspector: warning: s.ndjson:7: odd. Do this.\n"));
        QCOMPARE(written(LogFormat::Json, false, false, message),
            QByteArray(
                R"({"level":"warning","message":"odd","code":"c","remedy":"Do this.","file":"s.ndjson","line":7})")
                .append('\n'));
    }

    void cannotBeMadeToGiveCommands_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::addRow("GitHub") << QByteArray("x\n::error file=a::b");
        QTest::addRow("Azure") << QByteArray("x ##vso[task.setvariable variable=a]b");
        QTest::addRow("TeamCity") << QByteArray("x\r\n##teamcity[buildProblem description='a']");
        QTest::addRow("three in a row") << QByteArray("###vso[a] :::error::");
        QTest::addRow("terminal") << QByteArray("\x1b[2J\x7f\a");
    }

    void cannotBeMadeToGiveCommands()
    {
        QFETCH(QByteArray, text);
        const LogMessage message{Level::Error, "c", text.toStdString(), {}, {}, 0};

        for (const LogFormat format : {LogFormat::Text, LogFormat::Json}) {
            const QByteArray line = written(format, false, false, message);

            QVERIFY2(!line.contains("::") && !line.contains("##"), line.constData());
            QCOMPARE(line.count('\n'), 1);
            QVERIFY2(!line.contains('\x1b') && !line.contains('\r'), line.constData());
            if (format == LogFormat::Json)
                QCOMPARE(*(*json(line.toStdString()).asObject())["message"].asString(), text.toStdString());
        }
    }
};

QTEST_APPLESS_MAIN(tst_ConsoleLog)
#include "tst_ConsoleLog.moc"
