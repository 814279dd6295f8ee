// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

class QWidget;

namespace inspector {

struct Theme;

/// What a plot is drawn of, for a file instead of the screen.
struct PlotPicture
{
    enum class Format
    {
        Png, ///< with two pixels for each of the screen
        Pdf, ///< one page of the plot's size
        Svg,
    };

    QString title;             ///< with the units
    QString from;              ///< the session, and what of it is to be seen
    QWidget *canvas = nullptr; ///< a QCustomPlot that is shown somewhere
    QWidget *axis = nullptr;   ///< what stands below it, such as a ruler or another plot; nullptr for nothing
    std::optional<TimeMs> createdAt; ///< what a PDF tells; the time now where it is absent

    /// "mission.ndjson, 00:00:12.000 to 00:03:23.000, at #264": `begin` and `end` in ms since the start of
    /// the session.
    [[nodiscard]] static QString origin(
        const QString &session, double begin, double end, std::uint64_t cursor);

    /// The format that a file name ends in. Error `picture_format`.
    [[nodiscard]] static Result<Format> formatOf(const QString &path);

    /// The file's content, in the colours of the theme. Error `picture_failed` where there is nothing to
    /// draw.
    [[nodiscard]] Result<QByteArray> draw(Format format, const Theme &theme) const;
};

} // namespace inspector
