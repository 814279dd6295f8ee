// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diff/SessionComparison.h"
#include "tests/support/RandomSession.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

SessionInput input(QByteArray text)
{
    return SessionInput::fromText("x", text.replace('\'', '"').toStdString());
}

QByteArray told(int number, int fame, int timestamp)
{
    return QByteArray("{'type':'event','timestamp':" + QByteArray::number(timestamp) +
                      ",'event':'reputation:changed','payload':{'factionId':'f" + QByteArray::number(number) +
                      "','newFame':" + QByteArray::number(fame) + "}}\n");
}

constexpr int kinds = 8;

/// A record of a kind that tells of a value: events of both slices and of none, a snapshot and a marker.
QByteArray ofKind(int kind, int value, int timestamp)
{
    const QByteArray number = QByteArray::number(value);
    const auto event = [&](const QByteArray &name, const QByteArray &payload) {
        return QByteArray("{'type':'event','timestamp':" + QByteArray::number(timestamp) + ",'event':'" +
                          name + "','payload':{" + payload + "}}\n");
    };
    const QByteArray start = "{'timestamp':" + QByteArray::number(timestamp) + ",'type':";
    switch (kind) {
    case 0:
        return told(value % 7, value, timestamp);
    case 1:
        return event("faction:attitude_changed", "'factionId':'f1','newAttitude':'a" + number + "'");
    case 2:
        return event("faction:member_removed", "'factionId':'f1','npcId':'n" + number + "'");
    case 3:
        return event("tutorial:step_started", "'stepId':'s1','title':'T" + number + "'");
    case 4:
        return event("tutorial:step_completed", "'stepId':'s" + number + "'");
    case 5:
        return event("npc:moved", "'to':" + number);
    case 6:
        return start + "'snapshot','snapshot':{'quests':{'q':" + number + "}}}\n";
    default:
        return start + "'marker','label':'m" + number + "'}\n";
    }
}

/// "#3 | #4", "- | #3", or nothing.
QByteArray partedAt(const SessionComparison &comparison)
{
    if (!comparison.divergence)
        return {};
    const auto place = [](const std::optional<SessionRecord> &record) {
        return record ? QByteArray("#" + QByteArray::number(qulonglong(record->number))) : QByteArray("-");
    };
    return place(comparison.divergence->base) + " | " + place(comparison.divergence->head);
}

} // namespace

class tst_SessionComparison : public QObject
{
    Q_OBJECT

private slots:
    void whereTheyPart_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("parted");
        QTest::addColumn<int>("changes");

