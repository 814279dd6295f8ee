// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/FactionCatalogue.h"
#include "ui/common/ThemeController.h"
#include "ui/plot/MatrixCountsItem.h"

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
                for (const double share : {0.0, 0.09, 0.16, 0.18}) {
                    const QColor ground = theme->tint(color, share);
                    const QByteArray on = QByteArray(attitude) + " on " + QByteArray::number(share);
                    add(on.constData(), theme->readable(color, ground), ground, forText);
                }
            }
            for (int tenths = 0; tenths <= 10; ++tenths) {
                const QColor cell = MatrixCountsItem::shade(*theme, tenths / 10.0);
                add(QByteArray("a count on " + QByteArray::number(tenths) + " tenths").constData(),
                    theme->readable(theme->text, cell), cell, forText);
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

    void theDesktopIsFollowedWhereNothingElseIsChosen()
    {
        using Scheme = DesktopColorScheme::Scheme;
        using Mode = ThemeController::Mode;
        ThemeController theme;
        const bool byPalette = theme.theme().isDark;

        theme.setDesktopScheme(Scheme::Dark);
        QVERIFY(theme.theme().isDark);
        theme.setDesktopScheme(Scheme::Light);
        QVERIFY(!theme.theme().isDark);
        theme.setDesktopScheme(Scheme::Any);
        QCOMPARE(theme.theme().isDark, byPalette);
        theme.setMode(Mode::Dark);
        theme.setDesktopScheme(Scheme::Light);
        QVERIFY(theme.theme().isDark);
        theme.setMode(Mode::System);
        QVERIFY(!theme.theme().isDark);
    }

    void thePortalsNumbers_data()
    {
        QTest::addColumn<uint>("number");
        QTest::addColumn<DesktopColorScheme::Scheme>("scheme");

        QTest::addRow("no preference") << 0U << DesktopColorScheme::Scheme::Any;
        QTest::addRow("dark") << 1U << DesktopColorScheme::Scheme::Dark;
        QTest::addRow("light") << 2U << DesktopColorScheme::Scheme::Light;
        QTest::addRow("one of the future") << 3U << DesktopColorScheme::Scheme::Any;
    }

    void thePortalsNumbers()
    {
        QFETCH(uint, number);
        QFETCH(DesktopColorScheme::Scheme, scheme);

        QCOMPARE(DesktopColorScheme::schemeOf(number), scheme);
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_Theme.moc"
