// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileName.h"
#include "core/telemetry/ExportPlan.h"
#include "tests/support/Words.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>
#include <QString>
#include <QTest>

#include <set>

using namespace inspector;

namespace {

/// One item a line: the input, `>`, the prefix.
QByteArrayList shown(const std::vector<ExportItem> &items)
{
    QByteArrayList lines;
    for (const ExportItem &item : items) {
        const QByteArray input = item.file.empty() ? QByteArray::number(static_cast<qulonglong>(item.seed))
                                                   : QByteArray::fromStdString(item.file);
        lines.append(input + '>' + QByteArray::fromStdString(item.prefix));
    }
    return lines;
}

} // namespace

class tst_ExportPlan : public QObject
{
    Q_OBJECT

private slots:
    void files_data()
    {
        QTest::addColumn<QByteArray>("files");
        QTest::addColumn<QByteArrayList>("items");
        const auto row = [](const char *name, const char *files, const QByteArrayList &items) {
            QTest::newRow(name) << QByteArray(files) << items;
        };

        row("one has the prefix as it is", "d/s.ndjson", {"d/s.ndjson>p"});
        row("several have their stems", "d/a.ndjson b.json", {"d/a.ndjson>p-a", "b.json>p-b"});
        row("packed", "a.ndjson.gz b.gz", {"a.ndjson.gz>p-a", "b.gz>p-b"});
        row("standard input", "- a", {"->p-stdin", "a>p-a"});
        row("stems repeat", "1/s.ndjson 2/s.ndjson s.json",
            {"1/s.ndjson>p-s", "2/s.ndjson>p-s-2", "s.json>p-s-3"});
        row("a number that is taken", "s-2 1/s 2/s", {"s-2>p-s-2", "1/s>p-s", "2/s>p-s-3"});
        row("a stem that looks like a number given out", "1/s 2/s s-2",
            {"1/s>p-s", "2/s>p-s-2", "s-2>p-s-2-2"});
        row("alike but for case", "S s", {"S>p-S", "s>p-s-2"});
        row("the same file twice", "s s", {"s>p-s", "s>p-s-2"});
        row("several dots", "a.b.c .hidden x.", {"a.b.c>p-a.b", ".hidden>p-.hidden", "x.>p-x"});
        row("what some systems cannot hold", "a:b?.ndjson c*d", {"a:b?.ndjson>p-a-b-", "c*d>p-c-d"});
        row("nothing but dots", "... b", {"...>p-input", "b>p-b"});
    }

    void files()
    {
        QFETCH(QByteArray, files);
        QFETCH(QByteArrayList, items);
        ExportRequest request;
        request.prefix = "p";
        request.files = words(files);

        const std::vector<ExportItem> plan = planExport(request);

        QCOMPARE(shown(plan), items);
        for (const ExportItem &item : plan)
            QVERIFY(checkFileName(item.prefix));
    }

    void aLongNameIsCutBetweenCharacters()
    {
        ExportRequest request;
        request.prefix = "p";
        request.files = {"a" + QByteArray("\xc3\xa9").repeated(200).toStdString() + ".ndjson", "b"};

        QCOMPARE(QByteArray::fromStdString(planExport(request).front().prefix),
            QByteArray("p-a" + QByteArray("\xc3\xa9").repeated(49)));
    }

    void seeds_data()
    {
        QTest::addColumn<QByteArray>("seeds");
        QTest::addColumn<QByteArrayList>("items");

        QTest::addRow("one") << QByteArray("7") << QByteArrayList{"7>p"};
        QTest::addRow("several") << QByteArray("7 1") << QByteArrayList{"7>p-seed7", "1>p-seed1"};
        QTest::addRow("the same twice") << QByteArray("7 7") << QByteArrayList{"7>p-seed7", "7>p-seed7-2"};
    }

    void seeds()
    {
        QFETCH(QByteArray, seeds);
        QFETCH(QByteArrayList, items);
        ExportRequest request;
        request.prefix = "p";
        request.seeds.clear();
        for (const std::string &seed : words(seeds))
            request.seeds.push_back(std::stoull(seed));

        QCOMPARE(shown(planExport(request)), items);
    }

    void shards_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("count");
        QTest::addColumn<QByteArrayList>("items");

        QTest::addRow("all") << 1 << 1 << QByteArrayList{"c>p-c", "b/a>p-a", "a>p-a-2", "d>p-d"};
        QTest::addRow("first of two") << 1 << 2 << QByteArrayList{"a>p-a-2", "c>p-c"};
        QTest::addRow("second of two") << 2 << 2 << QByteArrayList{"b/a>p-a", "d>p-d"};
        QTest::addRow("more shards than files") << 5 << 9 << QByteArrayList{};
    }

    void shards()
    {
        QFETCH(int, number);
        QFETCH(int, count);
        QFETCH(QByteArrayList, items);
        ExportRequest request;
        request.prefix = "p";
        request.files = {"c", "b/a", "a", "d"};
        request.shard = {static_cast<std::uint64_t>(number), static_cast<std::uint64_t>(count)};

        QCOMPARE(shown(planExport(request)), items);
    }

    void noTwoPrefixesAreAlike()
    {
        ExportRequest request;
        for (const char *folder : {"1", "2", "3"}) {
            for (const char *stem : {"s", "s-2", "S", "s-2-2", "s-3"})
                request.files.push_back(std::string(folder) + "/" + stem + ".ndjson");
        }

        std::set<std::string> prefixes;
        for (const ExportItem &item : planExport(request))
            prefixes.insert(QString::fromStdString(item.prefix).toLower().toStdString());

        QCOMPARE(prefixes.size(), request.files.size());
    }
};

QTEST_APPLESS_MAIN(tst_ExportPlan)
#include "tst_ExportPlan.moc"
