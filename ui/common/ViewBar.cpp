// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ViewBar.h"

#include "ui/common/Typography.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QToolButton>

namespace inspector {

QAction *makeViewAction(QWidget &view, const QString &text, const QString &toolTip, const QKeySequence &key)
{
    auto *action = new QAction(text, &view);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(toolTip, key.toString(QKeySequence::NativeText)));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    view.addAction(action);
    return action;
}

QAction *makeViewToggle(QWidget &view, const QString &text, const QString &toolTip, const QKeySequence &key)
{
    QAction *action = makeViewAction(view, text, toolTip, key);
    action->setCheckable(true);
    return action;
}

QToolButton *makeViewButton(QAction &action, QWidget &bar)
{
    auto *button = new QToolButton(&bar);
    button->setDefaultAction(&action);
    button->setObjectName(action.objectName());
    button->setFont(typography::table());
    button->setFixedHeight(typography::rowHeight() + typography::unit());
    return button;
}

QWidget *makeViewBar(QLabel &explanation, const std::vector<QAction *> &actions, QWidget *parent)
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
    for (QAction *action : actions)
        layout->addWidget(makeViewButton(*action, *bar));
    return bar;
}

} // namespace inspector
