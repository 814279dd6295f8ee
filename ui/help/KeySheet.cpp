// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/KeySheet.h"

#include "ui/common/Typography.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace inspector {

namespace {

/// Rows that a group takes: its title, its keys, and the space behind it.
int rowsOf(const KeyGroup &group)
{
    return static_cast<int>(group.keys.size()) + 2;
}

void addGroup(QGridLayout &column, const KeyGroup &group, QWidget *parent)
{
    int row = column.rowCount();
    auto *title = new QLabel(group.title, parent);
    title->setFont(typography::strong());
    title->setContentsMargins(0, row > 1 ? 3 * typography::unit() : 0, 0, 0);
    column.addWidget(title, row++, 0, 1, 2);
    for (const auto &[keys, what] : group.keys) {
        auto *key = new QLabel(keys, parent);
        key->setFont(typography::fixed());
        key->setProperty("role", QStringLiteral("secondary"));
        column.addWidget(key, row, 0, Qt::AlignTop | Qt::AlignLeft);
        column.addWidget(new QLabel(what, parent), row++, 1);
    }
}

} // namespace

KeySheet::KeySheet(const std::vector<KeyGroup> &groups, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("card"));
    setAccessibleName(tr("Keys"));
    const int unit = typography::unit();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(5 * unit, 4 * unit, 5 * unit, 4 * unit);
    layout->setSpacing(8 * unit);
    int rows = 0;
    for (const KeyGroup &group : groups)
        rows += rowsOf(group);
    QGridLayout *column = nullptr;
    int used = rows; // so that a column begins
    for (const KeyGroup &group : groups) {
        if (column == nullptr || used + rowsOf(group) / 2 > rows / 2) {
            column = new QGridLayout;
            column->setHorizontalSpacing(4 * unit);
            column->setVerticalSpacing(unit);
            auto *upright = new QVBoxLayout;
            upright->addLayout(column);
            upright->addStretch(1);
            layout->addLayout(upright);
            used = 0;
        }
        addGroup(*column, group, this);
        used += rowsOf(group);
    }
}

void KeySheet::popUpOver(const QWidget &window)
{
    adjustSize();
    move(window.mapToGlobal(QPoint((window.width() - width()) / 2, (window.height() - height()) / 2)));
    show();
    setFocus(Qt::PopupFocusReason);
}

} // namespace inspector
