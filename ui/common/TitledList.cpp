// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/TitledList.h"

#include "ui/common/Typography.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QLabel>

namespace inspector {

TitledList::TitledList(QAbstractItemView &list, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_head(new QHBoxLayout)
{
    const int unit = typography::unit();
    m_title->setFont(typography::table());
    m_title->setProperty("role", QStringLiteral("secondary"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setMinimumHeight(typography::controlHeight()); // as high beside a button as without
    m_head->setContentsMargins(4 * unit, unit, 2 * unit, unit);
    m_head->addWidget(m_title, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_head);
    layout->addWidget(&list, 1);
}

void TitledList::setTitle(const QString &text)
{
    m_title->setText(text);
}

void TitledList::addBeside(QWidget &widget)
{
    m_head->addWidget(&widget);
}

} // namespace inspector
