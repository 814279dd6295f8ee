// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/FactionPlot.h"
#include "tests/support/SvgChecks.h"
#include "tests/support/TestTexts.h"

#include <QObject>
#include <QTest>

using namespace inspector;

namespace {

SessionTracks twoFactions()
{
    SessionTracks tracks;
    tracks.firstTime = 1000;
    tracks.lastTime = 61'000;
    FactionTrack wraith;
    wraith.reputation.push_back({1, 1000, 10, 20, true, false});
    wraith.reputation.push_back({3, 31'000, 50, 20, true, false});
    wraith.attitudes.push_back({2, 1000, pooled("neutral")});
    wraith.attitudes.push_back({3, 31'000, pooled("hostile")});
    tracks.factions.set("wraith_network", wraith);
    FactionTrack unknown;
    unknown.reputation.push_back({4, 41'000, 5, 0, true, false});
    unknown.reputation.push_back({5, 51'000, 0, 0, false, false});
    unknown.attitudes.push_back({4, 41'000, pooled("<odd>")});
    tracks.factions.set("<b>&", unknown);
    tracks.gaps.push_back({6, 21'000, 10'000, "the page & its game"});
    tracks.markers.push_back({2, 11'000, 0, "\"here\""});
    return tracks;
}

} // namespace

class tst_FactionPlot : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatBecameOfEach()
    {
        const std::string svg = factionPlot(twoFactions(), FactionCatalogue::builtIn());
        const SvgContent content(svg);
        QCOMPARE(content.mistake, QByteArray());
        const QMap<QByteArray, int> expected{{"svg", 1}, {"line.tick", 6}, {"text.time", 6}, {"text.name", 2},
            {"text.value", 1}, {"rect.ground neutral", 1}, {"rect.strip neutral", 1},
            {"text.attitude neutral", 1}, {"rect.ground hostile", 1}, {"rect.strip hostile", 1},
            {"text.attitude hostile", 1}, {"rect.ground other", 1}, {"rect.strip other", 1},
            {"text.attitude other", 1}, {"path.fame", 2}, {"path.infamy", 2}, {"line.base", 2},
            {"rect.gap", 1}, {"line.marker", 1}, {"title", 2}};
        QCOMPARE(content.counts, expected);
        for (const char *text : {"The Wraith Network", "fame 50 infamy 20", "<b>&", "– neutral", "▼ hostile",
                 "<odd>", "Not recorded: the page & its game", "\"here\"", "00:00:30"})
            QVERIFY2(content.texts.contains(text), text);
        // Fame 10 to 50 of 100 in the middle; 38 units are for all of it, above a foot of 6.
        QVERIFY2(svg.find("class=\"fame\" d=\"M190 54.2H575V39H960\"") != std::string::npos, svg.c_str());
        // A reset interrupts the line.
        QVERIFY2(svg.find("H831.7\"") != std::string::npos, svg.c_str());
    }

    void manyPointsMakeNoLargePicture()
    {
        SessionTracks tracks;
        tracks.lastTime = 1e6;
        FactionTrack track;
        constexpr int points = 200'000;
        for (int i = 0; i < points; ++i) {
            track.reputation.push_back(
                {static_cast<std::uint64_t>(i), i * 5.0, i % 100 * 1.0, 0, true, false});
            track.attitudes.push_back(
                {static_cast<std::uint64_t>(i), i * 5.0, pooled(i % 2 == 0 ? "hostile" : "allied")});
        }
        tracks.factions.set("a", track);
        const std::string svg = factionPlot(tracks, FactionCatalogue::builtIn());
        QVERIFY2(svg.size() < 300'000, QByteArray::number(qulonglong(svg.size())).constData());
        QCOMPARE(SvgContent(svg).mistake, QByteArray());
    }

    void aClockThatIsOffByFarMakesAPictureAllTheSame()
    {
        SessionTracks tracks = twoFactions();
        tracks.firstTime = -1.7e308;
        tracks.lastTime = 1.7e308;
        const std::string svg = factionPlot(tracks, FactionCatalogue::builtIn());
        QCOMPARE(SvgContent(svg).mistake, QByteArray());
        QVERIFY(svg.size() < 10'000);
        QVERIFY2(svg.find("null") == std::string::npos, svg.c_str()); // as numbers that are none are written
    }

    void eachLaneHasItsOwnScale()
    {
        SessionTracks tracks = twoFactions();
        const std::string path = "class=\"fame\" d=\"M190 54.2H575V39H960\"";
        FactionTrack great;
        great.reputation.push_back({7, 51'000, 5000, 0, true, false});
        tracks.factions.set("vanguard_prime", great); // stands above it
        QVERIFY(factionPlot(twoFactions(), FactionCatalogue::builtIn()).find(path) != std::string::npos);
        const std::string svg = factionPlot(tracks, FactionCatalogue::builtIn());
        // The same line, one lane of 64 further down.
        QVERIFY2(svg.find("class=\"fame\" d=\"M190 118.2H575V103H960\"") != std::string::npos, svg.c_str());
    }

    void laneByLaneUpToAFew()
    {
        SessionTracks tracks;
        tracks.lastTime = 10;
        for (int i = 0; i < 30; ++i)
            tracks.factions.set("f" + std::to_string(i), FactionTrack());
        const std::string svg = factionPlot(tracks, FactionCatalogue::builtIn(), 5);
        QVERIFY(svg.ends_with("</svg>\n<p>… and 25 factions more.</p>\n"));
        QCOMPARE(SvgContent(svg.substr(0, svg.find("<p>"))).counts.value("text.name"), 5);
    }

    void withoutFactionsThereIsNone()
    {
        QCOMPARE(factionPlot({}, FactionCatalogue::builtIn()), std::string());
    }
};

QTEST_APPLESS_MAIN(tst_FactionPlot)
#include "tst_FactionPlot.moc"
