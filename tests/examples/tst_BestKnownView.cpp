// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SystemClock.h"
#include "core/factions/FactionCatalogue.h"
#include "tests/examples/BestKnownView.h"
#include "ui/common/FrameSource.h"

#include <QLabel>
#include <QTest>

using namespace inspector;

namespace {

WorldState worldOf(const std::vector<std::pair<std::string, double>> &fames)
{
    WorldState world;
    world.change<FactionSlice>([&](FactionState &state) {
        for (const auto &[id, fame] : fames) {
            FactionRecord record;
            record.id = id;
            record.fame = fame;
            state.byId.set(id, record);
        }
    });
    return world;
}

} // namespace

using Fames = std::vector<std::pair<std::string, double>>;
Q_DECLARE_METATYPE(Fames)

/// docs/adding-a-view.md
class tst_BestKnownView : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheBestKnown_data()
    {
        QTest::addColumn<Fames>("fames");
        QTest::addColumn<QString>("text");

        QTest::addRow("none") << Fames{} << QString();
        QTest::addRow("one") << Fames{{"vanguard_prime", 3}} << QStringLiteral("Vanguard Prime, fame 3");
        QTest::addRow("the last") << Fames{{"vanguard_prime", 3}, {"wraith_network", 34.5}}
                                  << QStringLiteral("The Wraith Network, fame 34.5");
        QTest::addRow("two as well as each other") << Fames{{"wraith_network", 3}, {"vanguard_prime", 3}}
                                                   << QStringLiteral("The Wraith Network, fame 3");
        QTest::addRow("one that no catalogue has") << Fames{{"gulls", 3}} << QStringLiteral("gulls, fame 3");
    }

    void tellsTheBestKnown()
    {
        QFETCH(Fames, fames);
        QFETCH(QString, text);
        QCOMPARE(bestKnown(worldOf(fames), FactionCatalogue::builtIn()), text);
    }

    void followsTheCursor()
    {
        const SystemClock clock;
        const FactionCatalogue catalogue = FactionCatalogue::builtIn();
        FrameSource source(clock, catalogue);
        BestKnownView view(source);
        view.show();
        const auto *label = view.findChild<QLabel *>();
        source.engine().open({SessionSource::Kind::Demo, {}, "harbour", 1});
        QVERIFY(
            QTest::qWaitFor([&] { return source.frame().phase == InspectorFrame::Phase::Ready; }, 60'000));
        QCOMPARE(label->text(), QString());

        source.engine().setCursor(source.frame().size());
        QVERIFY(QTest::qWaitFor([&] { return source.frame().cursor == source.frame().size(); }, 60'000));
        QCOMPARE(label->text(), bestKnown(source.frame().state.world, catalogue));
        QVERIFY(!label->text().isEmpty());
    }
};

QTEST_MAIN(tst_BestKnownView)
#include "tst_BestKnownView.moc"
