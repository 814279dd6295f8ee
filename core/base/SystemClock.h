// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

namespace inspector {

/// The machine's own clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] TimeMs nowMs() const override;
    [[nodiscard]] std::int64_t monotonicNs() const override;
};

} // namespace inspector
