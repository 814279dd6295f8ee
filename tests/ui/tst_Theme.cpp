// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/FactionCatalogue.h"
#include "ui/common/Theme.h"

#include <QObject>
#include <QTest>

using namespace inspector;

class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void textIsLegible_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        constexpr double forText = 4.5;
        constexpr double forLines = 3;

        for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
            const QByteArray name = theme->isDark ? "dark, " : "light, ";
            const auto add = [&](const char *what, const QColor &text, const QColor &ground, double least) {
                QTest::addRow("%s%s", name.constData(), what) << text << ground << least;
            };
            for (const QColor &ground : {theme->window, theme->panel, theme->raised, theme->selection}) {
                const QByteArray on = " on " + ground.name().toLatin1();
                add(QByteArray("text" + on).constData(), theme->text, ground, forText);
                add(QByteArray("secondary" + on).constData(), theme->secondary, ground, forText);
            }
            add("accent", theme->accent, theme->panel, forText);
            add("the primary button", theme->onAccent, theme->accent, forText);
            for (const char *attitude : {"hostile", "unfriendly", "neutral", "friendly", "allied"}) {
                const QColor color = theme->attitude(attitude);
                add(QByteArray(attitude).append(" as a line").constData(), color, theme->panel, forLines);
                for (const double share : {0.0, 0.09, 0.18}) {
                    const QColor ground = theme->tint(color, share);
                    const QByteArray on = QByteArray(attitude) + " on " + QByteArray::number(share);
                    add(on.constData(), theme->readable(color, ground), ground, forText);
                }
            }
            for (const Faction &faction : FactionCatalogue::builtIn().factions())
                add(faction.id.c_str(), theme->legible(QColor(QString::fromStdString(faction.color))),
                    theme->panel, forLines);
        }
    }

    void textIsLegible()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QFETCH(double, least);

        const double contrast = contrastOf(text, ground);
        QVERIFY2(contrast >= least, qPrintable(QString::number(contrast)));
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastOf(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
    }
};

QTEST_APPLESS_MAIN(tst_Theme)
#include "tst_Theme.moc"
