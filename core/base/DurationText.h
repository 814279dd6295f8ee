// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inspector {

/// "850 ms", "42.5 s", "3 min 20 s": a duration for people, from ms. The same in every locale.
[[nodiscard]] std::string durationText(double ms);

} // namespace inspector
