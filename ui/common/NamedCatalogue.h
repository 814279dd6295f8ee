// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"

#include <QString>

namespace inspector {

/// The factions that names and rules are taken from, and where they came from.
struct NamedCatalogue
{
    const FactionCatalogue &factions; ///< must outlive the copies of this
    QString file = {};                ///< of --factions; empty for those that are built in
};

} // namespace inspector
