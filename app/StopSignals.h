// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inspector {

class StopFlag;

/// Turns SIGINT and SIGTERM into a wish to stop while it lives; a second one ends the program at once. One at
/// a time.
class StopSignals
{
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;

    [[nodiscard]] const StopFlag &flag() const;
};

} // namespace inspector
