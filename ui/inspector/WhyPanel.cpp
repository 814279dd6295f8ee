// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/WhyPanel.h"

#include "ui/common/SelectableLabel.h"
#include "ui/common/Typography.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace inspector {

WhyPanel::WhyPanel(QWidget *parent)
    : QWidget(parent)
    , m_path(new SelectableLabel(this))
    , m_why(new SelectableLabel(this))
    , m_previous(new QPushButton(tr("Previous change"), this))
    , m_next(new QPushButton(tr("Next change"), this))
    , m_pin(new QPushButton(tr("Watch"), this))
{
    const int unit = typography::unit();
    m_path->setFont(typography::fixed());
    m_path->setProperty("role", QStringLiteral("secondary"));
    m_path->setAccessibleName(tr("Where the value stands"));
    m_why->setAccessibleName(tr("Why the value is what it is"));
    for (QLabel *label : {m_path, m_why})
        label->setWordWrap(true);
    m_previous->setToolTip(tr("To the event that set the value, or the one that did before it (F3)"));
    m_next->setToolTip(tr("To the next event that sets the value (Shift+F3)"));
    m_pin->setToolTip(tr("Keep the value in sight below (Ctrl+D)"));
    m_pin->setCheckable(true);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(2 * unit);
    for (QPushButton *button : {m_previous, m_next})
        ways->addWidget(button);
    ways->addStretch(1);
    ways->addWidget(m_pin);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addWidget(m_path);
    layout->addWidget(m_why);
    layout->addSpacing(unit);
    layout->addLayout(ways);
    connect(m_previous, &QPushButton::clicked, this, &WhyPanel::previousWanted);
    connect(m_next, &QPushButton::clicked, this, &WhyPanel::nextWanted);
    connect(m_pin, &QPushButton::clicked, this, &WhyPanel::pinWanted);
}

void WhyPanel::setText(const QString &path, const QString &why)
{
    m_path->setText(path);
    m_path->setVisible(!path.isEmpty());
    m_why->setText(why);
    m_pin->setEnabled(!path.isEmpty());
}

void WhyPanel::setWays(bool hasPrevious, bool hasNext)
{
    m_previous->setEnabled(hasPrevious);
    m_next->setEnabled(hasNext);
}

void WhyPanel::setPinned(bool isPinned)
{
    m_pin->setChecked(isPinned);
}

} // namespace inspector
