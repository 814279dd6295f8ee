// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inspector {

/// Makes writing more than a process may put into one file (`ulimit -f`) an error like a full disk, where it
/// would be the end of the program.
void ignoreFileSizeSignal();

} // namespace inspector
