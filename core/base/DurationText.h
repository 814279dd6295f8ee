// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace inspector {

/// "850 ms", "42.5 s", "3 min 20 s": a duration for people, from ms. The same in every locale.
[[nodiscard]] std::string durationText(double ms);

/// "640 ns", "2.7 µs", "1.25 ms", "3.2 s": one that was measured, from ns, to three digits.
[[nodiscard]] std::string latencyText(std::int64_t ns);

} // namespace inspector
