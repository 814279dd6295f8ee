// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/changes/StateValue.h"
#include "core/diff/SessionComparison.h"
#include "core/state/WorldState.h"
#include "ui/common/BackgroundTask.h"
#include "ui/diff/DiffBase.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace inspector {

enum class ReportFormat;
class DiffModel;
class EndState;
class FrameSource;
class MarkerList;
class RecordCache;
class SessionCursor;
class ThemeController;

/// What differs between the state at the cursor and another: the one before the event, at a marker or a
/// snapshot, or at the end of a file (docs/user-interface.md, "Difference").
class DiffView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffView)

public:
    struct Parts
    {
        FrameSource &source;
        SessionCursor &cursor;
        ThemeController &theme;
        RecordCache &cache;
        MarkerList &markers;
    };

    explicit DiffView(const Parts &parts, QWidget *parent = nullptr);

    /// Compares with the end of a session, a snapshot or a save.
    void compareWithFile(const QString &path);

    /// Compares with the state behind a record of the session; `name` is the record's for people.
    void compareWithRecord(std::uint64_t number, const QString &name);

    /// Whether anybody can see it: while nobody can, nothing is compared. The dock knows; a widget that
    /// stands behind another tab is visible to itself.
    void setInSight(bool isInSight);

    /// The base, the head and what differs, as far as they are known.
    [[nodiscard]] const std::optional<SessionComparison> &comparison() const { return m_comparison; }

signals:
    /// Somebody wants to know why a value is what it is.
    void whyWanted(const inspector::ValuePath &path);

private:
    /// What is compared.
    struct Subject
    {
        std::uint64_t session = 0, cursor = 0;
        DiffBase base;
        QString ignored;

        friend bool operator==(const Subject &, const Subject &) = default;
    };

    /// One side before its state is written as a snapshot has it.
    struct SideState
    {
        SessionComparison::Side side;
        WorldState state;
    };

    void makeHead();
    void makeTable();
    void takeFrame();
    void listBases();
    void chooseBase(int row);
    void chooseFile();
    void takeFile(const QString &path);
    void compareSoon();
    void compare();
    void takeComparison(SessionComparison comparison, const Subject &subject);
    /// What is compared with; nothing where it is on its way, and where that failed it is told.
    [[nodiscard]] std::optional<SideState> baseSide();
    [[nodiscard]] SideState sideAt(std::uint64_t number, const WorldState &state) const;
    [[nodiscard]] Subject subject() const;
    void forget();
    void tell(const QString &text);
    void copy(ReportFormat format) const;
    void copyPatch() const;

    FrameSource &m_source;
    SessionCursor &m_cursor;
    RecordCache &m_cache;
    MarkerList &m_markers;
    QComboBox *m_bases;
    QLineEdit *m_ignored;
    QLabel *m_verdict;
    DiffModel *m_model;
    QTableView *m_table;
    EndState *m_files;
    DiffBase m_base;
    std::optional<SessionComparison> m_comparison;
    Subject m_compared;
    BackgroundTask<SessionComparison> m_comparing; // large states take longer than a frame
    bool m_isInSight = false;
    QTimer m_soon;
    std::uint64_t m_session = 0; // whose markers and snapshots are listed
    std::size_t m_landmarks = 0; // that are listed
};

} // namespace inspector
