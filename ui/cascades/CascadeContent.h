// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/CascadeMatrix.h"
#include "ui/plot/MatrixContent.h"

namespace inspector {

class FactionCatalogue;

/// The matrix with the names of the catalogue: how many cascades, or, with `isFlips`, how many of them
/// changed an attitude.
[[nodiscard]] MatrixContent cascadeContent(
    const CascadeMatrix &matrix, const FactionCatalogue &catalogue, bool isFlips);

/// What stands above it in a picture.
[[nodiscard]] QString cascadeTitle(bool isFlips);

} // namespace inspector
