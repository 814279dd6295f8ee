// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SessionIndex.h"

namespace inspector {

/// Plays a session again at the pace at which it happened, or a multiple. Holds no clock: whoever plays tells
/// how much time went by.
class SessionPlayer
{
public:
    static constexpr double slowest = 1.0 / 8;
    static constexpr double fastest = 64;
    static constexpr double idleMs = 1000; ///< where nothing happens for longer, that is what can be left out

    /// Stands just behind record #`number` of `index`, or at the start (0).
    void start(const SessionIndex &index, std::uint64_t number);

    /// A multiple of the pace, kept between slowest and fastest.
    void setSpeed(double speed);
    [[nodiscard]] double speed() const { return m_speed; }
    void setJumpsOverIdle(bool jumps) { m_jumpsOverIdle = jumps; }
    [[nodiscard]] bool jumpsOverIdle() const { return m_jumpsOverIdle; }

    /// The last record that has happened when `elapsedMs` more of real time went by. Where the session's
    /// clock goes back, the records happen at once.
    [[nodiscard]] std::uint64_t advance(const SessionIndex &index, double elapsedMs);

private:
    double m_speed = 1;
    bool m_jumpsOverIdle = true;
    std::uint64_t m_number = 0;
    TimeMs m_time = 0; // of the session, now
};

} // namespace inspector
