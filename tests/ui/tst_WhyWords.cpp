// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimelineReader.h"
#include "tests/support/LoadedSession.h"
#include "ui/inspector/WhyWords.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

/// An event of Vanguard Prime with these members beside the faction's.
QByteArray reputation(const QByteArray &members)
{
    return "{'type':'event','timestamp':1,'event':'reputation:changed','payload':{'factionId':'vanguard_"
           "prime'," +
           members + "}}\n";
}

const QByteArray cascade =
    "{'type':'event','timestamp':2,'event':'faction:attitude_changed','payload':{'factionId':'wraith_network'"
    ","
    "'oldAttitude':'neutral','newAttitude':'hostile','cascade':true,'source':'vanguard_prime'}}\n";

} // namespace

/// What is said of a cascade's origin.
class tst_WhyWords : public QObject
{
    Q_OBJECT

private slots:
    void gain_data()
    {
        QTest::addColumn<QByteArray>("events"); // before the cascade
        QTest::addColumn<QString>("gain");

        const QByteArray known = reputation("'newFame':35,'newInfamy':5");
        QTest::addRow("what the event says")
            << reputation("'newFame':80,'deltaFame':45,'deltaInfamy':0") << "+45 fame";
        QTest::addRow("what the event says, against what is known")
            << QByteArray(known + reputation("'newFame':80,'deltaFame':40,'newInfamy':5")) << "+40 fame";
        QTest::addRow("what is known, where it says nothing")
            << QByteArray(known + reputation("'newFame':80,'newInfamy':2,'reason':'escort'"))
            << "+45 fame, -3 infamy, escort";
        QTest::addRow("nothing that is known")
            << reputation("'newFame':80,'newInfamy':5") << "fame 80, infamy 5";
        QTest::addRow("an attitude alone")
            << QByteArray("{'type':'event','timestamp':1,'event':'faction:attitude_changed','payload':{"
                          "'factionId':'vanguard_prime','newAttitude':'friendly'}}\n" +
                          reputation("'newFame':80,'newInfamy':5"))
            << "fame 80, infamy 5";
    }

    void gain()
    {
        QFETCH(QByteArray, events);
        QFETCH(QString, gain);
        const auto loader = loadedSession(events + cascade);
        QVERIFY(loader);
        TimelineReader reader(loader->timeline());
        const ValuePath path{"factions", "byId", "wraith_network", "attitude"};

        const ValueHistory history = historyOf(reader, loader->changes(), path, loader->timeline().size(), 1);

        QCOMPARE(whyWords(history, FactionCatalogue::builtIn()).section(QStringLiteral("cascade from "), 1),
            QStringLiteral("Vanguard Prime (%1)").arg(gain));
    }
};

QTEST_APPLESS_MAIN(tst_WhyWords)
#include "tst_WhyWords.moc"
