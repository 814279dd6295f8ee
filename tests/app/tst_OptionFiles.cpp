// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ManPage.h"
#include "app/OptionTable.h"
#include "app/ShellCompletions.h"
#include "core/artifacts/ArtifactFormat.h"
#include "tests/support/Program.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

using namespace inspector;

namespace {

/// The real shell, with what is installed for it.
class Shell
{
public:
    Shell(const char *name, const std::string &file)
        : m_program(QStandardPaths::findExecutable(QString::fromLatin1(name)))
    {
        QFile written(path());
        QVERIFY(written.open(QIODevice::WriteOnly));
        QCOMPARE(written.write(QByteArray::fromStdString(file)), static_cast<qint64>(file.size()));
    }

    [[nodiscard]] bool isThere() const { return !m_program.isEmpty(); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("file")); }
    /// FILE in `arguments` stands for it. What was written, by lines.
    [[nodiscard]] QByteArrayList run(QStringList arguments) const
    {
        arguments.replaceInStrings(QStringLiteral("FILE"), path());
        QProcessEnvironment environment = bareEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        const ProgramRun run = runProgram(m_program, arguments, environment);
        [&] { QCOMPARE(run.err, QByteArray()); }();
        QByteArrayList lines = run.out.split('\n');
        lines.removeAll({});
        return lines;
    }

private:
    QTemporaryDir m_folder;
    QString m_program;
};

/// Every way to type an option.
QByteArrayList typedOptions()
{
    QByteArrayList all;
    for (const OptionSpec &option : optionTable()) {
        for (const std::string_view name : {option.name, option.alias}) {
            if (!name.empty())
                all.append((name.size() == 1 ? "-" : "--") +
                           QByteArray(name.data(), static_cast<qsizetype>(name.size())));
        }
    }
    std::ranges::sort(all);
    return all;
}

void addLines()
{
    QTest::addColumn<QByteArray>("line"); // the words typed so far
    QTest::addColumn<QByteArrayList>("offered");

    QTest::addRow("an option") << QByteArray("--comp") << QByteArrayList{"--compress"};
    QTest::addRow("two options") << QByteArray("--no-dry --pub")
                                 << QByteArrayList{"--publish", "--publish-required", "--publish-timeout"};
    QTest::addRow("words") << QByteArray("--compress g") << QByteArrayList{"gzip"};
    QTest::addRow("words beside something else") << QByteArray("--publish a") << QByteArrayList{"auto"};
    QTest::addRow("formats") << QByteArray("--formats transcript-")
                             << QByteArrayList{"transcript-csv", "transcript-md"};
    QTest::addRow("nothing can be known") << QByteArray("--prefix sa") << QByteArrayList();
    QTest::addRow("a file") << QByteArray("--result /proc/cpui") << QByteArrayList{"/proc/cpuinfo"};
    QTest::addRow("a folder") << QByteArray("--slots /us") << QByteArrayList{"/usr"};
    QTest::addRow("a session") << QByteArray("--export /proc/meminf") << QByteArrayList{"/proc/meminfo"};
}

} // namespace

/// What shells and the manual say of the options, told by the shells themselves.
class tst_OptionFiles : public QObject
{
    Q_OBJECT

private slots:
    void bashCompletes_data() { addLines(); }
    void bashCompletes()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArrayList, offered);
        const Shell bash("bash", bashCompletion());
        QVERIFY(bash.isThere());
        QByteArrayList found = bash.run({QStringLiteral("-c"),
            QStringLiteral(
                "source FILE; COMP_WORDS=(telemetry-inspector %1); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                "_telemetry_inspector; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .replace(QStringLiteral("%1"), QString::fromUtf8(line))});
        std::ranges::sort(found);
        QCOMPARE(found, offered);
    }

    void bashKnowsTheEqualsSign()
    {
        const Shell bash("bash", bashCompletion());
        QCOMPARE(
            bash.run({QStringLiteral("-c"),
                QStringLiteral("source FILE; COMP_WORDS=(telemetry-inspector --compress = n); COMP_CWORD=3; "
                               "_telemetry_inspector; printf '%s\\n' \"${COMPREPLY[@]}\"")}),
            QByteArrayList{"none"});
    }

    void bashKnowsEveryOption()
    {
        const Shell bash("bash", bashCompletion());
        QByteArrayList found = bash.run({QStringLiteral("-c"),
            QStringLiteral(
                "source FILE; COMP_WORDS=(telemetry-inspector -); COMP_CWORD=1; _telemetry_inspector; "
                "printf '%s\\n' \"${COMPREPLY[@]}\"")});
        std::ranges::sort(found);
        QCOMPARE(found, typedOptions());
    }

    void fishCompletes_data() { addLines(); }
    void fishCompletes()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArrayList, offered);
        const Shell fish("fish", fishCompletion());
        if (!fish.isThere())
            QSKIP("there is no fish");
        QByteArrayList found;
        for (const QByteArray &each : fish.run(
                 {QStringLiteral("-c"), QStringLiteral("source FILE; complete -C 'telemetry-inspector %1'")
                                            .arg(QString::fromUtf8(line))})) {
            QByteArray word = each.split('\t').constFirst();
            if (word.endsWith('/'))
                word.chop(1);
            found.append(word);
        }
        std::ranges::sort(found);
        QCOMPARE(found, offered);
    }

    /// zsh completes on a terminal only: what it is told has to be what it takes.
    void zshTakesEveryOption()
    {
        const Shell zsh("zsh", zshCompletion());
        if (!zsh.isThere())
            QSKIP("there is no zsh");
        QByteArrayList found;
        for (const QByteArray &line : zsh.run({QStringLiteral("-f"), QStringLiteral("-c"),
                 QStringLiteral("_arguments() { print -rl -- \"$@\" }; source FILE")})) {
            if (!line.startsWith("*-"))
                continue;
            QByteArray name = line.mid(1, line.indexOf('[') - 1);
            QVERIFY2(line.contains("]") && (line.endsWith(']') || line.contains("]:")), line.constData());
            while (name.endsWith('=') || name.endsWith('+'))
                name.chop(1);
            found.append(name);
        }
        std::ranges::sort(found);
        QCOMPARE(found, typedOptions());
    }

    void theManualIsSound()
    {
        const Shell mandoc("mandoc", manPage());
        if (!mandoc.isThere())
            QSKIP("there is no mandoc");
        QByteArrayList complaints = mandoc.run({QStringLiteral("-T"), QStringLiteral("lint"),
            QStringLiteral("-W"), QStringLiteral("warning"), QStringLiteral("FILE")});
        // A day would make the bytes of a build depend on it.
        complaints.removeIf([](const QByteArray &line) { return line.contains("missing date"); });
        QCOMPARE(complaints, QByteArrayList());
    }

    void theManualKnowsEveryOption()
    {
        const QByteArray page = QByteArray::fromStdString(manPage()).replace("\\-", "-");
        for (const QByteArray &option : typedOptions())
            QVERIFY2(page.contains(QByteArray("\\fB").append(option).append("\\fR")), option.constData());
    }

    void everyFormatIsOffered()
    {
        const QByteArray offered = QByteArray::fromStdString(bashCompletion());
        for (const ArtifactFormat format : allArtifactFormats())
            QVERIFY(offered.contains(QByteArray::fromStdString(std::string(formatName(format)))));
    }
};

QTEST_GUILESS_MAIN(tst_OptionFiles)
#include "tst_OptionFiles.moc"
