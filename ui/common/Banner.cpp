// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Banner.h"

#include "ui/common/Icon.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace inspector {

Banner::Banner(ThemeController &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setProperty("role", QStringLiteral("banner"));
    setAttribute(Qt::WA_StyledBackground);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setProperty("role", QStringLiteral("plain"));
    m_close->setAccessibleName(tr("Put this message away"));
    m_close->setToolTip(m_close->accessibleName());
    auto *layout = new QHBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(4 * unit, unit, 2 * unit, unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionWanted);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_putAway = m_label->text();
        hide();
    });
    connect(&theme, &ThemeController::changed, this, &Banner::restyle);
    restyle();
}

void Banner::tell(const QString &text, const QString &action)
{
    m_label->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(text != m_putAway);
}

void Banner::clear()
{
    m_putAway.clear();
    m_label->setText({});
    hide();
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::restyle()
{
    const int size = 4 * typography::unit();
    m_icon->setPixmap(iconOf(IconShape::Problem, m_theme.theme()).pixmap(size, size));
    m_close->setIcon(iconOf(IconShape::Close, m_theme.theme()));
}

} // namespace inspector
