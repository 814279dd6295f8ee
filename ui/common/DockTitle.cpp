// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/DockTitle.h"

#include "ui/common/Icon.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace inspector {

DockTitle::DockTitle(QDockWidget &dock, ThemeController &theme)
    : QWidget(&dock)
    , m_theme(theme)
    , m_label(new QLabel(dock.windowTitle(), this))
    , m_close(new QToolButton(this))
{
    m_label->setFont(typography::caption());
    m_label->setProperty("role", QStringLiteral("caption"));
    m_close->setProperty("role", QStringLiteral("plain"));
    m_close->setToolTip(tr("Hide (View menu shows it again)"));
    m_close->setAccessibleName(tr("Hide %1").arg(dock.windowTitle()));
    m_close->setFixedSize(typography::rowHeight(), typography::rowHeight());
    m_close->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, unit, unit, unit);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_close);
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    connect(m_close, &QToolButton::clicked, &dock, &QDockWidget::close);
    connect(&dock, &QDockWidget::windowTitleChanged, m_label, &QLabel::setText);
    connect(&theme, &ThemeController::changed, this, &DockTitle::restyle);
    restyle();
}

void DockTitle::restyle()
{
    m_close->setIcon(iconOf(IconShape::Close, m_theme.theme()));
}

} // namespace inspector
