// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;
class QWidget;

namespace inspector {

class ThemeController;
struct Theme;

/// A plot with a frame while it has the keys, but for those that a window gives it by coming up, until one is
/// pressed. The frame is painted over what the plot drew: it needs no replot, and no picture has it.
[[nodiscard]] QCustomPlot *newPlot(ThemeController &theme, QWidget *parent);

/// How plots with labelled axes look: the theme's colours, the fonts of tables, hairlines.
void applyPlotStyle(QCustomPlot &plot, const Theme &theme);

/// Draws it anew once the event loop runs. Nothing while it is hidden or has no size: QCustomPlot cannot draw
/// on nothing, and complains.
void replotSafely(QCustomPlot &plot);

} // namespace inspector
