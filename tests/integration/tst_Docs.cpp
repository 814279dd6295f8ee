// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OptionTable.h"
#include "tests/support/Program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace inspector;

namespace {

const QString root = QStringLiteral(INSPECTOR_SOURCE_DIR);
const QString program = QStringLiteral(INSPECTOR_PROGRAM);

QString contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(path + QStringLiteral(" cannot be read")), __FILE__, __LINE__);
    return QString::fromUtf8(file.readAll());
}

/// README and all of docs/, by their paths from the root.
QStringList pages()
{
    QStringList all{QStringLiteral("README.md"), QStringLiteral("CHANGELOG.md")};
    for (const char *folder : {"docs", "docs/decisions"}) {
        const QDir dir(root + QLatin1Char('/') + QLatin1String(folder));
        for (const QString &name : dir.entryList({QStringLiteral("*.md")}, QDir::Files))
            all.append(QLatin1String(folder) + QLatin1Char('/') + name);
    }
    return all;
}

/// The fenced blocks of a page, without their fences; `language` is what stands behind the first one.
QStringList blocksOf(const QString &page, const QString &language = {})
{
    static const QRegularExpression fence(QStringLiteral("^```(\\w*)\\n(.*?)^```$"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QStringList blocks;
    for (auto match = fence.globalMatch(contentOf(root + QLatin1Char('/') + page)); match.hasNext();) {
        const QRegularExpressionMatch block = match.next();
        if (block.captured(1) == language)
            blocks.append(block.captured(2));
    }
    return blocks;
}

void addPages()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : pages())
        QTest::addRow("%s", qPrintable(page)) << page;
}

/// What a page has somebody run that needs neither a display nor a game (tst_WindowStart, tst_Listen), and is
/// no pattern of such.
QStringList commandsOf(const QString &page)
{
    static const QRegularExpression line(QStringLiteral("^(\\$ )?(telemetry-inspector .*)$"));
    static const QRegularExpression inText(QStringLiteral("`(telemetry-inspector --[^`\n]*)`"));
    static const QRegularExpression isLeftOut(QStringLiteral("\\[|\\bBASE\\b|\\bFILE\\b|--listen"));
    QStringList commands;
    for (const QString &block : blocksOf(page)) {
        for (const QString &each : block.split(QLatin1Char('\n')))
            commands << line.match(each).captured(2);
    }
    for (auto match = inText.globalMatch(contentOf(root + QLatin1Char('/') + page)); match.hasNext();)
        commands << match.next().captured(1);
    commands.removeIf([](const QString &each) { return each.isEmpty() || each.contains(isLeftOut); });
    commands.removeDuplicates();
    return commands;
}

/// A folder with every file that the commands of the docs name.
class Workplace
{
public:
    Workplace()
    {
        for (const auto &[name, seed] : {std::pair("session.ndjson", "1"), std::pair("run.ndjson", "1"),
                 std::pair("yesterday.ndjson", "1"), std::pair("worked.ndjson", "2"),
                 std::pair("today.ndjson", "2")})
            QCOMPARE(run(QStringLiteral(
                             "telemetry-inspector --export --seed %1 --artifact-dir made-%1 --session-out %2 "
                             "--result made.json --force")
                             .arg(QLatin1String(seed), QLatin1String(name)))
                         .exitCode,
                0);
        QCOMPARE(run(QStringLiteral("mkdir runs; gzip -c session.ndjson > runs/a.ndjson.gz; rm -r made*"))
                     .exitCode,
            0);
        QFile expectations(m_folder.filePath(QStringLiteral("expectations.json")));
        QVERIFY(expectations.open(QIODevice::WriteOnly));
        expectations.write(
            blocksOf(QStringLiteral("docs/expectations.md"), QStringLiteral("json")).value(0).toUtf8());
    }

