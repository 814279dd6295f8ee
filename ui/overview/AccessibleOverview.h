// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace inspector {

class FrameSource;
class OverviewBar;
class SessionCursor;

/// The overview as a screen reader sees it: a slider over the records, whose value is the cursor's.
class AccessibleOverview final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    AccessibleOverview(OverviewBar &bar, const FrameSource &source, SessionCursor &cursor);

    [[nodiscard]] QString text(QAccessible::Text part) const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant &value) override;
    [[nodiscard]] QVariant maximumValue() const override;
    [[nodiscard]] QVariant minimumValue() const override;
    [[nodiscard]] QVariant minimumStepSize() const override;

    /// Has Qt make one for each OverviewBar.
    static void install();

private:
    const FrameSource &m_source;
    SessionCursor &m_cursor;
};

} // namespace inspector
