// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ArgumentNormaliser.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

QByteArrayList normalised(const QByteArrayList &arguments)
{
    std::vector<std::string> list;
    for (const QByteArray &argument : arguments)
        list.push_back(argument.toStdString());
    const auto normal = normaliseArguments(list);
    if (!normal)
        return {QByteArray::fromStdString(
            normal.error().code + ": " + normal.error().message + ". " + normal.error().remedy)};
    QByteArrayList result;
    for (const std::string &argument : *normal)
        result.append(QByteArray::fromStdString(argument));
    return result;
}

} // namespace

class tst_ArgumentNormaliser : public QObject
{
    Q_OBJECT

private slots:
    void spells_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QByteArrayList>("expected");
        const auto row = [](const char *name, const QByteArrayList &arguments,
                             const QByteArrayList &expected) {
            QTest::newRow(name) << arguments << expected;
        };

        row("nothing", {}, {"--"});
        row("a file", {"a"}, {"--", "a"});
        row("standard input", {"-"}, {"--", "-"});
        row("an empty argument is a file", {""}, {"--", ""});
        row("a flag", {"--export"}, {"--export", "--"});
        row("a flag that is on", {"--export=true"}, {"--export", "--"});
        row("a flag that is off", {"--export=false"}, {"--"});
        row("of a flag the last one counts", {"--export", "--strict", "--export=false"}, {"--strict", "--"});
        row("a flag twice", {"--strict", "--strict"}, {"--strict", "--"});
        row("a flag and its opposite, the last one counts", {"--dry-run", "--no-dry-run"},
            {"--no-dry-run", "--"});
        row("a flag that is off and has an opposite", {"--dryRun=false"}, {"--no-dry-run", "--"});
        row("an opposite that is off", {"--no-dry-run=false"}, {"--dry-run", "--"});
        row("a flag takes no word", {"--export", "false"}, {"--export", "--", "false"});
        row("a short flag", {"-q"}, {"--quiet", "--"});
        row("a short flag that is off", {"--quiet", "-q=false"}, {"--"});
        row("a value behind", {"--prefix", "p"}, {"--prefix=p", "--"});
        row("a value with =", {"--prefix=p"}, {"--prefix=p", "--"});
        row("a value that holds =", {"--context", "{\"a\":\"=\"}"}, {"--context={\"a\":\"=\"}", "--"});
        row("an empty value with =", {"--prefix="}, {"--prefix=", "--"});
        row("an empty value behind", {"--prefix", ""}, {"--prefix=", "--"});
        row("a dash as value", {"--result", "-"}, {"--result=-", "--"});
        row("a value that begins with a dash, with =", {"--prefix=-p"}, {"--prefix=-p", "--"});
        row("camel case", {"--artifactDir", "d"}, {"--artifact-dir=d", "--"});
        row("options stay in order", {"--prefix=a", "x", "--prefix=b"},
            {"--prefix=a", "--prefix=b", "--", "x"});
        row("behind -- are files", {"--export", "--", "--strict", "--", "-q"},
            {"--export", "--", "--strict", "--", "-q"});
    }

    void spells()
    {
        QFETCH(QByteArrayList, arguments);
        QFETCH(QByteArrayList, expected);

        QCOMPARE(normalised(arguments), expected);
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArrayList>("arguments");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArrayList &arguments, const char *message) {
            QTest::newRow(name) << arguments << QByteArray(message);
        };

        row("unknown, near another", {"--exprot"},
            "there is no option --exprot. Did you mean --export? See --help.");
        row("unknown, with a value", {"--artefactDir=d"},
            "there is no option --artefactDir. Did you mean --artifact-dir? See --help.");
        row("unknown, near none", {"--abcdefghijkl"}, "there is no option --abcdefghijkl. See --help.");
        row("a word with one dash", {"-strict"},
            "there is no option -strict. Did you mean --strict? See --help.");
        row("a letter with two dashes", {"--v"}, "there is no option --v. See --help.");
        row("letters in a bunch", {"-qv"}, "there is no option -qv. See --help.");
        row("a value is missing at the end", {"--until"}, "--until needs a value. Write --until EVENT|N.");
        row("a value that begins with -", {"--until", "-3"},
            "--until needs a value. Write --until EVENT|N; or --until=EVENT|N where it begins with -.");
        row("an option where a value belongs", {"--formats", "--strict"},
            "--formats needs a value. Write --formats LIST.");
        row("a short option where a value belongs", {"--formats", "-q"},
            "--formats needs a value. Write --formats LIST.");
        row("-- where a value belongs", {"--formats", "--"},
            "--formats needs a value. Write --formats LIST.");
        row("a flag with a value", {"--force=yes"},
            "--force takes no value, or true or false. Leave '=yes' away.");
        row("a flag with an empty value", {"--force="},
            "--force takes no value, or true or false. Leave '=' away.");
        row("the first mistake counts", {"--force=yes", "--until"},
            "--force takes no value, or true or false. Leave '=yes' away.");
    }

    void mistakes()
    {
        QFETCH(QByteArrayList, arguments);
        QFETCH(QByteArray, message);

        QCOMPARE(normalised(arguments), QByteArrayList{QByteArray("usage: ").append(message)});
    }
};

QTEST_APPLESS_MAIN(tst_ArgumentNormaliser)
#include "tst_ArgumentNormaliser.moc"