    [[nodiscard]] ProgramRun run(const QString &command) const
    {
        QProcessEnvironment environment = bareEnvironment();
        environment.insert(QStringLiteral("PATH"),
            QFileInfo(program).path() + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        return runProgram(QStringLiteral("bash"),
            {QStringLiteral("-c"), QStringLiteral("cd \"$0\" && ") + command, m_folder.path()}, environment);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

/// What the docs say can be done, can be done.
class tst_Docs : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionIsOnThePageOfTheCommandLine()
    {
        const auto text = [](std::string_view of) {
            return QString::fromUtf8(of.data(), static_cast<qsizetype>(of.size()))
                .replace(QLatin1Char('|'), QStringLiteral("\\|"));
        };
        QString table = QStringLiteral("| option | |\n| --- | --- |\n");
        for (const OptionSpec &option : optionTable()) {
            const std::string names =
                (option.alias.empty() ? std::string() : dashed(option.alias) + ", ") + dashed(option.name);
            table += QStringLiteral("| `%1%2` | %3 |\n")
                         .arg(text(names),
                             option.value.empty() ? QString() : QLatin1Char(' ') + text(option.value),
                             text(option.help));
        }

        const QString page = contentOf(root + QStringLiteral("/docs/command-line.md"));

        QCOMPARE(page.mid(page.indexOf(QStringLiteral("| option | |"))), table);
    }

    /// The runs that the docs compare differ, and of what they expect something is not met; nothing else
    /// fails. A gap, which the demo mission has, is no warning to --strict.
    void commandsRun_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("exitCode");
        for (const QString &page : pages()) {
            for (const QString &command : commandsOf(page)) {
                const bool findsSomething =
                    command.contains(QLatin1String("--diff")) || command.contains(QLatin1String("--expect"));
                QTest::addRow("%s: %s", qPrintable(page), qPrintable(command))
                    << command << (findsSomething ? 1 : 0);
            }
        }
    }

    void commandsRun()
    {
        QFETCH(QString, command);
        QFETCH(int, exitCode);
        const Workplace workplace;
        const ProgramRun run = workplace.run(command);
        QVERIFY2(run.exitCode == exitCode, run.err.constData());
        QVERIFY(!run.out.isEmpty() || !run.err.isEmpty());
    }

    void theSampleSessionIsOne()
    {
        const QStringList samples = blocksOf(QStringLiteral("docs/formats.md"), QStringLiteral("ndjson"));
        QCOMPARE(samples.size(), 1);
        const Workplace workplace;
        const ProgramRun run = workplace.run(
            QStringLiteral("telemetry-inspector --export --strict --result r.json - <<'END'\n") +
            samples.first() + QStringLiteral("END\n"));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY2(run.err.contains("read 6 records"), run.err.constData());
    }

    void linksLeadSomewhere_data() { addPages(); }
    void linksLeadSomewhere()
    {
        QFETCH(QString, page);
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)#\\s]+)(#[^)]*)?\\)"));
        const QString folder = QFileInfo(root + QLatin1Char('/') + page).path();
        for (auto match = link.globalMatch(contentOf(root + QLatin1Char('/') + page)); match.hasNext();) {
            const QString target = match.next().captured(1);
            if (target.contains(QLatin1String("://")))
                continue;
            QVERIFY2(QFileInfo::exists(folder + QLatin1Char('/') + target), qPrintable(target));
        }
    }

    /// Each option that stands in code is one of the program, or of another one that the page is about.
    void optionsAreThere_data() { addPages(); }
    void optionsAreThere()
    {
        QFETCH(QString, page);
        static const QRegularExpression code(QStringLiteral("`([^`\\n]+)`"));
        static const QRegularExpression option(QStringLiteral("(?<![\\w-])--([a-zA-Z][\\w-]*)"));
        // of the benchmarks, of cmake and sha256sum, and of providers' tools
        const QStringList others{QStringLiteral("only"), QStringLiteral("compare"), QStringLiteral("preset"),
            QStringLiteral("install"), QStringLiteral("option"), QStringLiteral("check"),
            QStringLiteral("literal"), QStringLiteral("artifact-name"), QStringLiteral("path"),
            QStringLiteral("run-id"), QStringLiteral("folder"), QStringLiteral("plot")};
        for (auto match = code.globalMatch(contentOf(root + QLatin1Char('/') + page)); match.hasNext();) {
            const QString text = match.next().captured(1);
            for (auto each = option.globalMatch(text); each.hasNext();) {
                const QString name = each.next().captured(1);
                QVERIFY2(
                    findOption(name.toStdString()) != nullptr || others.contains(name), qPrintable(text));
            }
        }
    }

