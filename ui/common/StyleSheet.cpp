// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/StyleSheet.h"

#include "ui/common/Theme.h"
#include "ui/common/Typography.h"

#include <QHash>

namespace inspector {

namespace {

// @name stands for a colour of the theme or a size.
constexpr const char *sheet = R"(
QMainWindow, QDialog { background: @window; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMenuBar { background: @window; border-bottom: 1px solid @line; padding: 0 @unit; }
QMenuBar::item { padding: @unit @unit2; background: transparent; color: @secondary; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @selection; color: @text; border-radius: @unit; }
QMenu { background: @raised; border: 1px solid @line; padding: @unit 0; }
QMenu::item { padding: @unit @unit6 @unit @unit5; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: @unit 0; }
QStatusBar { background: @panel; border-top: 1px solid @line; color: @secondary; }
QStatusBar::item { border: none; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: @unit; }
QPushButton, QToolButton, QComboBox { background: @raised; color: @text; border: 1px solid @line; border-radius: @radius;
    padding: 0 @unit2; min-height: @control; }
QToolButton[role="plain"] { border: 1px solid transparent; background: transparent; padding: 0 @unit; min-height: 0; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { background: @selection; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: @selection; border-color: @accent; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled { color: @muted; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QPlainTextEdit[role="field"]:focus { border: 1px solid @accent; }
QToolButton:checked:focus { border-color: @text; }
QPushButton[role="primary"], QToolButton[role="primary"] { background: @accent; color: @onAccent; border-color: @accent;
    font-weight: 600; padding: 0 @unit4; }
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover, QPushButton[role="primary"]:focus,
QToolButton[role="primary"]:focus { border-color: @text; }
QPushButton[role="primary"]:disabled { background: @raised; color: @muted; border-color: @line; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: @accent;
    padding: 0 @unit 0 0; text-align: left; }
QPushButton[role="link"]:focus { border-color: @accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QComboBox::drop-down { border: none; width: @unit4; margin-right: @unit; }
QComboBox::down-arrow { width: 0; height: 0; border: @unit solid @raised; border-top-color: @secondary;
    border-bottom-width: 0; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus { background: @raised; border: 1px solid @line;
    selection-background-color: @selection; selection-color: @text; }
QLineEdit, QSpinBox, QDoubleSpinBox { background: @panel; color: @text; border: 1px solid @line; border-radius: @radius;
    padding: 0 @unit2; min-height: @control; selection-background-color: @accent; selection-color: @onAccent; }
QAbstractScrollArea { border: none; }
QPlainTextEdit, QTextBrowser { background: @panel; color: @text; border: 1px solid @panel;
    selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit[role="field"] { border: 1px solid @line; border-radius: @radius; padding: @unit; }
QCheckBox, QRadioButton { spacing: @unit2; }
QRadioButton { padding: 0 3px; }
QCheckBox:focus, QRadioButton:focus { outline: 1px solid @accent; outline-radius: @unit; }
QPushButton:focus, QTabBar:focus { outline: none; }
QRadioButton::indicator { width: @unit25; height: @unit25; border: 1px solid @secondary; border-radius: @dot;
    background: @panel; }
QRadioButton::indicator:checked { border: 3px solid @accent; width: @unit15; height: @unit15; border-radius: @dot; }
QTabBar { background: @panel; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @secondary; border: 1px solid transparent;
    border-bottom: 2px solid transparent; padding: @tabTop @tabSide @unit15 @tabSide; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { border-color: @accent; }
inspector--TransportBar { border: 1px solid transparent; border-radius: @radius; }
inspector--TransportBar:focus { border-color: @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTableView, QTreeView, QListView { background: @panel; alternate-background-color: @panel;
    border: 1px solid @panel; gridline-color: @line; selection-background-color: @selection;
    selection-color: @text; outline: none; }
QTableView:focus, QTreeView:focus, QListView:focus, QPlainTextEdit:focus,
QTextBrowser:focus { border-color: @accent; }
QTableView::item, QTreeView::item, QListView::item { padding: 0 @unit; border: none; }
QTreeView::item { padding: @unit075 @unit; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: @raised; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @selection; color: @text; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @secondary; border: none; border-bottom: 1px solid @line;
    padding: @unit; font-weight: 400; }
QScrollBar:vertical { background: transparent; width: @unit25; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @unit25; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: @unit; min-height: @unit6; min-width: @unit6; margin: 1px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QProgressBar { background: @line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QFrame[role="panel"], QWidget[role="panel"] { background: @panel; }
QFrame[role="card"] { background: @panel; border: 1px solid @line; border-radius: @radius; }
QFrame[role="hairline"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="banner"] { background: @raised; border: none; border-left: 3px solid @unfriendly; }
QLabel[role="caption"], QLabel[role="secondary"] { color: @secondary; }
QLabel[role="key"] { background: @raised; border: 1px solid @line; border-radius: @unit; padding: 1px @unit15; }
QPlainTextEdit[role="quiet"] { color: @secondary; }
QLabel[role="problem"] { color: @problem; }
)";

/// `less` pixels are those of a border.
QString pixels(double units, int less = 0)
{
    return QString::number(qRound(units * typography::unit()) - less) + QStringLiteral("px");
}

/// On any surface that a message may stand on.
QColor problemOf(const Theme &theme)
{
    QColor color = theme.hostile;
    for (const QColor &ground : {theme.window, theme.panel, theme.raised})
        color = theme.readable(color, ground);
    return color;
}

} // namespace

QString styleSheetOf(const Theme &theme)
{
    QColor scroll = theme.muted;
    scroll.setAlphaF(0.55F);
    const QHash<QString, QString> values{{QStringLiteral("window"), theme.window.name()},
        {QStringLiteral("panel"), theme.panel.name()}, {QStringLiteral("raised"), theme.raised.name()},
        {QStringLiteral("line"), theme.line.name()}, {QStringLiteral("selection"), theme.selection.name()},
        {QStringLiteral("text"), theme.text.name()}, {QStringLiteral("secondary"), theme.secondary.name()},
        {QStringLiteral("muted"), theme.muted.name()}, {QStringLiteral("accent"), theme.accent.name()},
        {QStringLiteral("onAccent"), theme.onAccent.name()},
        {QStringLiteral("unfriendly"), theme.unfriendly.name()},
        {QStringLiteral("problem"), problemOf(theme).name()},
        {QStringLiteral("scroll"), scroll.name(QColor::HexArgb)}, {QStringLiteral("unit"), pixels(1)},
        {QStringLiteral("unit075"), pixels(0.75)}, {QStringLiteral("unit15"), pixels(1.5)},
        {QStringLiteral("dot"),
            QString::number((qRound(2.5 * typography::unit()) + 2) / 2) + QStringLiteral("px")},
        {QStringLiteral("unit2"), pixels(2)}, {QStringLiteral("unit25"), pixels(2.5)},
        {QStringLiteral("unit4"), pixels(4)}, {QStringLiteral("unit5"), pixels(5)},
        {QStringLiteral("tabTop"), pixels(2, 1)}, {QStringLiteral("tabSide"), pixels(4, 1)},
        {QStringLiteral("unit6"), pixels(6)}, {QStringLiteral("radius"), pixels(1.5)},
        {QStringLiteral("control"), QString::number(typography::controlHeight() - 2) + QStringLiteral("px")}};
    QString text;
    const QString all = QString::fromLatin1(sheet);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] != QLatin1Char('@')) {
            text += all[i];
            continue;
        }
        QString name;
        while (i + 1 < all.size() && all[i + 1].isLetterOrNumber())
            name += all[++i];
        Q_ASSERT(values.contains(name));
        text += values.value(name);
    }
    return text;
}

} // namespace inspector
