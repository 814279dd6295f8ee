// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/ChosenPanel.h"

#include "ui/common/Typography.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace inspector {

ChosenPanel::ChosenPanel(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_ways(new QHBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(name);
    auto *line = new QFrame(this);
    line->setProperty("role", QStringLiteral("hairline"));
    const int unit = typography::unit();
    m_ways->setSpacing(2 * unit);
    m_ways->addStretch(1);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit);
    content->setSpacing(2 * unit);
    content->addWidget(m_text);
    content->addLayout(m_ways);
    auto *panel = new QVBoxLayout(this);
    panel->setContentsMargins(0, 0, 0, 0);
    panel->setSpacing(0);
    panel->addWidget(line);
    panel->addLayout(content);
}

void ChosenPanel::setText(const QString &text)
{
    m_text->setText(text);
}

QPushButton *ChosenPanel::addWay(const QString &text)
{
    auto *way = new QPushButton(text, this);
    m_ways->insertWidget(m_ways->count() - 1, way);
    return way;
}

} // namespace inspector