    /// Where a page of promises names a test, or a function of one, there is one of that name.
    void testsAreThere_data()
    {
        QTest::addColumn<QString>("test");
        static const QRegularExpression test(QStringLiteral("`(tst_[^`]*)`"));
        for (auto match = test.globalMatch(reliability()); match.hasNext();) {
            const QString named = match.next().captured(1);
            QTest::addRow("%s", qPrintable(named)) << named;
        }
    }

    void testsAreThere()
    {
        QFETCH(QString, test);
        const QStringList words = test.split(QLatin1Char(' '));
        QVERIFY(words.size() <= 2);
        const QString file = fileOf(words.first() + QStringLiteral(".cpp"));
        QVERIFY(!file.isEmpty());
        QVERIFY(words.size() == 1 ||
                contentOf(file).contains(QStringLiteral("    void %1()\n").arg(words.last())));
    }

    void everyPromiseHasATest()
    {
        static const QRegularExpression tests(QStringLiteral("^`tst_\\w+ \\w+`(, `tst_\\w+ \\w+`)*$"));
        const QStringList cells = cellsUnder(QStringLiteral("test"), reliability());
        QVERIFY(cells.size() > 10);
        for (const QString &cell : cells)
            QVERIFY2(tests.match(cell).hasMatch(), qPrintable(cell));
    }

    /// Code of a worked example stands in the file that is named last before it, word for word, so that it
    /// compiles.
    void codeIsThatOfAFile_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        static const QRegularExpression part(QStringLiteral("^```cpp\\n(.*?)^```$|`([\\w/]+\\.(?:h|cpp))`"),
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
        for (const QString &page : pages()) {
            if (!page.startsWith(QStringLiteral("docs/adding-")))
                continue;
            QString file;
            for (auto match = part.globalMatch(contentOf(root + QLatin1Char('/') + page)); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                if (!found.captured(2).isEmpty())
                    file = found.captured(2);
                else
                    QTest::addRow("%s: %s", qPrintable(page), qPrintable(file)) << file << found.captured(1);
            }
        }
    }

    void codeIsThatOfAFile()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        const QString content = contentOf(root + QLatin1Char('/') + file);
        for (const QString &piece : code.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
            QVERIFY2(content.contains(piece.trimmed()), qPrintable(piece));
    }

    void pathsAreThere_data()
    {
        QTest::addColumn<QString>("path");
        static const QRegularExpression path(
            QStringLiteral("`((?:app|core|ui|tests|resources|packaging|docs)/[\\w./-]*)`"));
        for (const QString &page : pages()) {
            for (auto match = path.globalMatch(contentOf(root + QLatin1Char('/') + page)); match.hasNext();) {
                const QString named = match.next().captured(1);
                QTest::addRow("%s: %s", qPrintable(page), qPrintable(named)) << named;
            }
        }
    }

    void pathsAreThere()
    {
        QFETCH(QString, path);
        QVERIFY(QFileInfo::exists(root + QLatin1Char('/') + path));
    }

private:
    static QString reliability() { return contentOf(root + QStringLiteral("/docs/reliability.md")); }

    /// The cells below that head, of all tables that have it.
    static QStringList cellsUnder(const QString &head, const QString &page)
    {
        QStringList found;
        qsizetype column = -1;
        bool isInTable = false;
        for (const QString &line : page.split(QLatin1Char('\n'))) {
            const bool isHeader = !isInTable;
            isInTable = line.startsWith(QLatin1Char('|'));
            const QStringList cells = line.split(QRegularExpression(QStringLiteral(" *\\| *")));
            if (isHeader)
                column = cells.indexOf(head);
            if (isInTable && !isHeader && column >= 0 && !line.contains(QStringLiteral("| ---")))
                found.append(cells.value(column));
        }
        return found;
    }

    static QString fileOf(const QString &name)
    {
        QDirIterator all(root + QStringLiteral("/tests"), {name}, QDir::Files, QDirIterator::Subdirectories);
        return all.hasNext() ? all.next() : QString();
    }
};

QTEST_GUILESS_MAIN(tst_Docs)
#include "tst_Docs.moc"