        const QByteArray session = "{'type':'session','game':'g','startedAt':5}\n";
        const QByteArray three = told(1, 1, 10) + told(2, 2, 20) + told(3, 3, 30);
        QTest::addRow("the same") << three << three << QByteArray() << 0;
        QTest::addRow("other times") << three << QByteArray(told(1, 1, 11) + told(2, 2, 25) + told(3, 3, 37))
                                     << QByteArray() << 0;
        QTest::addRow("a session record more") << three << QByteArray(session + three) << QByteArray() << 0;
        QTest::addRow("another session record") << QByteArray("{'type':'session','game':'h'}\n" + three)
                                                << QByteArray(session + three) << QByteArray() << 0;
        QTest::addRow("the second") << three
                                    << QByteArray(session + told(1, 1, 10) + told(2, 7, 20) + told(3, 3, 30))
                                    << QByteArray("#2 | #3") << 1;
        QTest::addRow("and on to another end")
            << three << QByteArray(told(1, 1, 10) + told(2, 7, 20) + told(3, 5, 30)) << QByteArray("#2 | #2")
            << 2;
        QTest::addRow("the same end, another way")
            << QByteArray(told(1, 1, 10) + told(1, 2, 20)) << QByteArray(told(1, 9, 10) + told(1, 2, 20))
            << QByteArray("#1 | #1") << 0;
        QTest::addRow("one ended") << three << QByteArray(told(1, 1, 10) + told(2, 2, 20))
                                   << QByteArray("#3 | -") << 1;
        QTest::addRow("nothing") << QByteArray() << QByteArray() << QByteArray() << 0;
        QTest::addRow("a state") << three
                                 << QByteArray("{'factions':{'byId':{'f1':{'fame':1},'f2':{'fame':2}}}}")
                                 << QByteArray() << 1;
        QTest::addRow("unknown events count")
            << QByteArray("{'type':'event','timestamp':1,'event':'a:b'}\n")
            << QByteArray("{'type':'event','timestamp':1,'event':'a:c'}\n") << QByteArray("#1 | #1") << 0;
        QTest::addRow("and what they hold")
            << QByteArray("{'type':'event','timestamp':1,'event':'a:b','payload':{'x':1,'doneAt':4}}\n")
            << QByteArray("{'type':'event','timestamp':1,'event':'a:b','payload':{'x':2,'doneAt':5}}\n")
            << QByteArray("#1 | #1") << 0;
    }

    void whereTheyPart()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, parted);
        QFETCH(int, changes);

        const auto comparison = SessionComparison::between(input(base), input(head), {});

        QVERIFY(comparison.has_value());
        QCOMPARE(partedAt(*comparison), parted);
        // A faction that is there in one only also has the time of the slice; times are passed over.
        QCOMPARE(int(comparison->changes.size()), changes);
        QCOMPARE(comparison->isSame(), parted.isEmpty() && changes == 0);
    }

    void ofRandomSessionsThatPartAtARecord()
    {
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            constexpr int records = 60;
            QByteArrayList lines;
            for (int i = 0; i < records; ++i)
                lines << ofKind((i + static_cast<int>(seed)) % kinds, static_cast<int>(seed) + i, i);
            const QByteArray base = lines.join();
            const auto parted = static_cast<qsizetype>(seed) * 2 - 1;
            const auto kind = static_cast<int>((parted + static_cast<qsizetype>(seed)) % kinds);
            lines[parted] = ofKind(kind, 1000, static_cast<int>(parted));
            const auto comparison = SessionComparison::between(input(base), input(lines.join()), {});
            QVERIFY(comparison.has_value());
            const QByteArray place = "#" + QByteArray::number(parted + 1);
            QCOMPARE(partedAt(*comparison), QByteArray(place + " | " + place));
        }
    }

    void aRandomSessionIsTheSameAsItself()
    {
        for (std::uint64_t seed = 1; seed <= 50; ++seed) {
            const std::string text = RandomSession(seed).text(200).toStdString();
            const auto comparison = SessionComparison::between(
                SessionInput::fromText("a", text), SessionInput::fromText("b", text), {{}, {}, {}});
            QVERIFY(comparison.has_value());
            QVERIFY(comparison->isSame());
        }
    }

    void theStateAtARecord()
    {
        const QByteArray text = told(1, 1, 10) + told(1, 5, 20);
        SessionComparison::Options options;
        options.until = *StopPoint::parse("1");

        const auto comparison =
            SessionComparison::between(input(text), input(told(1, 1, 10) + told(1, 9, 20)), options);

        QVERIFY(comparison->isSame());
        QVERIFY(comparison->base.isUntilReached);
        options.until = *StopPoint::parse("tutorial:completed");
        const auto never = SessionComparison::between(input(text), input(text), options);
        QVERIFY(!never->base.isUntilReached);
    }

    void whatCannotBeReadIsNamed()
    {
        const auto comparison = SessionComparison::between(input("[1]"), input(""), {});

        QVERIFY(!comparison);
        QCOMPARE(comparison.error().code, std::string("not_understood"));
        QVERIFY(comparison.error().message.starts_with("x: "));
    }
};

QTEST_APPLESS_MAIN(tst_SessionComparison)
#include "tst_SessionComparison.moc"
