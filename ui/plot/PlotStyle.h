// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;

namespace inspector {

struct Theme;

/// How plots with labelled axes look: the theme's colours, the fonts of tables, hairlines.
void applyPlotStyle(QCustomPlot &plot, const Theme &theme);

/// Draws it anew once the event loop runs. Nothing while it is hidden or has no size: QCustomPlot cannot draw
/// on nothing, and complains.
void replotSafely(QCustomPlot &plot);

} // namespace inspector
