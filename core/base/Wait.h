// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace inspector {

/// Lets that much time pass. Handed in where something waits, so that tests wait for nothing.
using Wait = std::function<void(std::chrono::milliseconds)>;

/// Puts the thread to sleep: the wait of the real program.
void sleepThread(std::chrono::milliseconds time);

} // namespace inspector
