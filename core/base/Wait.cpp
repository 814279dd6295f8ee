// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Wait.h"

#include <thread>

namespace inspector {

void sleepThread(std::chrono::milliseconds time)
{
    std::this_thread::sleep_for(time);
}

} // namespace inspector
