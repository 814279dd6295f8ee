// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FileSizeSignal.h"

#include <csignal>

namespace inspector {

void ignoreFileSizeSignal()
{
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace inspector
