// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/PaletteEntry.h"

#include <vector>

class QLineEdit;
class QMenuBar;

namespace inspector {

class FrameSource;
class MarkerList;
class SessionCursor;

/// What the command palette offers: what stands in the menus and can be done now, the places of the session
/// that have a name, and the names of its events, which become the filter.
struct PaletteSources
{
    QMenuBar &menus;
    FrameSource &source;
    SessionCursor &cursor;
    MarkerList &markers;
    QLineEdit &filter;
};

[[nodiscard]] std::vector<PaletteEntry> paletteEntries(const PaletteSources &sources);

} // namespace inspector
