// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/PlotPicture.h"

namespace inspector {

/// A view with a plot that can be saved as a picture.
class PictureSource
{
public:
    PictureSource() = default;
    PictureSource(const PictureSource &) = delete;
    PictureSource &operator=(const PictureSource &) = delete;
    virtual ~PictureSource() = default;

    /// The plot and its title; what it is drawn from is filled in by whoever asks.
    [[nodiscard]] virtual PlotPicture picture() const = 0;
};

} // namespace inspector
