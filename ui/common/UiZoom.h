// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/WidgetScale.h"

#include <QFont>
#include <QObject>

namespace inspector {

class ThemeController;

/// How large everything in a window is: text, space and controls, in the steps that browsers have.
class UiZoom final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UiZoom)

public:
    static constexpr int normal = 100;

    /// Both must outlive it. Comes before anything is made for the window: from here on it is 100 percent.
    UiZoom(QWidget &window, ThemeController &theme);

    [[nodiscard]] int percent() const { return m_scale.percent(); }
    /// Takes the step that is nearest.
    void setPercent(int percent);
    void zoomIn();
    void zoomOut();

signals:
    void changed(int percent);

private:
    QWidget &m_window;
    ThemeController &m_theme;
    const QFont m_font; // of the application, at 100 percent
    WidgetScale m_scale;
};

} // namespace inspector
