// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ViewBar.h"

#include "ui/common/Typography.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace inspector {

QWidget *makeViewBar(QLabel &explanation, const std::vector<QToolButton *> &toggles, QWidget *parent)
{
    auto *bar = new QWidget(parent);
    auto *layout = new QHBoxLayout(bar);
    const int unit = typography::unit();
    layout->setContentsMargins(4 * unit, unit, 4 * unit, unit);
    layout->setSpacing(unit);
    explanation.setProperty("role", QStringLiteral("secondary"));
    explanation.setFont(typography::table());
    explanation.setTextInteractionFlags(Qt::TextSelectableByMouse);
    explanation.setWordWrap(true); // long words must not make the window wider
    explanation.setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(&explanation, 1);
    for (QToolButton *button : toggles) {
        button->setCheckable(true);
        button->setFont(typography::table());
        button->setFixedHeight(typography::rowHeight() + unit);
        layout->addWidget(button);
    }
    return bar;
}

} // namespace inspector
