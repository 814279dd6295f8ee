// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Logging.h"

Q_LOGGING_CATEGORY(lcBus, "inspector.bus")
