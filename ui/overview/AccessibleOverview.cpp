// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/AccessibleOverview.h"

#include "ui/common/FrameSource.h"
#include "ui/common/SessionCursor.h"
#include "ui/common/Words.h"
#include "ui/overview/OverviewBar.h"

#include <algorithm>
#include <cmath>

namespace inspector {

namespace {

QAccessibleInterface *accessibleOf(const QString & /*className*/, QObject *object)
{
    auto *bar = qobject_cast<OverviewBar *>(object);
    return bar == nullptr ? nullptr : bar->makeAccessible();
}

} // namespace

AccessibleOverview::AccessibleOverview(OverviewBar &bar, const FrameSource &source, SessionCursor &cursor)
    : QAccessibleWidget(&bar, QAccessible::Slider)
    , m_source(source)
    , m_cursor(cursor)
{}

void AccessibleOverview::install()
{
    QAccessible::installFactory(accessibleOf); // which it knows already the second time
}

QString AccessibleOverview::text(QAccessible::Text part) const
{
    if (part != QAccessible::Value)
        return QAccessibleWidget::text(part);
    return OverviewBar::tr("record %1 of %2")
        .arg(words::count(m_cursor.number()), words::count(m_source.frame().size()));
}

void *AccessibleOverview::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QVariant AccessibleOverview::currentValue() const
{
    return static_cast<qulonglong>(m_cursor.number());
}

void AccessibleOverview::setCurrentValue(const QVariant &value)
{
    const double wanted = value.toDouble(); // as it comes over the bus
    if (!std::isnan(wanted))
        m_cursor.goTo(static_cast<std::uint64_t>(
            std::clamp(wanted, 0.0, static_cast<double>(m_source.frame().size()))));
}

QVariant AccessibleOverview::maximumValue() const
{
    return static_cast<qulonglong>(m_source.frame().size());
}

QVariant AccessibleOverview::minimumValue() const
{
    return qulonglong{0};
}

QVariant AccessibleOverview::minimumStepSize() const
{
    return qulonglong{1};
}

} // namespace inspector
