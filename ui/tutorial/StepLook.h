// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/TutorialTrack.h"

#include <QColor>
#include <QString>

namespace inspector {

struct Theme;

/// How a step of the tutorial is told of wherever it is shown.
namespace stepLook {

/// Its title, or its id where it has none.
[[nodiscard]] QString title(const TutorialTrack::Step &step);
/// How it stood at a record, of what was known by then.
[[nodiscard]] TutorialTrack::Step::End endAt(const TutorialTrack::Step &step, std::uint64_t cursor);
/// "completed"
[[nodiscard]] QString text(TutorialTrack::Step::End end);
[[nodiscard]] QColor color(TutorialTrack::Step::End end, const Theme &theme);

} // namespace stepLook

} // namespace inspector
