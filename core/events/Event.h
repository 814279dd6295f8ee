// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/JsonValue.h"

#include <string>

namespace inspector {

/// Something that was emitted on a bus: its name, when (ms since the epoch) and an object that says more.
struct Event
{
    std::string name;
    TimeMs timestamp = 0;
    JsonValue payload;

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace inspector
