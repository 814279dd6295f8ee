// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/factions/FactionCatalogue.h"

#include <string>

namespace inspector {

/// The catalogue of `--factions`. Errors: `catalogue_unreadable`, `bad_catalogue`.
Result<FactionCatalogue> loadCatalogue(const std::string &path);

} // namespace inspector
