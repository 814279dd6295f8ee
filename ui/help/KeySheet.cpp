// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/KeySheet.h"

#include "ui/common/Typography.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <memory>

namespace inspector {

namespace {

/// Rows that a group takes: its title, its keys, and the space behind it.
int rowsOf(const KeyGroup &group)
{
    return static_cast<int>(group.keys.size()) + 2;
}

struct Column
{
    QGridLayout *grid;
    int rows;
};

void addGroup(Column &column, const KeyGroup &group, QWidget *parent)
{
    int row = column.grid->rowCount();
    auto *title = new QLabel(group.title, parent);
    title->setFont(typography::strong());
    title->setContentsMargins(0, row > 1 ? 2 * typography::unit() : 0, 0, 0);
    column.grid->addWidget(title, row++, 0, 1, 2);
    for (const auto &[keys, what] : group.keys) {
        auto *key = new QLabel(keys, parent);
        key->setFont(typography::fixed());
        key->setProperty("role", QStringLiteral("secondary"));
        column.grid->addWidget(key, row, 0, Qt::AlignTop | Qt::AlignLeft);
        auto *meaning = new QLabel(what, parent);
        meaning->setFont(typography::table());
        column.grid->addWidget(meaning, row++, 1);
    }
    column.rows += rowsOf(group);
}

/// As few columns as `most` rows in each allow; a group stands in the first one that has room for it.
std::unique_ptr<QWidget> makeColumns(const std::vector<KeyGroup> &groups, int most)
{
    auto sheet = std::make_unique<QWidget>();
    const int unit = typography::unit();
    auto *layout = new QHBoxLayout(sheet.get());
    layout->setContentsMargins(4 * unit, 3 * unit, 4 * unit, 3 * unit);
    layout->setSpacing(6 * unit);
    std::vector<Column> columns;
    for (const KeyGroup &group : groups) {
        auto column = std::find_if(columns.begin(), columns.end(),
            [&](const Column &each) { return each.rows + rowsOf(group) <= most; });
        if (column == columns.end()) {
            auto *upright = new QVBoxLayout;
            auto *grid = new QGridLayout;
            grid->setHorizontalSpacing(3 * unit);
            grid->setVerticalSpacing(unit / 2);
            upright->addLayout(grid);
            upright->addStretch(1);
            layout->addLayout(upright);
            column = columns.insert(columns.end(), {grid, 0});
        }
        addGroup(*column, group, sheet.get());
    }
    return sheet;
}

} // namespace

KeySheet::KeySheet(const std::vector<KeyGroup> &groups, QWidget &window)
    : QFrame(&window, Qt::Popup)
    , m_area(new QScrollArea(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("card"));
    setAccessibleName(tr("Keys"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_area);
    int all = 0;
    for (const KeyGroup &group : groups)
        all += rowsOf(group);
    // Where the columns that are no higher than the window have no room beside each other, they are made
    // longer.
    const int rowHeight = QFontMetrics(typography::table()).height() + typography::unit() / 2;
    std::unique_ptr<QWidget> columns;
    for (int most = room(window).height() / rowHeight; columns == nullptr; most += 4) {
        columns = makeColumns(groups, most);
        if (most < all && columns->sizeHint().width() > room(window).width())
            columns.reset();
    }
    columns->setProperty("role", QStringLiteral("card"));
    m_area->setWidget(columns.release());
}

QSize KeySheet::room(const QWidget &window) const
{
    const int bar = m_area->verticalScrollBar()->sizeHint().width();
    const int frame = 2 * typography::unit();
    return window.size() - QSize(bar + frame, 6 * typography::unit());
}

void KeySheet::popUp()
{
    const QWidget &window = *parentWidget();
    const QSize wanted = m_area->widget()->sizeHint();
    m_area->widget()->resize(wanted);
    const QSize most = room(window);
    const int bar = wanted.height() > most.height() ? m_area->verticalScrollBar()->sizeHint().width() : 0;
    m_area->setFixedSize(
        std::min(wanted.width(), most.width()) + bar, std::min(wanted.height(), most.height()));
    adjustSize();
    move(window.mapToGlobal(QPoint((window.width() - width()) / 2, (window.height() - height()) / 2)));
    show();
    m_area->setFocus(Qt::PopupFocusReason);
}

} // namespace inspector
