// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QWidget>

#include <optional>

namespace inspector {

class ThemeController;

/// The labels of a time axis, or of an axis of record numbers, with steps that people count in.
class TimeRuler final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeRuler)

public:
    /// It stands below a LanePlot, and begins and ends where its lanes do.
    explicit TimeRuler(ThemeController &theme, QWidget *parent = nullptr);

    /// Of ms since the epoch; labels count from `start`.
    void setTimes(double begin, double end, double start);
    void setNumbers(double begin, double end);

    /// Shows the label of one position, such as that of the mouse; NaN for none.
    void setHover(double position);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::optional<QRectF> hoverLabel(double perUnit, int labelWidth) const;

    ThemeController &m_theme;
    double m_begin = 0, m_end = 1, m_start = 0;
    bool m_isTime = true;
    double m_hover; // NaN for none
};

/// A label at `x` where labels are `step` apart: "12:31", or with as many decimals as tell two of them apart.
[[nodiscard]] QString rulerLabel(double x, double step, bool isTime);

} // namespace inspector
