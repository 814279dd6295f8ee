// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/PayloadSearch.h"

#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace inspector {

PayloadSearch::PayloadSearch(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    m_field->setPlaceholderText(tr("Search in the payload"));
    m_field->setAccessibleName(tr("Search in the payload"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_count->setFont(typography::fixed());
    m_count->setProperty("role", QStringLiteral("secondary"));
    m_count->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * typography::unit());
    layout->addWidget(m_field, 1);
    layout->addWidget(m_count);
    constexpr int soonMs = 150;
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connect(&m_soon, &QTimer::timeout, this, &PayloadSearch::search);
    connect(m_field, &QLineEdit::textChanged, this, &PayloadSearch::search);
}

QString PayloadSearch::typed() const
{
    return m_field->text();
}

void PayloadSearch::setValue(const JsonValue &value)
{
    m_value = value;
    m_found.clear();
    m_count->hide();
    if (!m_field->text().isEmpty())
        m_soon.start();
}

void PayloadSearch::search()
{
    m_soon.stop();
    m_found = searchJson(m_value, m_field->text());
    m_at = 0;
    showCount();
    emit chosen(m_found.empty() ? JsonRowPath() : m_found.front());
}

void PayloadSearch::go(std::ptrdiff_t distance)
{
    if (m_soon.isActive())
        return search();
    if (m_found.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(m_found.size());
    m_at = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(m_at) + distance + count) % count);
    showCount();
    emit chosen(m_found[m_at]);
}

void PayloadSearch::showCount()
{
    m_count->setVisible(!m_field->text().isEmpty());
    if (m_found.empty())
        m_count->setText(tr("none"));
    else
        m_count->setText(tr("%1 of %2").arg(words::count(m_at + 1), words::count(m_found.size())));
}

bool PayloadSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Escape && !m_field->text().isEmpty()) {
        m_field->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace inspector
