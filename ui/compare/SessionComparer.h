// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/AlignedComparison.h"
#include "core/compare/ComparedSession.h"
#include "ui/common/BackgroundTask.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace inspector {

class FrameSource;
class MarkerList;

/// Compares the session that is open, the head, with another one, the base, beside the window's thread, and
/// again as the head grows.
class SessionComparer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionComparer)

public:
    using ComparisonPtr = std::shared_ptr<const AlignedComparison>;

    /// What differs between the states at two places that are the same.
    struct StateDiff
    {
        std::uint64_t base = 0, head = 0; ///< records; 0 is the start
        JsonChanges changes;
        std::optional<Error> error; ///< why there are no changes
    };

    /// Both must outlive it. Of the session that is open, `markers` count like those in its file.
    SessionComparer(FrameSource &source, const MarkerList &markers, QObject *parent = nullptr);

    /// Reads another base; an empty path is none.
    void setBase(const QString &path);
    void setChoice(const SessionAlignment::Choice &choice);
    /// Where nobody looks, a head that grows is not compared anew.
    void setInSight(bool isInSight);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const SessionAlignment::Choice &choice() const { return m_choice; }
    /// Why there is no comparison.
    [[nodiscard]] const std::optional<Error> &error() const { return m_readError ? m_readError : m_error; }
    /// The newest one of these two; nullptr where there is none, also while another session is opened.
    [[nodiscard]] const ComparisonPtr &comparison() const;
    /// Whether the base is still being read.
    [[nodiscard]] bool isReading() const { return m_reading.isRunning(); }
    /// Whether the error is of the base, rather than of the two.
    [[nodiscard]] bool isBaseUnread() const { return m_readError.has_value(); }
    /// Rises with each comparison.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

    /// Compares the states where the cursor is; told by stateFound(). Where that is asked for faster than it
    /// is found, the newest one counts.
    void compareStates(std::uint64_t headNumber, const WorldState &head);
    [[nodiscard]] const StateDiff &states() const { return m_states; }

signals:
    void changed();
    void stateFound();

private:
    void takeFrame();
    void takeMarkers();
    void align();
    void startStates();
    void takeAligned(Result<ComparisonPtr> aligned, std::uint64_t size, std::int64_t startedNs);
    void forget();

    struct WantedStates
    {
        std::uint64_t headNumber = 0;
        WorldState head;
    };

    FrameSource &m_source;
    const MarkerList &m_markers;
    std::shared_ptr<const FactionCatalogue> m_catalogue; // of its own: work may end after the window
    QString m_path;
    SessionAlignment::Choice m_choice;
    const PathPatterns m_ignored = PathPatterns::times();
    bool m_isInSight = false;
    std::shared_ptr<const ComparedSession> m_base;
    std::uint64_t m_session = 0;     // the head that is compared
    std::uint64_t m_alignedSize = 0; // records of the head when it was
    ComparisonPtr m_comparison;
    std::uint64_t m_revision = 0;
    std::optional<Error> m_readError, m_error;
    std::optional<WantedStates> m_wantedStates;
    StateDiff m_states;
    QTimer m_pause; // between two comparisons of a head that grows
    BackgroundTask<Result<std::shared_ptr<const ComparedSession>>> m_reading;
    BackgroundTask<Result<ComparisonPtr>> m_aligning;
    BackgroundTask<StateDiff> m_comparingStates;
};

} // namespace inspector
