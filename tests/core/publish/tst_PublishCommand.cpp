// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/PublishCommand.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// One line a command: program <argument> <argument> NAME=value in folder, timeout, retries.
QByteArray shownCommand(const PublishCommand &command)
{
    std::string text = command.program;
    for (const std::string &argument : command.arguments)
        text.append(" <").append(argument).append(">");
    for (const auto &[name, value] : command.environment)
        text.append(" ").append(name).append("=").append(value);
    if (!command.folder.empty())
        text += " in " + command.folder;
    if (command.timeoutMs)
        text += " " + std::to_string(*command.timeoutMs) + "ms";
    if (command.retries > 0)
        text += " x" + std::to_string(command.retries);
    return QByteArray::fromStdString(text);
}

QByteArrayList parsed(const QByteArray &text)
{
    const auto commands = parsePublishCommands(text.toStdString(), "SRC");
    if (!commands)
        return {QByteArray::fromStdString(commands.error().code + ": " + commands.error().message)};
    QByteArrayList lines;
    for (const PublishCommand &command : *commands)
        lines.append(shownCommand(command));
    return lines;
}

} // namespace

class tst_PublishCommand : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("expected");

        QTest::addRow("nothing") << QByteArray("") << QByteArrayList();
        QTest::addRow("a program") << QByteArray("upload") << QByteArrayList{"upload"};
        QTest::addRow("a program with blanks is one word")
            << QByteArray("/opt/my tools/up load") << QByteArrayList{"/opt/my tools/up load"};
        QTest::addRow("a JSON text") << QByteArray("\"up load\"") << QByteArrayList{"up load"};
        QTest::addRow("an array") << QByteArray(R"(["up","a b","",";rm"])")
                                  << QByteArrayList{"up <a b> <> <;rm>"};
        QTest::addRow("an object")
            << QByteArray(
                   R"({"command":"up","args":["{manifest}"],"env":{"A":"1","B":""},"cwd":"/x","timeout":1.5,"retries":3})")
            << QByteArrayList{"up <{manifest}> A=1 B= in /x 1500ms x3"};
        QTest::addRow("several") << QByteArray(R"([["a"],{"command":"b"},"c"])")
                                 << QByteArrayList{"a", "b", "c"};
        QTest::addRow("an array of texts is one command")
            << QByteArray(R"(["a","b"])") << QByteArrayList{"a <b>"};
        QTest::addRow("one a line") << QByteArray(
                                           "a\n\n  [\"b\", 	\"c\"] \r\n{\"command\":\"d\"}\n\"e f\"")
                                    << QByteArrayList{"a", "b <c>", "d", "e f"};
        QTest::addRow("no program") << QByteArray(R"({"args":["a"]})")
                                    << QByteArrayList{"usage: SRC: a command names no program"};
        QTest::addRow("an empty list") << QByteArray("[]") << QByteArrayList();
        QTest::addRow("an empty command")
            << QByteArray("[[]]") << QByteArrayList{"usage: SRC: a command is an empty list"};
        QTest::addRow("names that are JSON, too") << QByteArray("true\n7") << QByteArrayList{"true", "7"};
        QTest::addRow("a number among commands")
            << QByteArray("[7]")
            << QByteArrayList{"usage: SRC: a command is a text, a list or an object, not a number"};
        QTest::addRow("an argument that is none")
            << QByteArray(R"(["a",1])")
            << QByteArrayList{"usage: SRC: \"args\" must be a text, not a number"};
        QTest::addRow("an unknown member") << QByteArray(R"({"command":"a","shell":true})")
                                           << QByteArrayList{"usage: SRC: a command has no \"shell\"; it has "
                                                             "command, args, env, cwd, timeout and retries"};
        QTest::addRow("timeout") << QByteArray(R"({"command":"a","timeout":-1})")
                                 << QByteArrayList{
                                        "usage: SRC: \"timeout\" must be a number from 0.001 to 86400"};
        QTest::addRow("retries") << QByteArray(R"({"command":"a","retries":0.5})")
                                 << QByteArrayList{"usage: SRC: \"retries\" must be a whole number"};
        QTest::addRow("env") << QByteArray(R"({"command":"a","env":{"A=B":"1"}})")
                             << QByteArrayList{"usage: SRC: \"env\": 'A=B' is no name of a variable"};
        QTest::addRow("NUL") << QByteArray("[\"a\",\"b\\u0000\"]")
                             << QByteArrayList{
                                    "usage: SRC: \"args\" holds a NUL, which no program can be given"};
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(parsed(text), expected);
    }

    void aLineThatBeginsAsJsonMustBeIt()
    {
        const QByteArray message = parsed(QByteArray("good\n") + '[' + QByteArray("\"a\",\n")).constFirst();
        QVERIFY2(message.startsWith("usage: SRC: line 2: not JSON: "), message.constData());
    }

    void fills_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("none") << QByteArray("[\"a\",\"{b}\",\"{\"]") << QByteArray("a <{b}> <{>");
        QTest::addRow("each") << QByteArray(R"(["{artifactDir}/up","{manifest}","--p={prefix}"])")
                              << QByteArray("/out/up </out/m.json> <--p=p{manifest}>");
        QTest::addRow("artifacts") << QByteArray(R"(["up","{artifacts}","x{artifacts}"])")
                                   << QByteArray("up </out/a> </out/b c> <x/out/a /out/b c>");
        QTest::addRow("environment and folder")
            << QByteArray(R"({"command":"up","env":{"M":"{manifest}"},"cwd":"{artifactDir}"})")
            << QByteArray("up M=/out/m.json in /out");
    }

    void fills()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const PublishPlaces places{"/out", "/out/m.json", "p{manifest}", {"/out/a", "/out/b c"}};

        const auto commands = parsePublishCommands(text.toStdString(), "SRC");
        QCOMPARE(shownCommand(filled(commands->front(), places)), expected);
    }
};

QTEST_APPLESS_MAIN(tst_PublishCommand)
#include "tst_PublishCommand.moc"
