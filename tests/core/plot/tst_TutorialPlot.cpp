// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plot/TutorialPlot.h"
#include "tests/support/SvgChecks.h"
#include "tests/support/TestTexts.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_TutorialPlot : public QObject
{
    Q_OBJECT

private slots:
    void eachStepSaysHowItEnded()
    {
        using End = TutorialTrack::Step::End;
        SessionTracks tracks;
        tracks.lastTime = 60'000;
        tracks.tutorial.steps.push_back(
            {1, 0, pooled("walk"), pooled("Walk <it>"), 0.0, End::Completed, 2, 8000});
        tracks.tutorial.steps.push_back({3, 8000, pooled("ask"), pooled(""), 1.0, End::Skipped, 4, 9000});
        tracks.tutorial.steps.push_back({5, 9000, pooled("wait"), pooled("Wait"), 2.0, End::Left, 6, 39'000});
        tracks.tutorial.steps.push_back({6, 39'000, pooled("go"), pooled("Go"), 3.0, End::Running, 0, 0});
        const SvgContent content(tutorialPlot(tracks));
        QCOMPARE(content.mistake, QByteArray());
        for (const char *kind :
            {"rect.step completed", "rect.step skipped", "rect.step left", "rect.step running"})
            QCOMPARE(content.counts.value(kind), 1);
        for (const char *text :
            {"Walk <it>", "8 s", "ask", "1 s, skipped", "30 s, left", "21 s, still running"})
            QVERIFY2(content.texts.contains(text), content.texts.join('|').constData());
        QCOMPARE(content.counts.value("text.value before"), 1); // at the right there is no room
    }

    void withoutATutorialThereIsNone() { QCOMPARE(tutorialPlot({}), std::string()); }
};

QTEST_APPLESS_MAIN(tst_TutorialPlot)
#include "tst_TutorialPlot.moc"
