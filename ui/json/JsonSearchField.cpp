// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/JsonSearchField.h"

#include "ui/common/Typography.h"
#include "ui/common/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace inspector {

JsonSearchField::JsonSearchField(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    m_field->setPlaceholderText(what);
    m_field->setAccessibleName(what);
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
    connect(&m_soon, &QTimer::timeout, this, [this] { m_isOther ? search() : find(); });
    connect(m_field, &QLineEdit::textChanged, this, &JsonSearchField::search);
}

QString JsonSearchField::typed() const
{
    return m_field->text();
}

void JsonSearchField::setValue(const JsonValue &value)
{
    m_value = value;
    m_found.clear();
    m_count->hide();
    m_isOther = true;
    if (!m_field->text().isEmpty())
        m_soon.start();
}

void JsonSearchField::update(const JsonValue &value)
{
    m_value = value;
    if (m_field->text().isEmpty() || (m_soon.isActive() && m_isOther))
        return;
    m_isOther = false;
    m_soon.start(); // once no other comes for a while
}

void JsonSearchField::search()
{
    m_at = 0;
    find();
    emit chosen(m_found.empty() ? JsonRowPath() : m_found.front());
}

void JsonSearchField::find()
{
    m_soon.stop();
    m_found = searchJson(m_value, m_field->text());
    m_at = std::min(m_at, m_found.empty() ? 0 : m_found.size() - 1);
    showCount();
}

void JsonSearchField::go(std::ptrdiff_t distance)
{
    if (m_soon.isActive() && m_isOther)
        return search();
    if (m_soon.isActive())
        find();
    if (m_found.empty())
        return;
    const auto count = static_cast<std::ptrdiff_t>(m_found.size());
    m_at = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(m_at) + distance + count) % count);
    showCount();
    emit chosen(m_found[m_at]);
}

void JsonSearchField::showCount()
{
    m_count->setVisible(!m_field->text().isEmpty());
    if (m_found.empty())
        m_count->setText(tr("none"));
    else
        m_count->setText(tr("%1 of %2").arg(words::count(m_at + 1), words::count(m_found.size())));
}

bool JsonSearchField::eventFilter(QObject *watched, QEvent *event)
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
