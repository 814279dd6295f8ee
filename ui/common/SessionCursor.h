// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace inspector {

class FrameSource;

/// The one place in the session that all views show, and what is chosen in it. Views hold no position of
/// their own.
class SessionCursor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionCursor)

public:
    enum class Mode
    {
        Live,   ///< at the end, and moves on with it
        Paused, ///< stays; what comes is counted
        Replay, ///< plays
    };
    Q_ENUM(Mode)

    /// What the mouse is over, in whatever view.
    struct Hover
    {
        TimeMs at = 0;
        std::uint64_t number = 0; ///< the record there, or the last one before; 0 where there is none

        friend bool operator==(const Hover &, const Hover &) = default;
    };

    /// A stretch of time, ms since the epoch.
    struct Range
    {
        TimeMs begin = 0, end = 0;

        friend bool operator==(const Range &, const Range &) = default;
    };

    /// `source` must outlive it.
    explicit SessionCursor(FrameSource &source, QObject *parent = nullptr);

    /// The record that is looked at; 0 is the start. Ahead of the frame's while the engine rebuilds the state
    /// there.
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// How many records came since LIVE was left, or since the session was read.
    [[nodiscard]] std::uint64_t newRecords() const;

    /// Goes to a record, and leaves LIVE. A visit is remembered for back() where it is no step of many.
    void goTo(std::uint64_t number, bool isVisit = true);
    /// As part of a replay: keeps the mode.
    void playTo(std::uint64_t number);
    void step(std::int64_t distance);
    /// The next or previous record of the same name.
    void stepSameName(bool forward);
    void goToTime(TimeMs time);
    /// LIVE where the session can go on; a session that cannot is gone to the end of.
    void setMode(Mode mode);
    /// Stays where it is, for whoever looks at something that the next record would take out of sight.
    void leaveLive();
    /// Whether more may come of the session than is there.
    [[nodiscard]] bool canGrow() const;

    /// Through the places that were gone to, and those that were left for one of them.
    void back();
    void forward();

    [[nodiscard]] const Range &visible() const { return m_visible; }
    /// Leaves LIVE where the cursor is not in it.
    void setVisible(const Range &range);
    /// All of the session again, and from then on as it grows.
    void showAll();

    /// Nothing where the mouse is over no place of the session.
    [[nodiscard]] const std::optional<Hover> &hovered() const { return m_hovered; }
    void hoverTime(TimeMs time);
    /// Of several records of one time, this one.
    void hoverRecord(std::uint64_t number);
    void hoverNothing();

    [[nodiscard]] const QString &faction() const { return m_faction; }
    void chooseFaction(const QString &id);

signals:
    void moved();
    void modeChanged();
    void visibleChanged();
    void factionChanged();
    void hoverChanged();

private:
    void takeSession();
    void takeFrame();
    void move(std::uint64_t number);
    void remember(std::uint64_t number);
    void showRange(Range range);
    [[nodiscard]] bool isShown(std::uint64_t number) const;
    void keepInSight();
    void hover(const std::optional<Hover> &place);

    FrameSource &m_source;
    std::uint64_t m_number = 0;
    Mode m_mode = Mode::Paused;
    std::uint64_t m_seenRecords = 0; // when LIVE was left, or the session was read
    bool m_wasRead = false;          // to its end, for the first time
    Range m_visible;
    bool m_showsAll = true;
    QString m_faction;
    std::optional<Hover> m_hovered;
    std::vector<std::uint64_t> m_visits;
    std::size_t m_visit = 0; // of those, where we are
};

} // namespace inspector
