// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inspector {

/// The least step of a series that people count in that is not below `least`: 1, 2, 5 times a power of ten,
/// and of ms also seconds, minutes and hours.
[[nodiscard]] double rulerStep(double least, bool isTime);

} // namespace inspector
