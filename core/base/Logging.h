// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// What core tells developers, not users: switched by QT_LOGGING_RULES, e.g. "inspector.*.debug=true".
Q_DECLARE_LOGGING_CATEGORY(lcBus)
