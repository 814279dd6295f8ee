// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileContents.h"
#include "tests/support/Program.h"
#include "tests/support/TestJson.h"

#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace inspector;

namespace {

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace

/// `--bundle`, as somebody runs it who has found something.
class tst_Bundle : public QObject
{
    Q_OBJECT

private slots:
    void opensAgainLikeAnySession_data()
    {
        QTest::addColumn<bool>("isPiped");
        QTest::addRow("a file") << false;
        QTest::addRow("through a pipe") << true;
    }

    void opensAgainLikeAnySession()
    {
        QFETCH(bool, isPiped);
        const QTemporaryDir dir;
        const QString file = dir.filePath(text("b.zip"));
        const ProgramRun made = run({text("--bundle"), file, text("--notes"), text("Why is she hostile?")});
        QCOMPARE(made.exitCode, 0);
        QCOMPARE(made.out, QByteArray());
        const QByteArray bytes = filesOf(dir.path()).value(text("b.zip"));
        const ProgramRun exported =
            run({text("--export"), text("--formats"), text("snapshot"), text("--clock"), text("1"),
                    text("--artifact-dir"), dir.filePath(text("bundle")), isPiped ? text("-") : file},
                isPiped ? bytes : QByteArray());
        QCOMPARE(exported.exitCode, 0);
        QCOMPARE(run({text("--export"), text("--formats"), text("snapshot"), text("--clock"), text("1"),
                         text("--artifact-dir"), dir.filePath(text("demo"))})
                     .exitCode,
            0);
        const auto snapshotOf = [&](const char *folder) {
            const FileContents files = filesOf(dir.filePath(text(folder)));
            return files.value(files.keys().filter(text("snapshot")).value(0));
        };
        QVERIFY(!snapshotOf("demo").isEmpty());
        QVERIFY(snapshotOf("demo") == snapshotOf("bundle"));
    }

    void twoOfTheSameCutAreByteIdentical()
    {
        const QTemporaryDir dir;
        for (const char *name : {"1.zip", "2.zip"})
            QCOMPARE(run({text("--bundle"), dir.filePath(text(name)), text("--last"), text("60"),
                             text("--until"), text("300")})
                         .exitCode,
                0);
        const FileContents files = filesOf(dir.path());
        QVERIFY(!files.value(text("1.zip")).isEmpty());
        QVERIFY(files.value(text("1.zip")) == files.value(text("2.zip")));
    }

    void aSessionIsNotOverwritten()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(text("run.ndjson"));
        QFile session(file);
        QVERIFY(session.open(QIODevice::WriteOnly) && session.write("{\"type\":\"session\"}\n") > 0);
        session.close();
        const ProgramRun refused = run({text("--bundle"), file}); // the bundle's name was left away
        QCOMPARE(refused.exitCode, 5);
        QVERIFY2(refused.err.contains("exists, and is no bundle"), refused.err.constData());
        QCOMPARE(filesOf(dir.path()).value(text("run.ndjson")), QByteArray("{\"type\":\"session\"}\n"));
    }

    void theEndIsThatOfUntil()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(text("b.zip"));
        QCOMPARE(
            run({text("--bundle"), file, text("--last"), text("30"), text("--until"), text("200")}).exitCode,
            0);
        const ProgramRun unzipped = runProgram(text("/usr/bin/python3"),
            {text("-c"),
                text("import sys, zipfile; "
                     "print(zipfile.ZipFile(sys.argv[1]).read('versions.json').decode())"),
                file});
        const JsonValue versions = json(unzipped.out.toStdString());
        const JsonValue records((*versions.asObject())["records"]);
        const JsonObject &cut = *records.asObject();
        QCOMPARE(*cut["last"].asNumber(), 200.0);
        QVERIFY(*cut["first"].asNumber() > 100 && *cut["first"].asNumber() < 200);
    }

    void mistakes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const QStringList bundle{text("--bundle"), text("/dev/null/b.zip")};
        QTest::addRow("nowhere") << bundle << 5 << QByteArray("/dev/null/b.zip");
        QTest::addRow("two inputs") << bundle + QStringList{text("a"), text("b")} << 2
                                    << QByteArray("--bundle takes one input, not 2");
        QTest::addRow("with an export")
            << bundle + QStringList{text("--export")} << 2 << QByteArray("--bundle goes with none of");
        QTest::addRow("no input") << bundle + QStringList{text("/dev/null/s.ndjson")} << 3
                                  << QByteArray("/dev/null/s.ndjson does not exist");
        QTest::addRow("no record") << bundle + QStringList{text("/dev/null")} << 4
                                   << QByteArray("there is no record to put into the bundle");
        QTest::addRow("notes alone") << QStringList{text("--export"), text("--notes"), text("x")} << 2
                                     << QByteArray("--notes goes with --bundle");
    }

    void mistakes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const ProgramRun ended = run(arguments);
        QCOMPARE(ended.exitCode, code);
        QVERIFY2(ended.err.contains(said), ended.err.constData());
    }

    void aZipOfOtherThingsIsNotUnderstood_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("said");
        QTest::addRow("two files") << QByteArray("z.writestr('a', 'x'); z.writestr('b', 'y')")
                                   << QByteArray(
                                          "it holds no session.ndjson, and more than one file, or none");
        QTest::addRow("one that is no session")
            << QByteArray("z.writestr('a.txt', 'hello')") << QByteArray("neither a session");
        QTest::addRow("nothing") << QByteArray("pass") << QByteArray("Copy it again, or unpack it");
    }

    void aZipOfOtherThingsIsNotUnderstood()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, said);
        const QTemporaryDir dir;
        const QString file = dir.filePath(text("z.zip"));
        QCOMPARE(runProgram(text("/usr/bin/python3"),
                     {text("-c"),
                         text("import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w') as z: ") +
                             QString::fromLatin1(script),
                         file})
                     .exitCode,
            0);
        const ProgramRun ended =
            run({text("--export"), text("--artifact-dir"), dir.filePath(text("out")), file});
        QCOMPARE(ended.exitCode, 4);
        QVERIFY2(ended.err.contains(said), ended.err.constData());
    }

private:
    static ProgramRun run(const QStringList &arguments, const QByteArray &input = {})
    {
        return runProgram(text(INSPECTOR_PROGRAM), arguments, bareEnvironment(), input);
    }
};

QTEST_GUILESS_MAIN(tst_Bundle)
#include "tst_Bundle.moc"
