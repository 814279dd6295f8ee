// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/TimeRuler.h"

#include "core/plot/RulerStep.h"
#include "ui/common/ThemeController.h"
#include "ui/common/Typography.h"
#include "ui/common/Words.h"
#include "ui/plot/LanePlot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace inspector {

QString rulerLabel(double x, double step, bool isTime)
{
    constexpr double second = 1000;
    if (!isTime)
        return words::count(static_cast<std::uint64_t>(std::max(0.0, std::round(x))));
    const QString all = words::elapsed(std::round(x));
    const qsizetype decimals = step >= second ? 0 : step >= second / 10 ? 2 : step >= second / 100 ? 3 : 4;
    return all.left(all.indexOf(QLatin1Char('.')) + decimals);
}

TimeRuler::TimeRuler(ThemeController &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_hover(std::numeric_limits<double>::quiet_NaN())
{
    connect(&theme, &ThemeController::changed, this, qOverload<>(&QWidget::update));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeRuler::setTimes(double begin, double end, double start)
{
    m_isTime = true;
    m_begin = begin;
    m_end = end;
    m_start = start;
    update();
}

void TimeRuler::setNumbers(double begin, double end)
{
    m_isTime = false;
    m_begin = begin;
    m_end = end;
    m_start = 0;
    update();
}

void TimeRuler::setHover(double position)
{
    m_hover = position;
    update();
}

QSize TimeRuler::sizeHint() const
{
    return {0, QFontMetrics(typography::fixed()).height() + 2 * typography::unit()};
}

void TimeRuler::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_theme.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    const double width = this->width() - LanePlot::headWidth() - LanePlot::rightMargin();
    if (width <= 0 || m_end <= m_begin)
        return;
    painter.setFont(typography::fixed());
    const QFontMetrics metrics(painter.font());
    const int labelWidth = metrics.horizontalAdvance(QStringLiteral("00:00:00.000"));
    const double perUnit = width / (m_end - m_begin);
    const double step = rulerStep(1.4 * labelWidth / perUnit, m_isTime);
    const double first = std::ceil((m_begin - m_start) / step) * step;
    const int head = LanePlot::headWidth();
    const std::optional<QRectF> hover = hoverLabel(perUnit, labelWidth);
    painter.setPen(theme.secondary);
    for (int i = 0; first + i * step + m_start <= m_end; ++i) {
        const double at = first + i * step;
        const double x = head + (at + m_start - m_begin) * perUnit;
        const double left = std::clamp(
            x - labelWidth / 2.0, static_cast<double>(head), static_cast<double>(this->width() - labelWidth));
        const QRectF label(left, 0, labelWidth, height());
        if (!hover || !hover->intersects(label)) // half a label says another time
            painter.drawText(label,
                left > x - labelWidth / 2.0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter,
                rulerLabel(at, step, m_isTime));
    }
    if (!hover)
        return;
    painter.fillRect(*hover, theme.raised);
    painter.setPen(theme.text);
    painter.drawText(*hover, Qt::AlignCenter, rulerLabel(m_hover - m_start, 1 / perUnit, m_isTime));
}

std::optional<QRectF> TimeRuler::hoverLabel(double perUnit, int labelWidth) const
{
    if (!(m_hover >= m_begin && m_hover <= m_end)) // NaN is neither
        return std::nullopt;
    const double x = LanePlot::headWidth() + (m_hover - m_begin) * perUnit;
    const double left = std::clamp(x - labelWidth / 2.0, 0.0, static_cast<double>(width() - labelWidth));
    return QRectF(left, 0, labelWidth, height());
}

} // namespace inspector
