// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mission/ReputationModel.h"

#include <QByteArray>
#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

const Faction &faction(const char *id)
{
    return *FactionCatalogue::builtIn().find(id);
}

/// "faction old>new by source", one after the other.
std::vector<std::string> told(const ReputationModel::Change &change)
{
    std::vector<std::string> lines;
    for (const auto &crossing : change.crossings) {
        std::string line = crossing.faction->id;
        line.append(" ").append(crossing.oldAttitude).append(">").append(crossing.newAttitude);
        if (crossing.source != nullptr)
            line.append(" by ").append(crossing.source->id);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

class tst_ReputationModel : public QObject
{
    Q_OBJECT

private slots:
    void startsWithTheInitialValues()
    {
        const ReputationModel model(FactionCatalogue::builtIn());

        QCOMPARE(model.of(faction("wraith_network")), (Reputation{12, 26}));
    }

    void cascadesOneHop_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<double>("fame");
        QTest::addColumn<double>("infamy");
        QTest::addColumn<QByteArray>("reached");
        QTest::addColumn<double>("reachedFame");
        QTest::addColumn<double>("reachedInfamy");

        QTest::addRow("itself") << QByteArray("vanguard_prime") << 10.0 << 4.0 << QByteArray("vanguard_prime")
                                << 45.0 << 14.0;
        QTest::addRow("ally: half the fame, minus half the infamy")
            << QByteArray("vanguard_prime") << 10.0 << 4.0 << QByteArray("luminari_syndicate") << 33.0
            << 10.0;
        QTest::addRow("enemy: the reverse")
            << QByteArray("vanguard_prime") << 10.0 << 4.0 << QByteArray("wraith_network") << 7.0 << 28.0;
        QTest::addRow("enemy at the limit")
            << QByteArray("vanguard_prime") << 40.0 << 0.0 << QByteArray("wraith_network") << 0.0 << 26.0;
        QTest::addRow("only what was applied goes on") << QByteArray("vanguard_prime") << 0.0 << -40.0
                                                       << QByteArray("luminari_syndicate") << 28.0 << 17.0;
        QTest::addRow("neither ally nor enemy")
            << QByteArray("vanguard_prime") << 10.0 << 4.0 << QByteArray("memory_keepers") << 30.0 << 6.0;
        QTest::addRow("no second hop") << QByteArray("wraith_network") << 10.0 << 0.0
                                       << QByteArray("luminari_syndicate") << 23.0 << 12.0;
    }

    void cascadesOneHop()
    {
        QFETCH(QByteArray, source);
        QFETCH(double, fame);
        QFETCH(double, infamy);
        QFETCH(QByteArray, reached);
        QFETCH(double, reachedFame);
        QFETCH(double, reachedInfamy);
        ReputationModel model(FactionCatalogue::builtIn());

        model.change(faction(source.constData()), {fame, infamy});

        QCOMPARE(model.of(faction(reached.constData())), (Reputation{reachedFame, reachedInfamy}));
    }

    void appliesWithinTheLimits()
    {
        ReputationModel model(FactionCatalogue::builtIn());

        const auto change = model.change(faction("vanguard_prime"), {80, -20});

        QCOMPARE(change.applied, (Reputation{65, -10}));
        QCOMPARE(change.now, (Reputation{100, 0}));
    }

    void tellsWhoseAttitudeChanged()
    {
        ReputationModel model(FactionCatalogue::builtIn());

        QCOMPARE(told(model.change(faction("memory_keepers"), {1, 0})), std::vector<std::string>{});
        QCOMPARE(told(model.change(faction("vanguard_prime"), {-18, 0})),
            (std::vector<std::string>{"vanguard_prime neutral>unfriendly",
                "luminari_syndicate neutral>unfriendly by vanguard_prime",
                "wraith_network hostile>unfriendly by vanguard_prime"}));
    }
};

QTEST_APPLESS_MAIN(tst_ReputationModel)
#include "tst_ReputationModel.moc"
