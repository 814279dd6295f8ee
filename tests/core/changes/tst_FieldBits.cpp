// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/changes/FieldTrace.h"
#include "core/state/WorldState.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// The paths of the bits, one behind the other.
template <Described T>
QByteArray shownFields(FieldMask mask)
{
    QByteArray text;
    for (const FieldLeaf &leaf : fieldLeaves<T>()) {
        if ((mask & 1U) != 0) {
            for (const std::string &part : leaf.path)
                text += (text.isEmpty() || text.endsWith(' ') ? "" : ".") + QByteArray::fromStdString(part);
            text += ' ';
        }
        mask >>= 1U;
    }
    return text.trimmed();
}

Shared<AttitudeChange> changeTo(const char *attitude)
{
    AttitudeChange change;
    change.newAttitude = attitude;
    return change;
}

FactionRecord record()
{
    FactionRecord faction;
    faction.id = "x";
    faction.fame = 3;
    faction.lastAttitudeChange = changeTo("hostile");
    faction.attitudeHistory.push_back(*faction.lastAttitudeChange);
    return faction;
}

} // namespace

class tst_FieldBits : public QObject
{
    Q_OBJECT

private slots:
    void everyValueHasABit()
    {
        QCOMPARE(shownFields<FactionRecord>(allFields<FactionRecord>),
            QByteArray("id fame infamy attitude lastDelta.fame lastDelta.infamy lastReason updatedAt "
                       "lastAttitudeChange.factionId lastAttitudeChange.factionName "
                       "lastAttitudeChange.newAttitude lastAttitudeChange.oldAttitude "
                       "lastAttitudeChange.cascade lastAttitudeChange.sourceFactionId "
                       "lastAttitudeChange.sourceFactionName lastAttitudeChange.occurredAt attitudeHistory "
                       "lastCascade.sourceFactionId lastCascade.sourceFactionName lastCascade.occurredAt "
                       "lastCascade.newAttitude cascadeCount cascadeSources"));
        QVERIFY(!shownFields<FactionState>(allFields<FactionState>).contains("byId"));
        QVERIFY(
            shownFields<TutorialState>(allFields<TutorialState>).contains("currentPrompt.controlHint.keys"));
    }

    void whatChanged_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("expected");

        QTest::addRow("nothing") << QByteArray() << QByteArray();
        QTest::addRow("a number") << QByteArray("fame") << QByteArray("fame");
        QTest::addRow("within a struct") << QByteArray("delta") << QByteArray("lastDelta.infamy");
        QTest::addRow("within a shared struct")
            << QByteArray("attitude")
            << QByteArray("attitude lastAttitudeChange.newAttitude attitudeHistory");
        QTest::addRow("a struct that came")
            << QByteArray("cascade")
            << QByteArray("lastCascade.sourceFactionId lastCascade.sourceFactionName lastCascade.occurredAt "
                          "lastCascade.newAttitude cascadeSources");
    }

    void whatChanged()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, expected);
        const FactionRecord before = record();
        FactionRecord after = before;
        if (what == "fame")
            after.fame = 4;
        else if (what == "delta")
            after.lastDelta.infamy = -1;
        else if (what == "attitude") {
            after.attitude = "allied";
            after.lastAttitudeChange = changeTo("allied");
            after.attitudeHistory.push_back(*after.lastAttitudeChange);
        } else if (what == "cascade") {
            after.lastCascade = Shared<ReceivedCascade>();
            after.cascadeSources.push_back("y");
        }

        QCOMPARE(shownFields<FactionRecord>(changedFields(before, after)), expected);
        FieldTrace<FactionRecord> trace;
        trace.take(before);
        QCOMPARE(shownFields<FactionRecord>(trace.changed(after)), expected);
    }

    void aListThatIsFullChangesToo()
    {
        FactionRecord before = record();
        FieldTrace<FactionRecord> trace;
        trace.take(before);

        before.attitudeHistory.push_back(changeTo("neutral"));
        before.attitudeHistory.keepNewest(1);

        QCOMPARE(shownFields<FactionRecord>(trace.changed(before)), QByteArray("attitudeHistory"));
    }
};

QTEST_APPLESS_MAIN(tst_FieldBits)
#include "tst_FieldBits.moc"
