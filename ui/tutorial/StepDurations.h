// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/InspectorFrame.h"
#include "ui/plot/BarContent.h"

namespace inspector {

struct Theme;

/// The newest steps that a list or a plot of all of them holds, of a session that begins its tutorial again
/// and again.
constexpr std::size_t mostSteps = 2000;

/// How long each step took, in the order in which they began, up to the record `cursor`. One that was running
/// then took as long as up to there, and is outlined.
[[nodiscard]] BarContent stepDurations(
    const InspectorFrame &frame, const Theme &theme, std::uint64_t cursor, std::size_t most = mostSteps);

/// The record at which the step of a row of this begins.
[[nodiscard]] std::uint64_t stepBegin(const InspectorFrame &frame, std::uint64_t cursor, std::size_t row);

/// What stands above them in a picture.
[[nodiscard]] QString stepDurationsTitle();

} // namespace inspector
