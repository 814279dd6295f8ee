// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OptionTable.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QTest>

#include <algorithm>

using namespace inspector;

class tst_OptionTable : public QObject
{
    Q_OBJECT

private slots:
    void find_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("found"); // empty: none

        QTest::addRow("name") << QByteArray("artifact-dir") << QByteArray("artifact-dir");
        QTest::addRow("camel case") << QByteArray("artifactDir") << QByteArray("artifact-dir");
        QTest::addRow("camel case, two humps") << QByteArray("promptHistory") << QByteArray("prompt-history");
        QTest::addRow("short") << QByteArray("h") << QByteArray("help");
        QTest::addRow("short, of another case") << QByteArray("H") << QByteArray();
        QTest::addRow("upper case") << QByteArray("EXPORT") << QByteArray();
        QTest::addRow("with dashes") << QByteArray("--export") << QByteArray();
        QTest::addRow("beginning of a name") << QByteArray("expor") << QByteArray();
        QTest::addRow("nothing") << QByteArray("") << QByteArray();
    }

    void find()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, found);

        const OptionSpec *option = findOption(name.toStdString());

        QCOMPARE(
            option != nullptr ? QByteArray::fromStdString(std::string(option->name)) : QByteArray(), found);
    }

    void nearest_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("nearest"); // empty: none

        QTest::addRow("itself") << QByteArray("export") << QByteArray("export");
        QTest::addRow("a letter less") << QByteArray("exprt") << QByteArray("export");
        QTest::addRow("a letter more") << QByteArray("formatts") << QByteArray("formats");
        QTest::addRow("another letter") << QByteArray("strikt") << QByteArray("strict");
        QTest::addRow("two letters swapped") << QByteArray("prefxi") << QByteArray("prefix");
        QTest::addRow("camel case") << QByteArray("promtHistory") << QByteArray("prompt-history");
        QTest::addRow("far from all") << QByteArray("qqqqqqqqqq") << QByteArray();
        QTest::addRow("nothing") << QByteArray("") << QByteArray();
    }

    void nearest()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, nearest);

        QCOMPARE(QByteArray::fromStdString(nearestOption(name.toStdString())), nearest);
    }

    void everyNameIsFoundOnce()
    {
        QByteArrayList names;
        for (const OptionSpec &option : optionTable()) {
            QCOMPARE(findOption(option.name), &option);
            names.append(QByteArray::fromStdString(std::string(option.name)));
            if (option.alias.empty())
                continue;
            QCOMPARE(findOption(option.alias), &option);
            names.append(QByteArray::fromStdString(std::string(option.alias)));
        }
        QVERIFY(names.size() >= 20);
        std::sort(names.begin(), names.end());
        QVERIFY(std::adjacent_find(names.begin(), names.end()) == names.end());
    }

    void helpHasALineForEachOption()
    {
        const QByteArrayList lines = QByteArray::fromStdString(helpText()).split('\n');

        for (const OptionSpec &option : optionTable()) {
            QByteArray spelling("  ");
            if (!option.alias.empty())
                spelling.append('-')
                    .append(QByteArray::fromStdString(std::string(option.alias)))
                    .append(", ");
            spelling.append("--").append(QByteArray::fromStdString(std::string(option.name)));
            if (!option.value.empty())
                spelling.append(' ').append(QByteArray::fromStdString(std::string(option.value)));
            const QByteArray help = QByteArray::fromStdString(std::string(option.help));
            const auto isIts = [&](const QByteArray &line) {
                return line.startsWith(QByteArray(spelling + ' ')) && line.endsWith(QByteArray(' ' + help));
            };
            QVERIFY2(std::count_if(lines.begin(), lines.end(), isIts) == 1, spelling.constData());
        }
    }
};

QTEST_APPLESS_MAIN(tst_OptionTable)
#include "tst_OptionTable.moc"
