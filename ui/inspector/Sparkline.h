// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ValueHistory.h"

#include <QMetaType>
#include <QPointF>

#include <vector>

namespace inspector {

/// The newest changes of a value as a small picture: steps of a number, or marks where any other value became
/// another.
struct Sparkline
{
    /// 0 to 1 each: the time from the first of the changes to the cursor, and the value from the least to the
    /// greatest, or a half where those are one.
    std::vector<QPointF> points;
    bool isNumber = false;

    friend bool operator==(const Sparkline &, const Sparkline &) = default;
};

/// As of `now`, ms since the epoch.
[[nodiscard]] Sparkline sparklineOf(const ValueHistory &history, TimeMs now);

} // namespace inspector

Q_DECLARE_METATYPE(inspector::Sparkline)
