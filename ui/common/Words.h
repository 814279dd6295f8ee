// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QString>

#include <cstdint>
#include <string_view>

namespace inspector {

/// How numbers, times and states are written in the window. The same in every locale, as in the artifacts.
namespace words {

/// "1,203,441"
[[nodiscard]] QString count(std::uint64_t number);
/// "1 gap", "1,204 gaps": `one` and `many` are the words for it, translated.
[[nodiscard]] QString counted(std::uint64_t number, const QString &one, const QString &many);
/// "42", "12.5": at most three decimals, none that say nothing.
[[nodiscard]] QString value(double number);
/// Time since the start of the session: "00:12:31.482"
[[nodiscard]] QString elapsed(double milliseconds);
/// "80 ms", "7.9 s", "3 min 12 s"
[[nodiscard]] QString duration(double milliseconds);
/// A date and time in UTC: "2026-09-10 12:24:00.000"
[[nodiscard]] QString moment(TimeMs milliseconds);

/// "▼ hostile": an attitude with its sign, so that its colour is not all that tells it.
[[nodiscard]] QString attitude(std::string_view attitude);

/// "message. remedy"
[[nodiscard]] QString error(const Error &error);

[[nodiscard]] QString text(std::string_view utf8);

} // namespace words

} // namespace inspector
