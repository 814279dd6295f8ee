// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string_view>

namespace inspector {

/// Whether `name` is one component of a path that every system can hold: no separator, no control character,
/// none of
/// `< > : " | ? *`, not `.` or `..`, no device name of Windows, no trailing dot or space, at most 255 bytes,
/// valid UTF-8. Error `bad_name` says what is wrong with it.
[[nodiscard]] Result<void> checkFileName(std::string_view name);

} // namespace inspector
