// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/AlignedComparison.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// Words stand for records, `a:30:5` for the reputation of a faction, `a` for its attitude, `-` for a
/// snapshot without factions.
QByteArray sessionOf(const QByteArray &words)
{
    QByteArray text = "{'type':'event','timestamp':1000,'event':'game:started','payload':{}}\n";
    for (const QByteArray &word : words.split(' ')) {
        const QByteArrayList parts = word.split(':');
        if (parts.size() == 3)
            text += "{'type':'event','timestamp':2000,'event':'reputation:changed','payload':{'factionId':'" +
                    parts[0] + "','newFame':" + parts[1] + ",'newInfamy':" + parts[2] + "}}\n";
        else if (word == "-")
            text += "{'type':'snapshot','timestamp':2000,'snapshot':{'factions':{'byId':{}}}}\n";
        else if (!word.isEmpty())
            text += "{'type':'event','timestamp':2000,'event':'faction:attitude_changed','payload':"
                    "{'factionId':'" +
                    word + "','newAttitude':'friendly'}}\n";
    }
    return text.replace('\'', '"');
}

/// The rows of fame and infamy, in a line each.
QByteArrayList rowsOf(const QByteArray &base, const QByteArray &head)
{
    const auto comparison =
        AlignedComparison::between(SessionInput::fromText("base", sessionOf(base).toStdString()),
            SessionInput::fromText("head", sessionOf(head).toStdString()),
            {{}, FactionCatalogue::builtIn(), {}}, {SessionAlignment::Choice::By::Events}, {});
    QByteArrayList rows;
    for (const VerdictRow &row : comparison.value().verdict) {
        if (row.kind == VerdictRow::Kind::Reputation)
            rows << QByteArray::fromStdString(
                        row.subject + " | " + row.base + " | " + row.head + " | " + row.difference + " | ") +
                        QByteArray::number(row.effect) + " | " +
                        QByteArray::number(qulonglong(row.baseRecord)) + ' ' +
                        QByteArray::number(qulonglong(row.headRecord));
    }
    return rows;
}

} // namespace

class tst_SessionVerdict : public QObject
{
    Q_OBJECT

private slots:
    void fameAndInfamyAtTheEnd_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArrayList>("rows");
        const auto row = [](const char *name, const char *base, const char *head,
                             const QByteArrayList &rows) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(head) << rows;
        };
        row("nothing", "", "", {});
        row("the same", "a:30:5", "a:30:5", {});
        row("only on the way", "a:10:0 a:30:5", "a:20:9 a:30:5", {});
        row("another fame", "a:30:5", "a:40:5", {"a ends with fame | 30 | 40 | +10 | 0.1 | 2 2"});
        row("both", "a:30:5", "b:1:1 a:40:0 b:2:2",
            {"b ends with fame and infamy |  | 2 and 2 | only in the head | 1 | 0 4",
                "a ends with fame | 30 | 40 | +10 | 0.1 | 2 3",
                "a ends with infamy | 5 | 0 | -5 | 0.05 | 2 3"});
        row("only in the base", "a:30:5", "",
            {"a ends with fame and infamy | 30 and 5 |  | only in the base | 1 | 2 0"});
        row("only in the head", "", "a:30:0",
            {"a ends with fame and infamy |  | 30 and 0 | only in the head | 1 | 0 2"});
        row("nothing is known any more", "a:30:5", "a:30:5 -",
            {"a ends with fame and infamy | 30 and 5 |  | only in the base | 1 | 2 0"});
        row("the head tells of its attitude only", "a:30:5", "a",
            {"a ends with fame and infamy | 30 and 5 |  | only in the base | 1 | 2 0"});
    }

    void fameAndInfamyAtTheEnd()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArrayList, rows);

        QCOMPARE(rowsOf(base, head), rows);
    }
};

QTEST_APPLESS_MAIN(tst_SessionVerdict)
#include "tst_SessionVerdict.moc"
