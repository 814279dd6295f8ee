// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace inspector {

/// Something that can be chosen from the command palette.
struct PaletteEntry
{
    QString title;
    QString detail; ///< its keys, or what kind of thing it is
    std::function<void()> run;
};

} // namespace inspector
