// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/AttitudePath.h"

#include <QObject>
#include <QTest>

#include <random>

using namespace inspector;

namespace {

const Faction &vanguard()
{
    return *FactionCatalogue::builtIn().find("vanguard_prime");
}

/// The rule as the game's documents tell it, written down once more.
std::string_view byHand(double fame, double infamy)
{
    if (fame >= 80 && infamy <= 0)
        return "allied";
    if (fame >= 50 && infamy <= 10)
        return "friendly";
    if (fame >= 20 && infamy <= 20)
        return "neutral";
    if (fame >= 10 && infamy <= 30)
        return "unfriendly";
    return "hostile";
}

/// Random values, with a reset now and then.
FactionTrack randomTrack(std::uint32_t seed)
{
    std::mt19937 random(seed);
    FactionTrack track;
    for (std::uint64_t number = 1; number <= 300; ++number) {
        const bool isKnown = random() % 40 != 0;
        const double fame = isKnown ? random() % 101 : 0;
        const double infamy = isKnown ? random() % 41 : 0;
        track.reputation.push_back({3 * number, static_cast<double>(number), fame, infamy, isKnown, false});
    }
    return track;
}

} // namespace

class tst_AttitudePath : public QObject
{
    Q_OBJECT

private slots:
    void isWhatOneWouldWriteDownByHand_data()
    {
        QTest::addColumn<quint32>("seed");

        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void isWhatOneWouldWriteDownByHand()
    {
        QFETCH(quint32, seed);
        const FactionTrack track = randomTrack(seed);
        for (const auto &[last, most] : std::initializer_list<std::pair<std::uint64_t, std::size_t>>{
                 {900, 1000}, {900, 7}, {451, 1000}, {3, 5}, {2, 5}}) {
            AttitudePath expected;
            for (const FactionTrack::Reputation &value : track.reputation) {
                if (value.number > last)
                    break;
                if (!value.isKnown) {
                    expected.points.clear();
                    continue;
                }
                const std::string_view attitude = byHand(value.fame, value.infamy);
                const bool isFlip = !expected.points.empty() && expected.points.back().attitude != attitude;
                expected.points.push_back(
                    {value.number, value.at, value.fame, value.infamy, attitude, isFlip});
            }
            if (expected.points.size() > most) {
                expected.left = expected.points.size() - most;
                expected.points.erase(
                    expected.points.begin(), expected.points.end() - static_cast<std::ptrdiff_t>(most));
            }

            QVERIFY(attitudePath(track, vanguard(), last, most) == expected);
        }
    }

    void thePlaneIsTheRule()
    {
        constexpr int side = 101;
        const std::vector<int> ranks = attitudePlane(vanguard(), 0, 100, side);

        std::vector<int> expected;
        for (int infamy = 0; infamy < side; ++infamy) {
            for (int fame = 0; fame < side; ++fame)
                expected.push_back(attitudeRank(byHand(fame, infamy)));
        }
        QVERIFY(ranks == expected);
    }
};

QTEST_APPLESS_MAIN(tst_AttitudePath)
#include "tst_AttitudePath.moc"
