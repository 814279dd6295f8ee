// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopFlag.h"
#include "core/engine/SessionTracks.h"
#include "core/session/SessionTimeline.h"
#include "ui/snapshots/SnapshotEntry.h"

#include <QObject>

#include <memory>
#include <optional>
#include <thread>

namespace inspector {

/// Looks for snapshots and reads what is in them, beside the window. Nothing is written anywhere.
class SnapshotScan final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnapshotScan)

public:
    /// Of each origin; older ones are left out, and counted.
    static constexpr std::size_t mostEntries = 500;

    struct Places
    {
        std::optional<SessionTimeline> timeline;
        std::shared_ptr<const SessionTracks> tracks;
        QString slotFolder; ///< nowhere where it is empty
        QString folder;     ///< nowhere where it is empty
    };

    struct Found
    {
        SnapshotEntries entries; ///< by origin, newest first
        std::size_t left = 0;    ///< how many more there are
        QStringList problems;    ///< of a folder as a whole
    };

    explicit SnapshotScan(QObject *parent = nullptr);
    /// Gives up what it is reading.
    ~SnapshotScan() override;

    /// Begins anew, and returns at once; what another one still finds is not told.
    void start(const Places &places);

    [[nodiscard]] bool isRunning() const { return m_isRunning; }

    /// Does it at once, on this thread.
    [[nodiscard]] static Found scan(const Places &places, const StopFlag *stop);

signals:
    void found(const inspector::SnapshotScan::Found &found);

private:
    void run();
    void end(const Found &all);

    std::optional<Places> m_next; // to be looked at when the running one has ended
    std::unique_ptr<StopFlag> m_stop = std::make_unique<StopFlag>();
    bool m_isRunning = false;
    std::jthread m_thread; // last: it uses the others
};

} // namespace inspector
