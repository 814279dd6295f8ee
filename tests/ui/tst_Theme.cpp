// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/factions/FactionCatalogue.h"
#include "ui/common/DiffModel.h"
#include "ui/common/Icon.h"
#include "ui/common/StyleSheet.h"
#include "ui/common/ThemeController.h"
#include "ui/plot/MatrixCountsItem.h"

#include <QLabel>
#include <QObject>
#include <QTest>

#include <array>

using namespace inspector;

namespace {

constexpr std::array<const char *, 5> attitudes{"hostile", "unfriendly", "neutral", "friendly", "allied"};
constexpr double forText = 4.5;
constexpr double forLines = 3;

/// Of the first pixel that its shape covers wholly.
QColor colorOf(const QIcon &icon)
{
    constexpr int size = 48;
    constexpr int opaque = 255;
    const QImage image = icon.pixmap(size).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor color = image.pixelColor(x, y); color.alpha() == opaque)
                return color;
        }
    }
    return {};
}

/// Of a label with a problem, as the style sheet has it.
QColor problemColor(const Theme &theme)
{
    QLabel label;
    label.setProperty("role", QStringLiteral("problem"));
    label.setStyleSheet(styleSheetOf(theme));
    label.ensurePolished();
    return label.palette().color(label.foregroundRole());
}

/// Of the name of a value in a list of differences.
QColor differenceColor(const Theme &theme, JsonChange::Kind kind)
{
    JsonChange change;
    change.kind = kind;
    DiffModel model;
    model.setTheme(theme);
    model.setChanges({change});
    return model.index(0, DiffModel::Path).data(Qt::ForegroundRole).value<QColor>();
}

} // namespace

class tst_Theme : public QObject
{
    Q_OBJECT

private slots:
    void textIsLegible_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");

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
            for (const char *attitude : attitudes) {
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

    void linesAreLegible_data()
    {
        QTest::addColumn<QColor>("line");
        QTest::addColumn<QColor>("ground");

        for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
            const QByteArray name = theme->isDark ? "dark, " : "light, ";
            const auto add = [&](const char *what, const QColor &line, const char *on, const QColor &ground) {
                QTest::addRow("%s%s on %s", name.constData(), what, on) << line << ground;
            };
            const auto addInLane = [&](const char *what, const QColor &line) {
                add(what, line, "the panel", theme->panel);
                for (const char *attitude : attitudes)
                    add(what, line, attitude, theme->spanTint(theme->attitude(attitude)));
            };
            for (const Faction &faction : FactionCatalogue::builtIn().factions())
                addInLane(faction.id.c_str(), theme->legible(QColor(QString::fromStdString(faction.color))));
            addInLane("the cursor", theme->accent);
            addInLane("the crosshair", theme->mutedLine());
            for (const auto &[on, ground] :
                {std::pair("the panel", theme->panel), std::pair("what is visible", theme->selection)}) {
                add("a bar", theme->mutedLine(), on, ground);
                add("a bar of changes", theme->accent, on, ground);
                add("a marker", theme->unfriendly, on, ground);
            }
            for (const auto &[on, ground] : {std::pair("the panel", theme->panel),
                     std::pair("a button", theme->raised), std::pair("a chosen row", theme->selection)}) {
                add("a problem's icon", colorOf(iconOf(IconShape::Problem, *theme)), on, ground);
                add("a check", colorOf(iconOf(IconShape::Check, *theme)), on, ground);
                add("a cross", colorOf(iconOf(IconShape::Cross, *theme)), on, ground);
                add("an icon of a command", colorOf(iconOf(IconShape::Play, *theme)), on, ground);
            }
        }
    }

    void linesAreLegible()
    {
        QFETCH(QColor, line);
        QFETCH(QColor, ground);

        QVERIFY(line.isValid());
        const double contrast = contrastOf(line, ground);
        QVERIFY2(contrast >= forLines, qPrintable(QString::number(contrast)));
    }

    void textOfWidgetsIsLegible_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");

        for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
            const char *name = theme->isDark ? "dark" : "light";
            for (const auto &[on, ground] : {std::pair("the window", theme->window),
                     std::pair("the panel", theme->panel), std::pair("a raised surface", theme->raised)})
                QTest::addRow("%s, a problem on %s", name, on) << problemColor(*theme) << ground;
            using Kind = JsonChange::Kind;
            for (const auto &[on, ground] :
                {std::pair("the panel", theme->panel), std::pair("a chosen row", theme->selection)}) {
                for (const auto &[what, kind] : {std::pair("added", Kind::Added),
                         std::pair("removed", Kind::Removed), std::pair("changed", Kind::Changed)})
                    QTest::addRow("%s, what is %s on %s", name, what, on)
                        << differenceColor(*theme, kind) << ground;
            }
        }
    }

    void textOfWidgetsIsLegible()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);

        QVERIFY(text.isValid());
        const double contrast = contrastOf(text, ground);
        QVERIFY2(contrast >= forText, qPrintable(QString::number(contrast)));
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
