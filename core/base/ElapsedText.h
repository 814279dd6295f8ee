// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inspector {

/// "00:02:17.598": a time since the start, from ms, whole ms; "-" in front of a negative one.
[[nodiscard]] std::string elapsedText(double ms);

} // namespace inspector
