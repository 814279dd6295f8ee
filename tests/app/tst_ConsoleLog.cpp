// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ConsoleLog.h"
#include "tests/support/MemoryStream.h"
#include "tests/support/TestJson.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArray written(LogFormat format, bool quiet, bool verbose, const LogMessage &message)
{
    const MemoryStream stream;
    ConsoleLog(stream.file(), format, quiet, verbose).write(message);
    return stream.text();
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

    void namesFileLineAndRemedy_data()
    {
        QTest::addColumn<QByteArray>("remedy");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<quint64>("line");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");

        QTest::addRow("everything")
            << QByteArray("Do this.") << QByteArray("s.ndjson") << quint64{7}
            << QByteArray("telemetry-inspector: warning: s.ndjson:7: odd. Do this.\n")
            << QByteArray("{\"level\":\"warning\",\"message\":\"odd\",\"code\":\"c\",\"remedy\":\"Do "
                          "this.\",\"file\":\"s.ndjson\",\"line\":7}\n");
        QTest::addRow("a file as a whole")
            << QByteArray() << QByteArray("s.ndjson") << quint64{0}
            << QByteArray("telemetry-inspector: warning: s.ndjson: odd\n")
            << QByteArray("{\"level\":\"warning\",\"message\":\"odd\",\"code\":\"c\","
                          "\"file\":\"s.ndjson\"}\n");
        QTest::addRow("nothing") << QByteArray() << QByteArray() << quint64{0}
                                 << QByteArray("telemetry-inspector: warning: odd\n")
                                 << QByteArray(
                                        "{\"level\":\"warning\",\"message\":\"odd\",\"code\":\"c\"}\n");
    }

    void namesFileLineAndRemedy()
    {
        QFETCH(QByteArray, remedy);
        QFETCH(QByteArray, file);
        QFETCH(quint64, line);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        const LogMessage message{Level::Warning, "c", "odd", remedy.toStdString(), file.toStdString(), line};

        QCOMPARE(written(LogFormat::Text, false, false, message), text);
        QCOMPARE(written(LogFormat::Json, false, false, message), json);
    }

    void jsonNamesTheLevel_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<QByteArray>("line");
        const auto line = [](const char *level) {
            return QByteArray("{\"level\":\"").append(level).append("\",\"message\":\"m\"}\n");
        };

        QTest::addRow("debug") << int(Level::Debug) << line("debug");
        QTest::addRow("info") << int(Level::Info) << line("info");
        QTest::addRow("warning") << int(Level::Warning) << line("warning");
        QTest::addRow("error") << int(Level::Error) << line("error");
    }

    void jsonNamesTheLevel()
    {
        QFETCH(int, level);
        QFETCH(QByteArray, line);

        QCOMPARE(
            written(LogFormat::Json, false, true, {static_cast<Level>(level), {}, "m", {}, {}, 0}), line);
    }

    void errorsAreMessagesOfTheirOwnLevel()
    {
        const MemoryStream stream;

        ConsoleLog(stream.file(), LogFormat::Text, true, false).error({"code", "it failed", "Mend it."});
        ConsoleLog(stream.file(), LogFormat::Json, true, false).error({"code", "it failed", "Mend it."});

        QCOMPARE(stream.text(), QByteArray("telemetry-inspector: error: it failed. Mend it.\n"
                                           "{\"level\":\"error\",\"message\":\"it failed\",\"code\":\"code\","
                                           "\"remedy\":\"Mend it.\"}\n"));
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
        const std::string forged = text.toStdString();
        const LogMessage message{Level::Error, forged, forged, forged, forged, 1};

        for (const LogFormat format : {LogFormat::Text, LogFormat::Json}) {
            const QByteArray line = written(format, false, false, message);

            QVERIFY2(!line.contains("::") && !line.contains("##"), line.constData());
            QCOMPARE(line.count('\n'), 1);
            QVERIFY2(!line.contains('\x1b') && !line.contains('\r'), line.constData());
        }
        const JsonValue read = json(written(LogFormat::Json, false, false, message).toStdString());
        for (const char *key : {"code", "message", "remedy", "file"})
            QCOMPARE(QByteArray::fromStdString(*(*read.asObject())[key].asString()), text);
    }
};

QTEST_APPLESS_MAIN(tst_ConsoleLog)
#include "tst_ConsoleLog.moc"
