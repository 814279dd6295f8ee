// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inspector {

/// Takes the user's locale, or C.UTF-8 where that is none of UTF-8: Qt wants one and would switch by itself,
/// with a message that stood in every CI log. To be called before the application object is made.
void useUtf8Locale();

} // namespace inspector
