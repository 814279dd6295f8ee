// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PopupField.h"

#include "ui/common/Typography.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace inspector {

PopupField::PopupField(const QString &name, const QString &hint, Take take, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_take(std::move(take))
    , m_field(new QLineEdit(this))
    , m_hint(new QLabel(hint, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("role", QStringLiteral("card"));
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(name);
    m_field->setFont(typography::fixed());
    m_field->setMinimumWidth(70 * typography::unit());
    m_hint->setFont(typography::table());
    m_hint->setProperty("role", QStringLiteral("secondary"));
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    const int unit = typography::unit();
    layout->setContentsMargins(3 * unit, 3 * unit, 3 * unit, 2 * unit);
    layout->setSpacing(unit);
    layout->addWidget(m_field);
    layout->addWidget(m_hint);
    connect(m_field, &QLineEdit::returnPressed, this, &PopupField::go);
}

void PopupField::setText(const QString &text)
{
    m_field->setText(text);
    m_field->selectAll();
}

void PopupField::popUpAt(const QWidget &widget)
{
    adjustSize();
    move(widget.mapToGlobal(QPoint(0, widget.height())));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void PopupField::go()
{
    const QString problem = m_take(m_field->text());
    if (problem.isEmpty()) {
        close();
        return;
    }
    m_hint->setText(problem);
    m_field->selectAll();
}

} // namespace inspector
